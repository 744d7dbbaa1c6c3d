/** Asking for a database of the unit to be read; another person decides. */
import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useClient, useRefresh } from '../api/use-api.ts';
import { useItems } from '../catalogue/items.ts';
import { TextField } from '../identity/text-field.tsx';
import { useLanguage, useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { words } from './words.ts';

const begin = {
  name: '',
  item: '',
  driver: 'postgresql',
  host: '',
  port: '5432',
  database: '',
  schema: 'public',
  view: '',
  user: '',
  secret: '',
  columns: '',
  watermark: '',
  pageSize: '5000',
  rowsPerSecond: '500',
  everyMinutes: '60',
  statementSeconds: '30',
  reason: '',
};
type Field = keyof typeof begin;

const lines = ['name', 'host', 'port', 'database', 'schema', 'view', 'user', 'secret', 'watermark'] as const;
const numbers = ['pageSize', 'rowsPerSecond', 'everyMinutes', 'statementSeconds'] as const;

/** `column=CODE` a line. */
function readColumns(text: string): Record<string, string> {
  const pairs = text.split('\n').map((line) => line.split(/[=＝]/).map((part) => part.trim()));
  return Object.fromEntries(pairs.filter(([from, to]) => from && to));
}

function bodyOf(form: typeof begin, tls: boolean) {
  const { name, item, reason, columns, port, ...rest } = form;
  const whole = Object.fromEntries(numbers.map((field) => [field, Number(form[field])]));
  return {
    name,
    item,
    reason,
    definition: { ...rest, ...whole, port: Number(port), tls, columns: readColumns(columns) },
  };
}

/** The form. */
export function SourceForm() {
  const text = useWords(words);
  const { language } = useLanguage();
  const client = useClient();
  const refresh = useRefresh();
  const items = useItems();
  const [form, setForm] = useState(begin);
  const [tls, setTls] = useState(true);
  const [fault, setFault] = useState(false);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const id = useId();
  const set = (field: Field) => (value: string) => setForm((was) => ({ ...was, [field]: value }));

  async function ask(event: FormEvent) {
    event.preventDefault();
    const isWhole =
      Object.values(form).every((value) => value.trim() !== '') &&
      Object.keys(readColumns(form.columns)).length > 0;
    setFault(!isWhole);
    if (!isWhole) return;
    setBusy(true);
    setError(undefined);
    setAsked(false);
    try {
      await client.send('POST', '/api/v1/pull-sources', bodyOf(form, tls));
      setAsked(true);
      setForm(begin);
      await refresh('/api/v1/approvals');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="stack no-print" noValidate onSubmit={(event) => void ask(event)}>
      <h2>{text.source}</h2>
      <p className="quiet measure">{text.sourceLead}</p>
      <ProblemNotice error={error} />
      {fault ? (
        <p className="fault-text" role="alert">
          {text.incomplete}
        </p>
      ) : null}
      {asked ? (
        <p className="notice notice-good" role="status">
          {text.asked}
        </p>
      ) : null}
      <div className="field">
        <label htmlFor={`${id}-item`}>{text.item}</label>
        <select id={`${id}-item`} value={form.item} onChange={(event) => set('item')(event.target.value)}>
          <option value="">{text.none}</option>
          {(items.data?.items ?? []).map(({ item, name }) => (
            <option key={item} value={item}>
              {name[language]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-driver`}>{text.driver}</label>
        <select
          id={`${id}-driver`}
          value={form.driver}
          onChange={(event) => set('driver')(event.target.value)}
        >
          <option value="postgresql">{text.postgresql}</option>
          <option value="mysql">{text.mysql}</option>
        </select>
      </div>
      {lines.map((field) => (
        <TextField
          key={field}
          label={text[field]}
          help={field === 'watermark' ? text.watermarkHelp : undefined}
          maxLength={128}
          autoCapitalize="none"
          spellCheck={false}
          value={form[field]}
          onText={set(field)}
        />
      ))}
      <div className="field">
        <label>
          <input type="checkbox" checked={tls} onChange={(event) => setTls(event.target.checked)} />{' '}
          {text.tls}
        </label>
      </div>
      <div className="field">
        <label htmlFor={`${id}-columns`}>{text.columns}</label>
        <p className="field-help" id={`${id}-help`}>
          {text.columnsHelp}
        </p>
        <Input.TextArea
          id={`${id}-columns`}
          aria-describedby={`${id}-help`}
          rows={6}
          spellCheck={false}
          value={form.columns}
          onChange={(event) => set('columns')(event.target.value)}
        />
      </div>
      {numbers.map((field) => (
        <TextField
          key={field}
          label={text[field]}
          inputMode="numeric"
          maxLength={7}
          value={form[field]}
          onText={set(field)}
        />
      ))}
      <TextField label={text.reason} maxLength={500} value={form.reason} onText={set('reason')} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {text.ask}
      </Button>
    </form>
  );
}
