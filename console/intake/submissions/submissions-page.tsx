/** "My submissions": the unit's submissions, newest first, with filters in the address and live counts. */
import { Button, Select } from 'antd';
import { useId } from 'react';
import { Link } from 'react-router';
import { useItemNames, useItems } from '../../catalogue/items.ts';
import { mayDo, useSession } from '../../identity/session.ts';
import { writeInstant } from '../../language/dates.ts';
import { writeCount } from '../../language/figures.ts';
import { useWords } from '../../language/language.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Pages, usePages } from '../../parts/more-pages.tsx';
import { Page } from '../../parts/page.tsx';
import { StateTag, statusLook } from '../../parts/state-tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { words as partsWords } from '../../parts/words.ts';
import type { Counts, Submission } from '../answers.ts';
import { words } from './words.ts';

// `reading` is how `received` looks while the worker is at it; the server knows it under `received`.
const statuses = ['received', 'waiting', 'settled', 'refused', 'withdrawn'];

/** The list. */
export function SubmissionsPage() {
  const text = useWords(words);
  const { state } = useWords(partsWords);
  const { account } = useSession();
  const id = useId();
  const nameOf = useItemNames();
  const items = useItems();
  const filters = useFilters('item', 'status');
  const pages = usePages<Submission>('/api/v1/submissions', filters.values, 'before', 5_000);

  const count = (key: keyof Counts, title: string): Column<Submission> => ({
    key,
    title,
    number: true,
    cell: ({ counts }) => (counts ? writeCount(counts[key]) : '—'),
  });
  const columns: Column<Submission>[] = [
    {
      key: 'file',
      title: text.file,
      cell: ({ submissionId, fileName }) => <Link to={`/submissions/${submissionId}`}>{fileName}</Link>,
    },
    { key: 'item', title: text.item, cell: ({ item }) => nameOf(item) },
    {
      key: 'receivedAt',
      title: text.receivedAt,
      cell: ({ receivedAt }) => <time dateTime={receivedAt}>{writeInstant(receivedAt)}</time>,
    },
    {
      key: 'status',
      title: text.status,
      cell: ({ status }) => <StateTag look={statusLook[status] ?? 'quiet'} word={state[status] ?? status} />,
    },
    count('rows', text.rows),
    count('accepted', text.accepted),
    count('rejected', text.rejected),
    count('held', text.held),
    count('duplicate', text.duplicate),
  ];
  const filtered = filters.values.item !== '' || filters.values.status !== '';
  return (
    <Page
      title={text.title}
      actions={mayDo(account, 'submit') ? <Link to="/hand-in">{text.handIn}</Link> : undefined}
    >
      <div className="row row-end no-print">
        <div className="filter">
          <label htmlFor={`${id}-item`}>{text.item}</label>
          <Select
            id={`${id}-item`}
            value={filters.values.item}
            onChange={(value) => filters.set('item', value)}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: text.all },
              ...(items.data?.items ?? []).map(({ item }) => ({ value: item, label: nameOf(item) })),
            ]}
          />
        </div>
        <div className="filter">
          <label htmlFor={`${id}-status`}>{text.status}</label>
          <Select
            id={`${id}-status`}
            value={filters.values.status}
            onChange={(value) => filters.set('status', value)}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: text.all },
              ...statuses.map((value) => ({ value, label: state[value] ?? value })),
            ]}
          />
        </div>
        {filtered ? <Button onClick={filters.clear}>{text.clear}</Button> : null}
      </div>
      <Pages of={pages}>
        {(rows) => (
          <DataTable
            caption={text.caption}
            columns={columns}
            rows={rows}
            rowKey={({ submissionId }) => submissionId}
            empty={filtered ? text.emptyFiltered : text.empty}
          />
        )}
      </Pages>
    </Page>
  );
}
