/** The form of a draft: an item in force and what would be narrower. */
import { Button, Checkbox, Input, Select } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { type Bilingual, useLanguage, useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { words } from './drafts-words.ts';

interface CatalogueAnswer {
  readonly items: readonly {
    readonly item: string;
    readonly name: Bilingual<string>;
    readonly state: string;
  }[];
}

/** The form; what the tenant may not draft comes back as a problem with clauses. */
export function DraftForm() {
  const text = useWords(words);
  const { language } = useLanguage();
  const client = useClient();
  const refresh = useRefresh();
  const id = useId();
  const catalogue = useApi<CatalogueAnswer>('/api/v1/public/catalogue', { anyLanguage: true });
  const [item, setItem] = useState<string>();
  const [months, setMonths] = useState('');
  const [openness, setOpenness] = useState('');
  const [isOrganisations, setOrganisations] = useState(false);
  const [dropped, setDropped] = useState('');
  const [reason, setReason] = useState('');
  const [state, setState] = useState<'idle' | 'busy' | 'sent' | 'nothing'>('idle');
  const [error, setError] = useState<unknown>();

  async function send(event: FormEvent) {
    event.preventDefault();
    const fields = dropped.split(/\s+/).filter(Boolean);
    const changes = {
      ...(months.trim() === '' ? {} : { retentionMonths: Number(months) }),
      ...(openness === '' ? {} : { openness }),
      ...(isOrganisations ? { naturalPerson: false } : {}),
      ...(fields.length === 0 ? {} : { droppedFields: fields }),
    };
    if (item === undefined || Object.keys(changes).length === 0) {
      setState('nothing');
      return;
    }
    setState('busy');
    setError(undefined);
    try {
      await client.send('POST', '/api/v1/catalogue-drafts', { item, changes, reason: reason.trim() });
      setState('sent');
      await refresh('/api/v1/catalogue-drafts');
    } catch (caught) {
      setError(caught);
      setState('idle');
    }
  }

  const items = (catalogue.data?.items ?? []).filter((one) => one.state === 'active');
  return (
    <form className="stack" onSubmit={(event) => void send(event)}>
      <h2>{text.write}</h2>
      <div className="field">
        <label htmlFor={`${id}-item`}>{text.item}</label>
        <Select
          id={`${id}-item`}
          value={item ?? null}
          onChange={setItem}
          options={items.map((one) => ({ value: one.item, label: one.name[language] }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-months`}>{text.retention}</label>
        <p className="field-help">{text.retentionHelp}</p>
        <Input
          id={`${id}-months`}
          inputMode="numeric"
          pattern="[0-9]{1,3}"
          value={months}
          onChange={(event) => setMonths(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-openness`}>{text.openness}</label>
        <Select
          id={`${id}-openness`}
          value={openness}
          onChange={setOpenness}
          options={[
            { value: '', label: text.keep },
            ...Object.entries(text.opennessNames).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      <Checkbox checked={isOrganisations} onChange={(event) => setOrganisations(event.target.checked)}>
        {text.organisations}
      </Checkbox>
      <div className="field">
        <label htmlFor={`${id}-dropped`}>{text.dropped}</label>
        <p className="field-help">{text.droppedHelp}</p>
        <Input id={`${id}-dropped`} value={dropped} onChange={(event) => setDropped(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{text.reason}</label>
        <p className="field-help">{text.reasonHelp}</p>
        <Input.TextArea
          id={`${id}-reason`}
          required
          minLength={4}
          maxLength={2000}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Button type="primary" htmlType="submit" loading={state === 'busy'}>
        {text.send}
      </Button>
      <ProblemNotice error={error} />
      {state === 'nothing' ? <p className="fault-text">{text.nothing}</p> : null}
      {state === 'sent' ? <p className="notice notice-good">{text.sent}</p> : null}
    </form>
  );
}
