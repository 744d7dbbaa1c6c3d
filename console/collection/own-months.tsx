/** A unit's months: what is owed, by when, what came, and the buttons that say there was nothing. */
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { useItemNames } from '../catalogue/items.ts';
import { useSession } from '../identity/session.ts';
import { writeCount } from '../language/figures.ts';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Dialogue } from '../parts/dialogue.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { useSending } from '../parts/use-sending.ts';
import { type Due, type Items, ROOT, stateLook, writeMonth } from './answers.ts';
import { words } from './words.ts';

const EMPTY_STATES = ['due-soon', 'missing', 'open'];
const NIL_STATES = ['nothing-to-report', 'contradicted'];

/** The table with its filter. */
export function OwnMonths() {
  const text = useWords(words);
  const id = useId();
  const [state, setState] = useState('');
  const [asked, setAsked] = useState<Due>();
  const [done, setDone] = useState<string>();
  const dues = useApi<Items<Due>>(`${ROOT}/dues?months=12`, { anyLanguage: true });
  const options = [
    { value: '', label: text.allStates },
    ...Object.entries(text.states).map(([value, label]) => ({ value, label })),
  ];
  return (
    <>
      <div className="field measure">
        <label htmlFor={`${id}state`}>{text.state}</label>
        <Select id={`${id}state`} value={state} onChange={setState} options={options} />
      </div>
      {done ? (
        <p className="notice notice-good" role="status">
          {done}
        </p>
      ) : null}
      <Reading of={dues}>
        {({ items }) => (
          <MonthTable
            rows={items.filter((due) => state === '' || due.state === state)}
            running={items.reduce((last, { month }) => (month > last ? month : last), '')}
            onAsk={setAsked}
          />
        )}
      </Reading>
      <NilDialogue due={asked} onDone={setDone} onClose={() => setAsked(undefined)} />
    </>
  );
}

/** `running`: the month that is not over, of which nobody can say yet that it is empty. */
function MonthTable({
  rows,
  running,
  onAsk,
}: {
  rows: readonly Due[];
  running: string;
  onAsk: (due: Due) => void;
}) {
  const text = useWords(words);
  const nameOf = useItemNames();
  const { account } = useSession();
  const declares = account.roles.some((role) => role === 'data-officer' || role === 'reviewer');
  return (
    <DataTable
      caption={text.months}
      showCaption
      rows={rows}
      rowKey={({ item, month }) => `${item} ${month}`}
      empty={text.none}
      columns={[
        { key: 'month', title: text.month, cell: ({ month }) => writeMonth(month) },
        { key: 'item', title: text.item, wide: true, cell: ({ item }) => nameOf(item) },
        {
          key: 'dueOn',
          title: text.dueOn,
          cell: ({ dueOn, dueFixed }) => (dueFixed ? <time>{dueOn}</time> : text.earliest(dueOn)),
        },
        { key: 'state', title: text.state, cell: ({ state }) => <DueTag state={state} /> },
        {
          key: 'records',
          title: text.records,
          wide: true,
          cell: ({ delivery }) =>
            delivery
              ? text.counted(writeCount(delivery.records), delivery.lateRecords, delivery.lastOn)
              : '—',
        },
        ...(declares
          ? [
              {
                key: 'act',
                title: text.act,
                cell: (due: Due) => <NilButton due={due} isRunning={due.month === running} onAsk={onAsk} />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** A state with its sign. */
export function DueTag({ state }: { state: string }) {
  const text = useWords(words);
  return <StateTag look={stateLook[state] ?? 'quiet'} word={text.states[state] ?? state} />;
}

function NilButton({ due, isRunning, onAsk }: { due: Due; isRunning: boolean; onAsk: (due: Due) => void }) {
  const text = useWords(words);
  const nameOf = useItemNames();
  const isNil = NIL_STATES.includes(due.state);
  if (!isNil && (isRunning || due.delivery !== null || !EMPTY_STATES.includes(due.state))) return '—';
  const about = [nameOf(due.item), writeMonth(due.month)] as const;
  return (
    <Button
      size="small"
      aria-label={isNil ? text.withdrawOf(...about) : text.sayNilOf(...about)}
      onClick={() => onAsk(due)}
    >
      {isNil ? text.withdraw : text.sayNil}
    </Button>
  );
}

function NilDialogue({
  due,
  onDone,
  onClose,
}: {
  due: Due | undefined;
  onDone: (words: string) => void;
  onClose: () => void;
}) {
  const text = useWords(words);
  const nameOf = useItemNames();
  const client = useClient();
  const refresh = useRefresh();
  const { busy, error, send } = useSending();
  if (!due)
    return (
      <Dialogue open={false} title={text.sayNil} onClose={onClose}>
        {null}
      </Dialogue>
    );
  const { item, month } = due;
  const about = [nameOf(item), writeMonth(month)] as const;
  const isNil = NIL_STATES.includes(due.state);
  const confirm = () =>
    void send(async () => {
      await client.send('POST', `${ROOT}/nil-reports${isNil ? '/withdraw' : ''}`, { item, month });
      onDone(isNil ? text.withdrawn(...about) : text.saidNil(...about));
      onClose();
      await refresh(ROOT);
    });
  return (
    <Dialogue open title={isNil ? text.withdraw : text.sayNil} onClose={onClose}>
      <p>{isNil ? text.confirmWithdraw(...about) : text.confirmNil(...about)}</p>
      <ProblemNotice error={error} />
      <div className="actions">
        <Button type="primary" onClick={confirm} loading={busy}>
          {text.confirm}
        </Button>{' '}
        <Button onClick={onClose}>{text.cancel}</Button>
      </div>
    </Dialogue>
  );
}
