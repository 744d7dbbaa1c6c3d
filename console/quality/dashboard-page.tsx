/** "Dashboard": what waits, what was handed in lately, timeliness by month, and gaps in document numbers. */
import { Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useApi } from '../api/use-api.ts';
import { useItemNames } from '../catalogue/items.ts';
import type { Submission } from '../intake/answers.ts';
import { writeInstant } from '../language/dates.ts';
import { writeCount, writeShare } from '../language/figures.ts';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Page } from '../parts/page.tsx';
import { Reading } from '../parts/reading.tsx';
import { StateTag, statusLook } from '../parts/state-tag.tsx';
import { words as partsWords } from '../parts/words.ts';
import type { Dashboard, MonthFigures } from './answers.ts';
import { monthsFrom } from './months.ts';
import { NumberGaps } from './number-gaps.tsx';
import { ShareChart } from './share-chart.tsx';
import { words } from './words.ts';

/** The page of the signed-in unit. */
export function DashboardPage() {
  const text = useWords(words);
  const dashboard = useApi<Dashboard>('/api/v1/dashboard');
  return (
    <Page
      title={text.title}
      actions={dashboard.data ? <span className="quiet">{text.asOf(dashboard.data.asOf)}</span> : null}
    >
      <Reading of={dashboard}>
        {(data) => (
          <>
            <section className="stack">
              <h2>{text.waits}</h2>
              <dl className="counts">
                <Waiting name={text.inWork} count={data.inWork} to="/submissions?status=received" />
                <Waiting name={text.withFindings} count={data.withFindings} to="/submissions" />
                <Waiting name={text.heldRows} count={data.heldRows} to="/held-rows" />
              </dl>
            </section>
            <Lately />
            <Timeliness months={data.months} asOf={data.asOf} />
            <NumberGaps series={data.series} />
          </>
        )}
      </Reading>
    </Page>
  );
}

function Waiting({ name, count, to }: { name: string; count: number; to: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{count > 0 ? <Link to={to}>{writeCount(count)}</Link> : writeCount(count)}</dd>
    </div>
  );
}

function Lately() {
  const text = useWords(words);
  const { state } = useWords(partsWords);
  const nameOf = useItemNames();
  const read = useApi<{ items: readonly Submission[] }>('/api/v1/submissions?limit=5');
  if (!read.data || read.data.items.length === 0) return null;
  return (
    <section className="stack">
      <div className="page-head">
        <h2>{text.lately}</h2>
        <Link to="/submissions">{text.all}</Link>
      </div>
      <DataTable
        caption={text.lately}
        rows={read.data.items}
        rowKey={({ submissionId }) => submissionId}
        empty={null}
        columns={[
          {
            key: 'file',
            title: text.file,
            cell: ({ submissionId, fileName }) => <Link to={`/submissions/${submissionId}`}>{fileName}</Link>,
          },
          { key: 'item', title: text.item, cell: ({ item }) => nameOf(item) },
          {
            key: 'at',
            title: text.receivedAt,
            cell: ({ receivedAt }) => <span className="figures">{writeInstant(receivedAt)}</span>,
          },
          {
            key: 'status',
            title: text.status,
            cell: ({ status }) => (
              <StateTag look={statusLook[status] ?? 'quiet'} word={state[status] ?? status} />
            ),
          },
        ]}
      />
    </section>
  );
}

const shareOf = ({ publicOnTime, records, unfixed }: MonthFigures) =>
  records - unfixed > 0 ? publicOnTime / (records - unfixed) : null;

function Timeliness({ months, asOf }: { months: readonly MonthFigures[]; asOf: string }) {
  const text = useWords(words);
  const nameOf = useItemNames();
  const id = useId();
  const items = useMemo(() => [...new Set(months.map(({ item }) => item))], [months]);
  const [wanted, setWanted] = useState<string>();
  const item = wanted ?? items[0];
  const own = useMemo(
    () => months.filter((month) => month.item === item).sort((a, b) => (a.month < b.month ? -1 : 1)),
    [months, item],
  );
  const shares = useMemo(() => {
    const known = new Map(own.map((month) => [month.month.slice(0, 7), shareOf(month)]));
    return monthsFrom([...known.keys()].at(0), asOf.slice(0, 7)).map((month) => ({
      month,
      share: known.get(month) ?? null,
    }));
  }, [own, asOf]);
  return (
    <section className="stack">
      <h2>{text.timeliness}</h2>
      {item === undefined ? (
        <p className="quiet measure">{text.noMonths}</p>
      ) : (
        <>
          <p className="quiet measure">{text.timelinessLead}</p>
          {items.length > 1 ? (
            <div className="filter">
              <label htmlFor={id}>{text.item}</label>
              <Select
                id={id}
                value={item}
                onChange={setWanted}
                popupMatchSelectWidth={false}
                options={items.map((value) => ({ value, label: nameOf(value) }))}
              />
            </div>
          ) : null}
          <ShareChart label={text.chart(nameOf(item))} months={shares} />
          <DataTable
            caption={text.chart(nameOf(item))}
            rows={[...own].reverse()}
            rowKey={({ month }) => month}
            empty={null}
            columns={[
              { key: 'month', title: text.month, cell: ({ month }) => month.slice(0, 7) },
              {
                key: 'records',
                title: text.records,
                number: true,
                cell: ({ records }) => writeCount(records),
              },
              {
                key: 'handedIn',
                title: text.handedIn,
                number: true,
                cell: ({ handedInOnTime }) => writeCount(handedInOnTime),
              },
              {
                key: 'onTime',
                title: text.onTime,
                number: true,
                cell: ({ publicOnTime }) => writeCount(publicOnTime),
              },
              { key: 'share', title: text.share, number: true, cell: (month) => writeShare(shareOf(month)) },
              {
                key: 'days',
                title: text.days,
                number: true,
                cell: ({ averageWorkingDays: days }) => (days === null ? '—' : days.toFixed(1)),
              },
              {
                key: 'unfixed',
                title: text.unfixed,
                number: true,
                cell: ({ unfixed }) => (unfixed === 0 ? '—' : writeCount(unfixed)),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
