/** "Records": what the unit handed in and was accepted, with filters in the address and links to the public pages. */
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useItemNames, useItems, usePartyNames } from '../catalogue/items.ts';
import { lastDayBefore } from '../language/dates.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Pages, usePages } from '../parts/more-pages.tsx';
import { Page } from '../parts/page.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { useFilters } from '../parts/use-filters.ts';
import { words } from './words.ts';

interface OwnRecord {
  readonly id: string;
  readonly item: string;
  readonly version: number;
  readonly authorityName: string;
  readonly decisionNo: string;
  readonly decidedOn: string;
  readonly misconductClass: string | null;
  readonly submissionId: string;
  readonly row: number;
  readonly acceptedOn: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly public: boolean;
  readonly publicUntil: string | null;
}

/** The page. */
export function RecordsPage() {
  const text = useWords(words);
  const nameOf = useItemNames();
  const partyOf = usePartyNames();
  const { language } = useLanguage();
  const filters = useFilters('item', 'from', 'until', 'decisionNo');
  const pages = usePages<OwnRecord>('/api/v1/records', { ...filters.values, limit: 50 }, 'before');
  const columns: Column<OwnRecord>[] = [
    {
      key: 'decisionNo',
      title: text.decisionNo,
      cell: ({ decisionNo, version }) => (
        <>
          {decisionNo}
          {version > 1 ? <span className="quiet"> ({text.version(version)})</span> : null}
        </>
      ),
    },
    { key: 'subject', title: text.subject, cell: ({ item, fields }) => partyOf(item, fields) },
    { key: 'item', title: text.item, cell: ({ item }) => nameOf(item) },
    { key: 'decidedOn', title: text.decidedOn, cell: ({ decidedOn }) => <time>{decidedOn}</time> },
    { key: 'authority', title: text.authority, cell: ({ authorityName }) => authorityName },
    {
      key: 'class',
      title: text.class,
      cell: ({ misconductClass }) =>
        misconductClass ? (text.classes[misconductClass] ?? misconductClass) : '—',
    },
    { key: 'acceptedOn', title: text.acceptedOn, cell: ({ acceptedOn }) => <time>{acceptedOn}</time> },
    {
      key: 'public',
      title: text.public,
      cell: ({ id, public: isPublic, publicUntil }) =>
        isPublic ? (
          <>
            <StateTag
              look="good"
              word={publicUntil ? text.publicTo(lastDayBefore(publicUntil)) : text.isPublic}
            />
            <br />
            <a href={`${language === 'en' ? '/en' : ''}/records/${id}`} target="_blank" rel="noreferrer">
              {text.publicPage}
            </a>
          </>
        ) : (
          <StateTag look="quiet" word={text.notPublic} />
        ),
    },
    {
      key: 'source',
      title: text.source,
      cell: ({ submissionId, row }) => <Link to={`/submissions/${submissionId}`}>{text.sourceRow(row)}</Link>,
    },
  ];
  const filtered = Object.values(filters.values).some((value) => value !== '');
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      <Filters filters={filters} filtered={filtered} />
      <Pages of={pages}>
        {(rows) => (
          <DataTable
            caption={text.caption}
            columns={columns}
            rows={rows}
            rowKey={({ id, version }) => `${id} ${version}`}
            empty={filtered ? text.emptyFiltered : text.empty}
          />
        )}
      </Pages>
    </Page>
  );
}

type RecordFilters = ReturnType<typeof useFilters<'item' | 'from' | 'until' | 'decisionNo'>>;

function Filters({ filters, filtered }: { filters: RecordFilters; filtered: boolean }) {
  const text = useWords(words);
  const nameOf = useItemNames();
  const items = useItems();
  const id = useId();
  const { values, set, clear } = filters;
  const [number, setNumber] = useState(values.decisionNo);
  return (
    <form
      className="row row-end no-print"
      onSubmit={(event) => {
        event.preventDefault();
        set('decisionNo', number.trim());
      }}
    >
      <div className="filter">
        <label htmlFor={`${id}-item`}>{text.item}</label>
        <Select
          id={`${id}-item`}
          value={values.item}
          onChange={(value) => set('item', value)}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: text.all },
            ...(items.data?.items ?? []).map(({ item }) => ({ value: item, label: nameOf(item) })),
          ]}
        />
      </div>
      <div className="filter">
        <label htmlFor={`${id}-from`}>{text.from}</label>
        <Input
          id={`${id}-from`}
          type="date"
          value={values.from}
          onChange={(event) => set('from', event.target.value)}
        />
      </div>
      <div className="filter">
        <label htmlFor={`${id}-until`}>{text.until}</label>
        <Input
          id={`${id}-until`}
          type="date"
          value={values.until}
          onChange={(event) => set('until', event.target.value)}
        />
      </div>
      <div className="filter">
        <label htmlFor={`${id}-number`}>{text.decisionNo}</label>
        <Input id={`${id}-number`} value={number} onChange={(event) => setNumber(event.target.value)} />
      </div>
      <Button htmlType="submit">{text.apply}</Button>
      {filtered ? (
        <Button
          onClick={() => {
            setNumber('');
            clear();
          }}
        >
          {text.clear}
        </Button>
      ) : null}
    </form>
  );
}
