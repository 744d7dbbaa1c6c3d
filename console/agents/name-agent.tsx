/** Naming an agent: what it is called, what it may do, until when; its code is shown once. */
import { Button, Checkbox, type InputRef } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { addDays, isCivilDate } from '../../src/kernel/civil-date.ts';
import { useClient, useRefresh } from '../api/use-api.ts';
import { TextField } from '../identity/text-field.tsx';
import { useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { words } from './words.ts';

/** The form; people give the last day, the API takes the first day without powers. */
export function NameAgent() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const [label, setLabel] = useState('');
  const [last, setLast] = useState('');
  const [limits, setLimits] = useState<string[]>(['read']);
  const [incomplete, setIncomplete] = useState(false);
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<string>();
  const [error, setError] = useState<unknown>();
  const labelInput = useRef<InputRef>(null);

  async function name(event: FormEvent) {
    event.preventDefault();
    setError(undefined);
    setCode(undefined);
    const isWhole = label.trim() !== '' && limits.length > 0 && isCivilDate(last);
    setIncomplete(!isWhole);
    if (!isWhole) return labelInput.current?.focus();
    setBusy(true);
    const body = { label: label.trim(), until: addDays(last, 1), limits };
    try {
      const { accessCode } = await client.send<{ accessCode: string }>('POST', '/api/v1/me/agents', body);
      setCode(accessCode);
      setLabel('');
      setLast('');
      await refresh('/api/v1/me/agents', '/api/v1/me/notices');
    } catch (caught) {
      setError(caught);
    }
    setBusy(false);
  }

  return (
    <form className="stack" onSubmit={(event) => void name(event)} noValidate>
      <TextField
        inputRef={labelInput}
        label={text.label}
        help={text.labelHelp}
        fault={incomplete && text.incomplete}
        maxLength={40}
        value={label}
        onText={setLabel}
      />
      <fieldset className="choices">
        <legend>{text.limits}</legend>
        <Checkbox.Group
          value={limits}
          onChange={setLimits}
          options={Object.entries(text.limit).map(([value, word]) => ({ value, label: word }))}
        />
      </fieldset>
      <TextField type="date" label={text.lastDay} help={text.lastDayHelp} value={last} onText={setLast} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {text.name}
      </Button>
      <ProblemNotice error={error} />
      {code ? (
        <p className="notice notice-attention" role="status">
          {text.code} <strong className="code">{code}</strong>
        </p>
      ) : null}
    </form>
  );
}
