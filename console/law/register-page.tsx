/** "Basis and papers": policy papers of units, and at the centre the end of an instrument, said in numbers first. */
import { Button, Input, Select } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useApi, useClient } from '../api/use-api.ts';
import { useSession } from '../identity/session.ts';
import { type Bilingual, useLanguage, useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { PolicyPapers } from './policy-papers.tsx';
import { words } from './register-words.ts';

interface Instrument {
  readonly id: string;
  readonly title: Bilingual<string>;
  readonly inForce: { readonly until: string | null };
}

interface Ended extends Bilingual<string> {
  readonly item: string;
  readonly part: 'whole' | 'persons';
  readonly records: number;
}

interface Preview {
  readonly told: Bilingual<string>;
  readonly effects: { readonly items: readonly Ended[] };
}

/** The page. */
export function RegisterPage() {
  const text = useWords(words);
  const { account } = useSession();
  const units = useApi<{ items: readonly { code: string; kind: string }[] }>('/api/v1/units', {
    anyLanguage: true,
  });
  const isCentre = units.data?.items.some(
    ({ code, kind }) => code === account.unit.code && kind === 'centre',
  );
  const mayEnd = isCentre && account.roles.some((role) => role === 'publisher' || role === 'administrator');
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      <PolicyPapers />
      {mayEnd ? <Ending /> : null}
    </Page>
  );
}

function Ending() {
  const text = useWords(words);
  const { language } = useLanguage();
  const client = useClient();
  const id = useId();
  const law = useApi<{ items: readonly Instrument[] }>('/api/v1/public/law?kind=instrument');
  const [instrument, setInstrument] = useState<string>();
  const [endsOn, setEndsOn] = useState('');
  const [succeededBy, setSucceededBy] = useState('');
  const [reason, setReason] = useState('');
  const [preview, setPreview] = useState<Preview>();
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>();
  const path = `/api/v1/instruments/${instrument}/ending`;

  async function run(act: () => Promise<void>) {
    setError(undefined);
    try {
      await act();
    } catch (caught) {
      setError(caught);
    }
  }

  function look(event: FormEvent) {
    event.preventDefault();
    setAsked(false);
    void run(async () => {
      const successor = succeededBy === '' ? '' : `&succeededBy=${succeededBy}`;
      setPreview(await client.get<Preview>(`${path}?endsOn=${endsOn}${successor}`));
    });
  }

  const ask = () =>
    run(async () => {
      const successor = succeededBy === '' ? {} : { succeededBy };
      await client.send('POST', path, { endsOn, ...successor, reason: reason.trim() });
      setAsked(true);
    });

  const known = (law.data?.items ?? []).filter(({ inForce }) => inForce.until === null);
  const options = known.map((one) => ({ value: one.id, label: one.title[language] }));
  return (
    <form className="stack block" onSubmit={look} onChange={() => setPreview(undefined)}>
      <h2>{text.ends}</h2>
      <p className="quiet measure">{text.endsLead}</p>
      <div className="field">
        <label htmlFor={`${id}-instrument`}>{text.instrument}</label>
        <Select
          id={`${id}-instrument`}
          value={instrument ?? null}
          options={options}
          onChange={(value: string) => {
            setInstrument(value);
            setPreview(undefined);
          }}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-ends`}>{text.endsOn}</label>
        <p className="field-help">{text.dateHelp}</p>
        <Input
          id={`${id}-ends`}
          required
          pattern="\d{4}-\d{2}-\d{2}"
          value={endsOn}
          onChange={(event) => setEndsOn(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-successor`}>{text.successor}</label>
        <Select
          id={`${id}-successor`}
          value={succeededBy}
          options={[{ value: '', label: text.noSuccessor }, ...options]}
          onChange={(value: string) => {
            setSucceededBy(value);
            setPreview(undefined);
          }}
        />
      </div>
      <Button htmlType="submit" disabled={instrument === undefined}>
        {text.preview}
      </Button>
      <ProblemNotice error={error} />
      {preview ? (
        <>
          <p className="notice notice-attention">{preview.told[language]}</p>
          <DataTable
            caption={text.item}
            rows={preview.effects.items}
            rowKey={({ item, part }) => `${item} ${part}`}
            empty={null}
            columns={[
              {
                key: 'item',
                title: text.item,
                cell: (one) => (one.part === 'whole' ? one[language] : `${one[language]} (${text.persons})`),
              },
              { key: 'records', title: text.records, number: true, cell: ({ records }) => records },
            ]}
          />
        </>
      ) : null}
      {preview && !asked ? (
        <div className="field" onChange={(event) => event.stopPropagation()}>
          <label htmlFor={`${id}-reason`}>{text.reason}</label>
          <Input
            id={`${id}-reason`}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button danger disabled={reason.trim().length < 4} onClick={() => void ask()}>
            {text.ask}
          </Button>
        </div>
      ) : null}
      {asked ? <p className="notice notice-good">{text.asked}</p> : null}
    </form>
  );
}
