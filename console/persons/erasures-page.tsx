/** "Erasing natural persons": the register, which names nobody, and for officers of the centre the request. */
import { Button, Input, Radio } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { writeInstant } from '../language/dates.ts';
import { useWords } from '../language/language.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { Wishes } from './wishes.tsx';
import { words } from './words.ts';

interface Erasure {
  readonly erasureId: string;
  readonly ground: string;
  readonly records: number;
  readonly erasedAt: string;
}

/** GET /api/v1/erasures. */
interface ErasuresAnswer {
  readonly items: readonly Erasure[];
  readonly mayRequest: boolean;
}

/** The page; the newest hundred are shown. */
export function ErasuresPage() {
  const text = useWords(words);
  const erasures = useApi<ErasuresAnswer>('/api/v1/erasures?limit=100');
  const columns: Column<Erasure>[] = [
    { key: 'on', title: text.on, cell: ({ erasedAt }) => <time>{writeInstant(erasedAt)}</time> },
    { key: 'ground', title: text.ground, cell: ({ ground }) => ground },
    { key: 'records', title: text.records, cell: ({ records }) => records },
  ];
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      <Reading of={erasures}>
        {({ items, mayRequest }) => (
          <>
            {mayRequest ? <Wishes /> : null}
            {mayRequest ? <Request /> : null}
            <section className="stack">
              <h2>{text.register}</h2>
              <DataTable
                caption={text.register}
                columns={columns}
                rows={items}
                rowKey={({ erasureId }) => erasureId}
                empty={text.none}
              />
            </section>
          </>
        )}
      </Reading>
    </Page>
  );
}

const grounds = ['request', 'retention-over', 'no-basis'] as const;

function Request() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const id = useId();
  const [identityNumber, setIdentityNumber] = useState('');
  const [ground, setGround] = useState<(typeof grounds)[number]>('request');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);

  async function ask(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    setAsked(false);
    try {
      const body = { identityNumber: identityNumber.trim(), ground, reason: reason.trim() };
      await client.send('POST', '/api/v1/erasures', body);
      setIdentityNumber('');
      setReason('');
      setAsked(true);
      await refresh('/api/v1/approvals');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="stack" onSubmit={(event) => void ask(event)}>
      <h2>{text.ask}</h2>
      <fieldset className="choices">
        <legend>{text.ground}</legend>
        <Radio.Group value={ground} onChange={(event) => setGround(event.target.value as typeof ground)}>
          {grounds.map((one) => (
            <Radio key={one} value={one}>
              {text.grounds[one]}
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-number`}>{text.identityNumber}</label>
        <p className="field-help">{text.identityNumberHelp}</p>
        <Input
          id={`${id}-number`}
          required
          autoComplete="off"
          maxLength={40}
          value={identityNumber}
          onChange={(event) => setIdentityNumber(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{text.reason}</label>
        <p className="field-help">{text.reasonHelp}</p>
        <Input.TextArea
          id={`${id}-reason`}
          required
          minLength={4}
          maxLength={500}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Button danger htmlType="submit" loading={busy}>
        {text.ask}
      </Button>
      <ProblemNotice error={error} />
      {asked ? <p className="notice">{text.asked}</p> : null}
    </form>
  );
}
