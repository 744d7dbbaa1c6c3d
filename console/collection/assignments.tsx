/** The rows of the collection list: what is owed, how often, by which channel, whom to ask; the centre changes them. */
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useApi, useClient, useRefresh } from '../api/use-api.ts';
import { useItemNames } from '../catalogue/items.ts';
import { useUnitNames } from '../identity/use-unit-names.ts';
import { useWords } from '../language/language.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Dialogue } from '../parts/dialogue.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Reading } from '../parts/reading.tsx';
import { useSending } from '../parts/use-sending.ts';
import { type Assignment, type Items, ROOT } from './answers.ts';
import { AssignForm } from './assign-form.tsx';
import { words } from './words.ts';

/** The table, and for whoever assigns the form and the button that ends a row. */
export function Assignments({ ofCentre, assigns }: { ofCentre: boolean; assigns: boolean }) {
  const text = useWords(words);
  const itemName = useItemNames();
  const unitName = useUnitNames();
  const rows = useApi<Items<Assignment>>(`${ROOT}/assignments`, { anyLanguage: true });
  const [ending, setEnding] = useState<Assignment>();
  const [done, setDone] = useState<string>();
  const columns: Column<Assignment>[] = [
    { key: 'item', title: text.item, wide: true, cell: ({ item }) => itemName(item) },
    {
      key: 'frequency',
      title: text.frequency,
      cell: ({ frequency }) => text.frequencies[frequency] ?? frequency,
    },
    { key: 'channel', title: text.channel, cell: ({ channel }) => text.channels[channel] ?? channel },
    { key: 'contact', title: text.contact, cell: ({ contact }) => contact },
    { key: 'since', title: text.since, cell: ({ since }) => <time>{since}</time> },
  ];
  const ofUnits: Column<Assignment> = { key: 'unit', title: text.unit, cell: ({ unit }) => unitName(unit) };
  const end: Column<Assignment> = {
    key: 'end',
    title: text.act,
    cell: (row) => (
      <Button
        size="small"
        aria-label={text.endOf(unitName(row.unit), itemName(row.item))}
        onClick={() => setEnding(row)}
      >
        {text.end}
      </Button>
    ),
  };
  return (
    <>
      {assigns ? <AssignForm onDone={setDone} /> : null}
      {done ? (
        <p className="notice notice-good" role="status">
          {done}
        </p>
      ) : null}
      <Reading of={rows}>
        {({ items }) => (
          <DataTable
            caption={text.list}
            showCaption
            rows={items}
            rowKey={({ assignmentId }) => assignmentId}
            empty={text.emptyList}
            columns={[...(ofCentre ? [ofUnits] : []), ...columns, ...(assigns ? [end] : [])]}
          />
        )}
      </Reading>
      <EndDialogue row={ending} onDone={setDone} onClose={() => setEnding(undefined)} />
    </>
  );
}

function EndDialogue({
  row,
  onDone,
  onClose,
}: {
  row: Assignment | undefined;
  onDone: (words: string) => void;
  onClose: () => void;
}) {
  const text = useWords(words);
  const id = useId();
  const itemName = useItemNames();
  const unitName = useUnitNames();
  const client = useClient();
  const refresh = useRefresh();
  const { busy, error, send } = useSending();
  const [until, setUntil] = useState('');
  if (!row)
    return (
      <Dialogue open={false} title={text.end} onClose={onClose}>
        {null}
      </Dialogue>
    );
  const about = [unitName(row.unit), itemName(row.item)] as const;
  const confirm = () =>
    void send(async () => {
      await client.send('POST', `${ROOT}/assignments/${row.assignmentId}/end`, { until });
      onDone(text.ended(...about));
      onClose();
      await refresh(ROOT);
    });
  return (
    <Dialogue open title={text.endOf(...about)} onClose={onClose}>
      <div className="field">
        <label htmlFor={`${id}until`}>{text.endOn}</label>
        <Input
          id={`${id}until`}
          type="date"
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
      </div>
      <ProblemNotice error={error} />
      <div className="actions">
        <Button type="primary" danger onClick={confirm} loading={busy} disabled={until === ''}>
          {text.end}
        </Button>{' '}
        <Button onClick={onClose}>{text.cancel}</Button>
      </div>
    </Dialogue>
  );
}
