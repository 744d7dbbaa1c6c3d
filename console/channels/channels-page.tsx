/** "Ways in": by which ways the unit hands in, how each stands, pausing a database, connecting one, sending an exchange file. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { useItemNames } from '../catalogue/items.ts';
import { useSession } from '../identity/session.ts';
import { writeInstant } from '../language/dates.ts';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { type Look, StateTag } from '../parts/state-tag.tsx';
import { ExchangeUpload } from './exchange-upload.tsx';
import { SourceForm } from './source-form.tsx';
import { words } from './words.ts';

interface Way {
  readonly kind: string;
  readonly item: string | null;
  readonly name: string | null;
  readonly sourceId: string | null;
  readonly state: string;
  readonly message: string;
  readonly advice: string;
  readonly lastRunAt: string | null;
  readonly nextRunAt: string | null;
  readonly rowsRead: string | null;
  readonly last: {
    readonly submissionId: string;
    readonly counts: Readonly<Record<'rows' | 'accepted' | 'rejected' | 'held', number>> | null;
  } | null;
}

const looks: Readonly<Record<string, Look>> = {
  waiting: 'good',
  running: 'note',
  paused: 'quiet',
  watched: 'good',
  'not-watched': 'quiet',
  used: 'good',
};

/** The page. */
export function ChannelsPage() {
  const text = useWords(words);
  const { account } = useSession();
  const ways = useApi<{ items: readonly Way[] }>('/api/v1/channels', { again: () => 15_000 });
  const has = (...roles: string[]) => account.roles.some((role) => roles.includes(role));
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      <Reading of={ways}>
        {({ items }) => <Ways ways={items} maySteer={has('data-officer', 'administrator')} />}
      </Reading>
      {has('data-officer', 'case-officer') ? <ExchangeUpload /> : null}
      {has('administrator') ? <SourceForm /> : null}
    </Page>
  );
}

function Ways({ ways, maySteer }: { ways: readonly Way[]; maySteer: boolean }) {
  const text = useWords(words);
  const nameOf = useItemNames();
  return (
    <DataTable
      caption={text.ways}
      rows={ways}
      rowKey={({ kind, item, sourceId }) => sourceId ?? `${kind} ${item ?? ''}`}
      empty={text.noWays}
      columns={[
        {
          key: 'kind',
          title: text.kind,
          cell: ({ kind, name }) => (
            <>
              {text.kinds[kind] ?? kind}
              {name ? (
                <>
                  <br />
                  <span className="quiet">{name}</span>
                </>
              ) : null}
            </>
          ),
        },
        { key: 'item', title: text.item, cell: ({ item }) => (item ? nameOf(item) : text.none) },
        {
          key: 'state',
          title: text.state,
          wide: true,
          cell: (way) => <State way={way} maySteer={maySteer} />,
        },
        { key: 'lastRun', title: text.lastRun, cell: ({ lastRunAt }) => instant(lastRunAt, text.none) },
        { key: 'nextRun', title: text.nextRun, cell: ({ nextRunAt }) => instant(nextRunAt, text.none) },
        { key: 'last', title: text.last, wide: true, cell: (way) => <Last way={way} /> },
      ]}
    />
  );
}

const instant = (at: string | null, none: string) => (at ? <time>{writeInstant(at)}</time> : none);

function State({ way, maySteer }: { way: Way; maySteer: boolean }) {
  const text = useWords(words);
  const { state, message, advice, rowsRead, sourceId, name } = way;
  const isTrouble = looks[state] === undefined;
  return (
    <>
      <StateTag look={looks[state] ?? 'attention'} word={text.states[state] ?? text.trouble} />
      <p className={isTrouble ? '' : 'quiet'}>
        {state === 'used' ? '' : message}
        {isTrouble ? ` ${advice}` : ''}
        {rowsRead ? ` ${text.read(rowsRead)}` : ''}
      </p>
      {sourceId && maySteer ? <Steer sourceId={sourceId} name={name ?? ''} state={state} /> : null}
    </>
  );
}

function Last({ way: { last } }: { way: Way }) {
  const text = useWords(words);
  if (!last) return text.none;
  const { rows = 0, accepted = 0, rejected = 0, held = 0 } = last.counts ?? {};
  return (
    <>
      {last.counts ? text.counts(rows, accepted, rejected, held) : ''}{' '}
      <Link to={`/submissions/${last.submissionId}`}>{text.open}</Link>
    </>
  );
}

/** A source that waits, reads or tries again can be paused; a paused one, or one that waits for a person, goes on. */
function Steer({ sourceId, name, state }: { sourceId: string; name: string; state: string }) {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const go = async (to: 'pause' | 'resume') => {
    setBusy(true);
    setError(undefined);
    try {
      await client.send('POST', `/api/v1/pull-sources/${sourceId}/state`, { to });
      await refresh('/api/v1/channels');
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const mayPause = state !== 'paused';
  const mayResume = !['waiting', 'running'].includes(state);
  return (
    <>
      <ProblemNotice error={error} />
      <p className="no-print">
        {mayPause ? (
          <Button
            size="small"
            loading={busy}
            aria-label={text.pauseOf(name)}
            onClick={() => void go('pause')}
          >
            {text.pause}
          </Button>
        ) : null}{' '}
        {mayResume ? (
          <Button
            size="small"
            loading={busy}
            aria-label={text.resumeOf(name)}
            onClick={() => void go('resume')}
          >
            {text.resume}
          </Button>
        ) : null}
      </p>
    </>
  );
}
