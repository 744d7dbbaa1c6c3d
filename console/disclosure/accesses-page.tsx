/** "Who looked": every look at what is not public, with when, who, why and what. */
import { useItemNames } from '../catalogue/items.ts';
import { words as identityWords } from '../identity/words.ts';
import { writeInstant } from '../language/dates.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Pages, usePages } from '../parts/more-pages.tsx';
import { Page } from '../parts/page.tsx';
import type { AccessAnswer } from './answers.ts';
import { words } from './words.ts';

/** The page. */
export function AccessesPage({ isPerson }: { isPerson: boolean }) {
  const text = useWords(words);
  const { role } = useWords(identityWords);
  const { language } = useLanguage();
  const nameOf = useItemNames();
  const pages = usePages<AccessAnswer>('/api/v1/me/accesses', { limit: 50 }, 'before');
  const columns: Column<AccessAnswer>[] = [
    { key: 'at', title: text.at, cell: ({ at }) => <time>{writeInstant(at)}</time> },
    {
      key: 'who',
      title: text.who,
      cell: ({ unitName, unit, duty, officer, agentId }) =>
        unit === null ? (
          agentId === null ? (
            isPerson ? (
              text.selfPerson
            ) : (
              text.self
            )
          ) : (
            text.agent
          )
        ) : (
          <>
            {unitName?.[language] ?? unit}
            <br />
            <span className="quiet">
              {(duty ?? '')
                .split(' ')
                .map((one) => (one === 'client' ? text.machine : (role[one] ?? one)))
                .join(language === 'zh' ? '、' : ', ')}
              {officer ? ` · ${text.officer(officer)}` : ''}
            </span>
          </>
        ),
    },
    {
      key: 'why',
      title: text.purpose,
      cell: ({ kind, purposeName, caseNo, inBulk }) => (
        <>
          {kind === 'look' ? purposeName?.[language] : text.kinds[kind]}
          {caseNo ? (
            <>
              <br />
              <span className="quiet">{text.caseNo(caseNo)}</span>
            </>
          ) : null}
          {inBulk ? (
            <>
              <br />
              <span className="quiet">{text.inBulk}</span>
            </>
          ) : null}
        </>
      ),
    },
    {
      key: 'what',
      title: text.what,
      wide: true,
      cell: ({ shown }) =>
        Object.entries(shown)
          .map(([item, { records }]) => text.records(nameOf(item), records.length))
          .join(language === 'zh' ? '；' : '; ') || '—',
    },
  ];
  return (
    <Page title={text.accessesTitle}>
      <p className="measure">{text.accessesLead}</p>
      <Pages of={pages}>
        {(rows) => (
          <DataTable
            caption={text.accessesTitle}
            columns={columns}
            rows={rows}
            rowKey={({ accessId }) => accessId}
            empty={isPerson ? text.noAccessesPerson : text.noAccesses}
          />
        )}
      </Pages>
    </Page>
  );
}
