/** "Collection list": for a unit what it owes and when; for the centre units × items, with what is late. */
import { useApi } from '../api/use-api.ts';
import { useItemNames } from '../catalogue/items.ts';
import { useSession } from '../identity/session.ts';
import { useUnitNames } from '../identity/use-unit-names.ts';
import { writeInstant } from '../language/dates.ts';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Page } from '../parts/page.tsx';
import { Reading } from '../parts/reading.tsx';
import { type Items, type News, ROOT, writeMonth } from './answers.ts';
import { Assignments } from './assignments.tsx';
import { Matrix } from './matrix.tsx';
import { OwnMonths } from './own-months.tsx';
import { words } from './words.ts';

/** The page. */
export function CollectionPage() {
  const text = useWords(words);
  const { account } = useSession();
  const units = useApi<{ items: readonly { code: string; kind: string }[] }>('/api/v1/units', {
    anyLanguage: true,
  });
  return (
    <Page title={text.title}>
      <Reading of={units}>
        {({ items }) => {
          const isCentre = items.find(({ code }) => code === account.unit.code)?.kind === 'centre';
          const assigns =
            isCentre && account.roles.some((role) => role === 'publisher' || role === 'administrator');
          return (
            <>
              <p className="quiet measure">{isCentre ? text.leadOfCentre : text.lead}</p>
              <NewsList />
              {isCentre ? <Matrix /> : <OwnMonths />}
              <Assignments ofCentre={isCentre} assigns={assigns} />
            </>
          );
        }}
      </Reading>
    </Page>
  );
}

function NewsList() {
  const text = useWords(words);
  const itemName = useItemNames();
  const unitName = useUnitNames();
  const news = useApi<Items<News>>(`${ROOT}/notices`, { anyLanguage: true });
  const write = ({ kind, facts }: News) =>
    text.newsKinds[kind]?.(
      unitName(facts['unit'] ?? ''),
      itemName(facts['item'] ?? ''),
      writeMonth(facts['month'] ?? ''),
      facts['dueOn'] ?? '',
    ) ?? kind;
  return (
    <Reading of={news}>
      {({ items }) =>
        items.length === 0 ? null : (
          <DataTable
            caption={text.news}
            showCaption
            rows={items}
            rowKey={({ noticeId }) => noticeId}
            empty=""
            columns={[
              { key: 'at', title: text.newsAt, cell: ({ at }) => <time>{writeInstant(at)}</time> },
              { key: 'what', title: text.newsText, wide: true, cell: write },
            ]}
          />
        )
      }
    </Reading>
  );
}
