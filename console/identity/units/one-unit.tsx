/** One unit: what hangs on it in numbers, its authorities, and ending or merging it. */
import { Button, Select } from 'antd';
import { Fragment, useId, useState } from 'react';
import { Link } from 'react-router';
import { useApi, useClient } from '../../api/use-api.ts';
import { type Bilingual, useLanguage, useWords } from '../../language/language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Reading } from '../../parts/reading.tsx';
import { ReasonField, useReason } from '../../parts/reason-field.tsx';
import { useSending } from '../../parts/use-sending.ts';
import type { RegisteredUnit } from './answers.ts';
import { Authorities, type Authority } from './authorities.tsx';
import { words } from './words.ts';

/** GET /api/v1/unit-register/{unit}. */
interface UnitAnswer {
  readonly authorities: readonly Authority[];
  readonly hanging: readonly { readonly name: Bilingual<string>; readonly count: number }[];
}

/** The unit; `onAsked` once a request of it waits. */
export function OneUnit({
  unit,
  units,
  onAsked,
}: {
  unit: RegisteredUnit;
  units: readonly RegisteredUnit[];
  onAsked: () => void;
}) {
  const text = useWords(words);
  const { language } = useLanguage();
  const answer = useApi<UnitAnswer>(`/api/v1/unit-register/${unit.code}`, { anyLanguage: true });
  return (
    <>
      <p>
        <Link to="/units">{text.back}</Link>
      </p>
      <h2>
        {unit.name[language]} <span className="code quiet">{unit.code}</span>
      </h2>
      <Reading of={answer}>
        {({ authorities, hanging }) => (
          <>
            <Authorities unit={unit.code} authorities={authorities} onAsked={onAsked} />
            {unit.kind === 'centre' ? null : (
              <section className="stack">
                <h2>{text.end}</h2>
                <h3>{text.hanging}</h3>
                <dl className="facts">
                  {hanging.map(({ name, count }) => (
                    <Fragment key={name.en}>
                      <dt>{name[language]}</dt>
                      <dd>{count}</dd>
                    </Fragment>
                  ))}
                </dl>
                <p className="quiet measure">{text.hangingLead}</p>
                <EndForm unit={unit} units={units} onAsked={onAsked} />
              </section>
            )}
          </>
        )}
      </Reading>
    </>
  );
}

function EndForm({
  unit,
  units,
  onAsked,
}: {
  unit: RegisteredUnit;
  units: readonly RegisteredUnit[];
  onAsked: () => void;
}) {
  const text = useWords(words);
  const { language } = useLanguage();
  const client = useClient();
  const reason = useReason();
  const { busy, error, send } = useSending();
  const id = useId();
  const [into, setInto] = useState('');
  const heirs = units.filter(({ code, until }) => until === null && code !== unit.code);

  function ask() {
    const given = reason.given();
    if (given === undefined) return;
    void send(async () => {
      const body = { ...(into === '' ? {} : { into }), reason: given };
      await client.send('POST', `/api/v1/unit-register/${unit.code}/end`, body);
      onAsked();
    });
  }

  return (
    <>
      <div className="field">
        <label htmlFor={id}>{text.into}</label>
        <p className="field-help" id={`${id}-help`}>
          {text.intoHelp}
        </p>
        <Select
          id={id}
          aria-describedby={`${id}-help`}
          showSearch={{ optionFilterProp: 'label' }}
          value={into}
          options={[
            { value: '', label: text.intoNone },
            ...heirs.map(({ code, name }) => ({ value: code, label: name[language] })),
          ]}
          onChange={setInto}
        />
      </div>
      <ReasonField of={reason} label={text.reason} help={text.reasonHelp} fault={text.reasonShort} />
      <ProblemNotice error={error} />
      <div className="row">
        <Button danger loading={busy} onClick={ask}>
          {into === '' ? text.endNow : text.mergeNow}
        </Button>
      </div>
    </>
  );
}
