/** The form by which the centre assigns an item to a unit, or changes channel and office from a day on. */
import { Button, Input, Select } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { useItemNames } from '../catalogue/items.ts';
import { useUnitNames } from '../identity/use-unit-names.ts';
import { type Bilingual, useLanguage, useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useSending } from '../parts/use-sending.ts';
import { ROOT } from './answers.ts';
import { words } from './words.ts';

const blank = { unit: '', item: '', channel: 'api', contact: '', since: '' };

/** `onDone` gets the sentence that says what was assigned. */
export function AssignForm({ onDone }: { onDone: (words: string) => void }) {
  const text = useWords(words);
  const { language } = useLanguage();
  const id = useId();
  const client = useClient();
  const refresh = useRefresh();
  const itemName = useItemNames();
  const unitName = useUnitNames();
  const { busy, error, send } = useSending();
  const [row, setRow] = useState(blank);
  const [tried, setTried] = useState(false);
  const units = useApi<{ items: readonly { code: string; name: Bilingual<string> }[] }>('/api/v1/units', {
    anyLanguage: true,
  });
  const items = useApi<{ items: readonly { item: string; name: Bilingual<string> }[] }>(
    '/api/v1/public/catalogue',
    { anyLanguage: true },
  );
  const isWhole = Object.values(row).every((value) => value.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isWhole) return;
    void send(async () => {
      await client.send('POST', `${ROOT}/assignments`, row);
      onDone(text.assigned(unitName(row.unit), itemName(row.item)));
      setRow(blank);
      setTried(false);
      await refresh(ROOT);
    });
  };
  const selects = [
    ['unit', text.unit, (units.data?.items ?? []).map(({ code, name }) => [code, name[language]])],
    ['item', text.item, (items.data?.items ?? []).map(({ item, name }) => [item, name[language]])],
    ['channel', text.channel, Object.entries(text.channels)],
  ] as const;
  return (
    <form className="stack measure" onSubmit={submit} noValidate>
      <h2>{text.assign}</h2>
      {selects.map(([name, label, options]) => (
        <div className="field" key={name}>
          <label htmlFor={`${id}${name}`}>{label}</label>
          <Select
            id={`${id}${name}`}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={text.choose}
            value={row[name] || null}
            onChange={(value) => setRow({ ...row, [name]: value ?? '' })}
            options={options.map(([value, of]) => ({ value, label: of }))}
          />
        </div>
      ))}
      <div className="field">
        <label htmlFor={`${id}contact`}>{text.contact}</label>
        <p id={`${id}help`} className="field-help">
          {text.contactHelp}
        </p>
        <Input
          id={`${id}contact`}
          maxLength={60}
          value={row.contact}
          onChange={({ target }) => setRow({ ...row, contact: target.value })}
          aria-describedby={`${id}help`}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}since`}>{text.since}</label>
        <Input
          id={`${id}since`}
          type="date"
          value={row.since}
          onChange={({ target }) => setRow({ ...row, since: target.value })}
        />
      </div>
      {tried && !isWhole ? (
        <p className="fault-text" role="alert">
          {text.fillAll}
        </p>
      ) : null}
      <ProblemNotice error={error} />
      <div>
        <Button type="primary" htmlType="submit" loading={busy}>
          {text.assignNow}
        </Button>
      </div>
    </form>
  );
}
