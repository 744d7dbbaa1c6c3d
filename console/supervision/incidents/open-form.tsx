/** Registering what happened: from here on the times run. */
import { Button, Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useClient } from '../../api/use-api.ts';
import { TextField } from '../../identity/text-field.tsx';
import { useUnits } from '../../identity/unit-choice.tsx';
import { writeInstant } from '../../language/dates.ts';
import { useLanguage, useWords } from '../../language/language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { ReasonField, useReason } from '../../parts/reason-field.tsx';
import { useSending } from '../../parts/use-sending.ts';
import { type Incident, type Severity, severities } from './answers.ts';
import { words } from './words.ts';

/** The form; `onOpened` learns how many codes nobody bears. */
export function OpenForm({ onOpened, onBack }: { onOpened: (unknown: number) => void; onBack: () => void }) {
  const text = useWords(words);
  const client = useClient();
  const id = useId();
  const what = useReason();
  const [detected, setDetected] = useState(() => writeInstant(new Date().toISOString()).replace(' ', 'T'));
  const [severity, setSeverity] = useState<Severity>('general');
  const [personalData, setPersonalData] = useState(true);
  const [units, setUnits] = useState<readonly string[]>([]);
  const [codes, setCodes] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, send } = useSending();
  const usccs = [...new Set(codes.toUpperCase().split(/[\s,，、;；]+/))].filter((code) => code !== '');
  const wrong = usccs.find((code) => !/^[0-9A-Z]{18}$/.test(code));
  const at = Date.parse(`${detected}:00+08:00`);
  const isPast = at <= Date.now();

  function open() {
    setTried(true);
    const said = what.given();
    if (said === undefined || !isPast || wrong !== undefined) return;
    void send(async () => {
      const detectedAt = new Date(at).toISOString();
      const body = { severity, personalData, what: said, units, usccs, detectedAt };
      const { subjects } = await client.send<Incident>('POST', '/api/v1/incidents', body);
      onOpened(usccs.length - subjects);
    });
  }

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <p className="quiet">{text.openLead}</p>
      <ReasonField
        of={what}
        label={text.what}
        help={text.whatHelp}
        fault={text.noteShort}
        rows={3}
        most={2_000}
      />
      <TextField
        label={text.detected}
        fault={tried && !isPast && text.detectedFault}
        type="datetime-local"
        value={detected}
        onText={setDetected}
      />
      <fieldset className="choices">
        <legend>{text.severity}</legend>
        <Radio.Group value={severity} onChange={(event) => setSeverity(event.target.value as Severity)}>
          {severities.map((one) => (
            <Radio key={one} value={one}>
              {text.severities[one]}
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <fieldset className="choices">
        <legend>{text.isPersonal}</legend>
        <Radio.Group
          value={personalData}
          onChange={(event) => setPersonalData(event.target.value as boolean)}
        >
          <Radio value={true}>{text.yes}</Radio>
          <Radio value={false}>{text.no}</Radio>
        </Radio.Group>
      </fieldset>
      <UnitsChoice units={units} onChoose={setUnits} />
      <div className={wrong ? 'field field-fault' : 'field'}>
        <label htmlFor={id}>{text.usccs}</label>
        <p className={wrong ? 'fault-text' : 'field-help'} id={`${id}-help`}>
          {wrong ? text.usccsFault(wrong) : text.usccsHelp}
        </p>
        <Input.TextArea
          id={id}
          rows={3}
          aria-describedby={`${id}-help`}
          aria-invalid={wrong !== undefined}
          spellCheck={false}
          value={codes}
          onChange={(event) => setCodes(event.target.value)}
        />
      </div>
      <ProblemNotice error={error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {text.openNow}
        </Button>
        <Button onClick={onBack}>{text.cancel}</Button>
      </div>
    </form>
  );
}

function UnitsChoice({
  units,
  onChoose,
}: {
  units: readonly string[];
  onChoose: (units: readonly string[]) => void;
}) {
  const text = useWords(words);
  const { language } = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{text.units}</label>
      {/* Within the dialogue, or the list would lie beneath it. */}
      <Select
        id={id}
        mode="multiple"
        className="whole-line"
        showSearch={{ optionFilterProp: 'label' }}
        value={[...units]}
        options={(useUnits() ?? []).map(({ code, name }) => ({ value: code, label: name[language] }))}
        onChange={onChoose}
        getPopupContainer={(element) => element.parentElement as HTMLElement}
      />
    </div>
  );
}
