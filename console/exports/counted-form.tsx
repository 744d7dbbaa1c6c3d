/** How much was counted, which fields are needed of it, why, and sending it for approval. */
import { Button, Checkbox } from 'antd';
import { useId, useState } from 'react';
import { useClient } from '../api/use-api.ts';
import { type Bilingual, useLanguage, useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { ReasonField, useReason } from '../parts/reason-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { words } from './words.ts';

/** POST /api/v1/exports/count. */
export interface Counted {
  /** Null: fewer than ten, or none. */
  readonly subjects: number | null;
  readonly records: number | null;
  readonly most: number;
  readonly fields: readonly {
    readonly itemName: Bilingual<string>;
    readonly item: string;
    readonly code: string;
    readonly name: Bilingual<string>;
    readonly open: boolean;
  }[];
}

/** Nothing can be sent where too much matches. */
export function CountedForm({
  counted,
  request,
  onSent,
}: {
  counted: Counted;
  request: object;
  onSent: () => void;
}) {
  const text = useWords(words);
  const { subjects, records, most } = counted;
  const isTooMuch = subjects !== null && subjects > most;
  return (
    <div className="stack">
      <p className="notice" role="status">
        {subjects === null || records === null ? text.few : text.counted(subjects, records)}
        {isTooMuch ? ` ${text.tooMany(most)}` : ''}
      </p>
      <p className="quiet measure">{text.countedNote}</p>
      {isTooMuch ? null : <FieldsForm counted={counted} request={request} onSent={onSent} />}
    </div>
  );
}

function FieldsForm({
  counted: { fields },
  request,
  onSent,
}: {
  counted: Counted;
  request: object;
  onSent: () => void;
}) {
  const text = useWords(words);
  const { language } = useLanguage();
  const client = useClient();
  const reason = useReason();
  const { busy, error, send } = useSending();
  const id = useId();
  // What is not public is chosen by hand: no more than the matter needs.
  const [chosen, setChosen] = useState<readonly string[]>(() => [
    ...new Set(fields.filter(({ open }) => open).map(({ code }) => code)),
  ]);
  const items = [...new Map(fields.map(({ item, itemName }) => [item, itemName]))];

  function ask() {
    const given = reason.given();
    if (given === undefined || chosen.length === 0) return;
    void send(async () => {
      await client.send('POST', '/api/v1/exports', { ...request, fields: chosen, reason: given });
      onSent();
    });
  }

  return (
    <>
      <p className={chosen.length === 0 ? 'fault-text' : 'quiet'} id={`${id}-fields`}>
        {chosen.length === 0 ? text.fieldsFault : text.fieldsHelp}
      </p>
      {items.map(([item, itemName]) => (
        <fieldset key={item} className="choices" aria-describedby={`${id}-fields`}>
          <legend>
            {text.fields} · {itemName[language]}
          </legend>
          <Checkbox.Group value={[...chosen]} onChange={(values) => setChosen(values as string[])}>
            {fields
              .filter((field) => field.item === item)
              .map(({ code, name, open }) => (
                <Checkbox key={code} value={code}>
                  {name[language]}
                  {open ? null : <span className="quiet"> ({text.closed})</span>}
                </Checkbox>
              ))}
          </Checkbox.Group>
        </fieldset>
      ))}
      <ReasonField of={reason} label={text.reason} help={text.reasonHelp} fault={text.reasonShort} />
      <ProblemNotice error={error} />
      <div className="row">
        <Button type="primary" loading={busy} onClick={ask}>
          {text.send}
        </Button>
      </div>
    </>
  );
}
