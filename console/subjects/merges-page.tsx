/** "Merge subjects": two side by side, what a merger does, and asking for it; a wrong one is split the same way. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useClient, useRefresh } from '../api/use-api.ts';
import { TextField } from '../identity/text-field.tsx';
import { useIsCentre } from '../identity/unit-choice.tsx';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { ReasonField, useReason } from '../parts/reason-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { words } from './words.ts';

interface Compared {
  readonly uscc: string | null;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly registeredOn: string | null;
  readonly areaCode: string | null;
  readonly publicRecords: number;
  readonly standsFor: string | null;
  readonly followers: number;
}

/** POST /api/v1/subject-merges/comparison. */
interface Pair {
  readonly subject: Compared;
  readonly into: Compared;
}

/** The page. */
export function MergesPage() {
  const text = useWords(words);
  const isCentre = useIsCentre();
  const [asked, setAsked] = useState(0);
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      {asked === 0 ? null : (
        <p className="notice notice-good" role="status">
          {text.asked}
        </p>
      )}
      {isCentre ? (
        <Compare key={asked} onAsked={() => setAsked(asked + 1)} />
      ) : (
        <p className="notice">{text.centreOnly}</p>
      )}
    </Page>
  );
}

function Compare({ onAsked }: { onAsked: () => void }) {
  const text = useWords(words);
  const client = useClient();
  const { busy, error, send } = useSending();
  const [codes, setCodes] = useState({ code: '', into: '' });
  const [tried, setTried] = useState(false);
  const [pair, setPair] = useState<Pair>();
  const [code, into] = [codes.code.trim(), codes.into.trim()];

  function compare(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setPair(undefined);
    if (code === '' || into === '') return;
    void send(async () => {
      setPair(await client.send<Pair>('POST', '/api/v1/subject-merges/comparison', { code, into }));
    });
  }

  /** What was compared is no longer what stands in the fields. */
  function change(part: Partial<typeof codes>) {
    setCodes({ ...codes, ...part });
    setPair(undefined);
  }

  return (
    <>
      <form className="stack" noValidate onSubmit={compare}>
        <TextField
          label={text.code}
          help={text.codeHelp}
          fault={tried && code === '' && text.codeFault}
          maxLength={40}
          spellCheck={false}
          value={codes.code}
          onText={(typed) => change({ code: typed })}
        />
        <TextField
          label={text.into}
          help={text.codeHelp}
          fault={tried && into === '' && text.codeFault}
          maxLength={40}
          spellCheck={false}
          value={codes.into}
          onText={(typed) => change({ into: typed })}
        />
        <ProblemNotice error={error} />
        <div className="row">
          <Button type={pair ? 'default' : 'primary'} htmlType="submit" loading={busy}>
            {text.compare}
          </Button>
        </div>
      </form>
      {pair ? <Ask pair={pair} codes={{ code, into }} onAsked={onAsked} /> : null}
    </>
  );
}

function Ask({
  pair: { subject, into },
  codes,
  onAsked,
}: {
  pair: Pair;
  codes: { readonly code: string; readonly into: string };
  onAsked: () => void;
}) {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const reason = useReason();
  const { busy, error, send } = useSending();
  const isMerged = subject.standsFor !== null;
  const rows: readonly [string, (one: Compared) => string][] = [
    [text.name, ({ name }) => name],
    [text.uscc, ({ uscc }) => uscc ?? '—'],
    [text.formerNames, ({ formerNames }) => formerNames.join('、') || '—'],
    [text.registeredOn, ({ registeredOn }) => registeredOn ?? '—'],
    [text.area, ({ areaCode }) => areaCode ?? '—'],
    [text.publicRecords, ({ publicRecords }) => String(publicRecords)],
    [text.standsFor, ({ standsFor }) => standsFor ?? '—'],
    [text.followers, ({ followers }) => String(followers)],
  ];

  function ask() {
    const given = reason.given();
    if (given === undefined) return;
    void send(async () => {
      if (isMerged)
        await client.send('POST', '/api/v1/subject-merges/split', { code: codes.code, reason: given });
      else await client.send('POST', '/api/v1/subject-merges', { ...codes, reason: given });
      await refresh('/api/v1/approvals');
      onAsked();
    });
  }

  return (
    <section className="stack">
      <h2>{text.pair}</h2>
      <DataTable
        caption={text.pair}
        rows={rows}
        rowKey={([name]) => name}
        empty={null}
        columns={[
          { key: 'fact', title: text.fact, cell: ([name]) => name },
          { key: 'first', title: text.first, wide: true, cell: ([, of]) => of(subject) },
          { key: 'second', title: text.second, wide: true, cell: ([, of]) => of(into) },
        ]}
      />
      <p className="notice">{isMerged ? text.merged(subject.standsFor ?? '') : text.moves}</p>
      <ReasonField of={reason} label={text.reason} help={text.reasonHelp} fault={text.reasonShort} />
      <ProblemNotice error={error} />
      <div className="row">
        <Button type="primary" loading={busy} onClick={ask}>
          {isMerged ? text.split : text.merge}
        </Button>
      </div>
    </section>
  );
}
