/** Audit, log and monitor: what differs now, how the checkpoint stands, alarms and rounds. */
import { useApi } from '../api/use-api.ts';
import { writeInstant } from '../language/dates.ts';
import { writeCount } from '../language/figures.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Reading } from '../parts/reading.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import type { WatchAnswer } from './answers.ts';
import { words } from './words.ts';

const minute = 60_000;

/** The part; read anew each minute, since alarms don't wait for a reload. */
export function LogPart() {
  const read = useApi<WatchAnswer>('/api/v1/audit/log', { anyLanguage: true, again: () => minute });
  return (
    <Reading of={read}>
      {(watch) => (
        <>
          <Verdict watch={watch} />
          <Checkpoint watch={watch} />
          <Alarms alarms={watch.alarms} />
          <Rounds rounds={watch.rounds} />
        </>
      )}
    </Reading>
  );
}

function Verdict({ watch: { openAlarms, rounds } }: { watch: WatchAnswer }) {
  const text = useWords(words);
  const last = rounds[0];
  const hours = last ? Math.floor((Date.now() - Date.parse(last.endedAt)) / (60 * minute)) : 0;
  if (openAlarms > 0)
    return (
      <p className="notice notice-serious" role="alert">
        {text.alarmsSome(openAlarms)}
      </p>
    );
  if (!last) return <p className="notice notice-attention">{text.neverChecked}</p>;
  if (hours >= 24) return <p className="notice notice-attention">{text.lateRound(hours)}</p>;
  return <p className="notice notice-good">{text.alarmsNone}</p>;
}

const looks = { witnessed: 'good', 'not-witnessed': 'attention', broken: 'serious' } as const;

function Checkpoint({ watch: { checkpoint, witnessAccount, waiting } }: { watch: WatchAnswer }) {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <section className="stack-small">
      <h2>{text.checkpoint}</h2>
      {checkpoint ? (
        <dl className="facts">
          <dt>{text.size}</dt>
          <dd>{writeCount(checkpoint.size)}</dd>
          <dt>{text.state}</dt>
          <dd>
            <StateTag look={looks[checkpoint.state]} word={text.states[checkpoint.state]} />
          </dd>
          <dt>{text.witnessedAt}</dt>
          <dd>{checkpoint.witnessedAt ? <time>{writeInstant(checkpoint.witnessedAt)}</time> : '—'}</dd>
          <dt>{text.witness}</dt>
          <dd>{text.witnessAccount[witnessAccount]}</dd>
          <dt>{text.waiting}</dt>
          <dd>{writeCount(Number(waiting))}</dd>
        </dl>
      ) : (
        <p className="quiet">{text.noCheckpoint}</p>
      )}
      <p>
        <a href={language === 'en' ? '/en/log' : '/log'}>{text.publicLog}</a>
      </p>
    </section>
  );
}

function Alarms({ alarms }: { alarms: WatchAnswer['alarms'] }) {
  const text = useWords(words);
  return (
    <DataTable
      caption={text.alarms}
      showCaption
      rows={alarms}
      rowKey={({ alarmId }) => alarmId}
      empty={text.noAlarms}
      columns={[
        { key: 'kind', title: text.kind, wide: true, cell: ({ kind }) => text.kinds[kind] ?? kind },
        {
          key: 'where',
          title: text.where,
          wide: true,
          cell: ({ source, entryId, leafIndex }) => text.place(source ?? '', entryId ?? '', leafIndex ?? ''),
        },
        {
          key: 'first',
          title: text.firstSeen,
          cell: ({ firstSeenAt }) => <time>{writeInstant(firstSeenAt)}</time>,
        },
        {
          key: 'last',
          title: text.lastSeen,
          cell: ({ lastSeenAt }) => <time>{writeInstant(lastSeenAt)}</time>,
        },
        {
          key: 'state',
          title: text.standing,
          cell: ({ closedAt }) => (
            <StateTag look={closedAt ? 'quiet' : 'serious'} word={closedAt ? text.mended : text.stillSeen} />
          ),
        },
      ]}
    />
  );
}

function Rounds({ rounds }: { rounds: WatchAnswer['rounds'] }) {
  const text = useWords(words);
  return (
    <DataTable
      caption={text.rounds}
      showCaption
      rows={rounds}
      rowKey={({ roundId }) => roundId}
      empty={text.noRounds}
      columns={[
        { key: 'began', title: text.began, cell: ({ beganAt }) => <time>{writeInstant(beganAt)}</time> },
        {
          key: 'took',
          title: text.took,
          number: true,
          cell: ({ beganAt, endedAt }) =>
            text.seconds(((Date.parse(endedAt) - Date.parse(beganAt)) / 1_000).toFixed(1)),
        },
        {
          key: 'covered',
          title: text.covered,
          number: true,
          cell: ({ entries, treeSize }) =>
            text.ofAll(writeCount(Number(entries)), writeCount(Number(treeSize))),
        },
        { key: 'rows', title: text.rows, number: true, cell: ({ rows }) => writeCount(Number(rows)) },
        { key: 'found', title: text.found, number: true, cell: ({ alarms }) => writeCount(alarms) },
      ]}
    />
  );
}
