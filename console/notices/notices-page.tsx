/** "Notices": what the subject was told, newest first. */
import { useState } from 'react';
import { useClient, useRefresh } from '../api/use-api.ts';
import { writeInstant } from '../language/dates.ts';
import { useWords } from '../language/language.ts';
import { Pages, usePages } from '../parts/more-pages.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { words } from './words.ts';

interface NoticeAnswer {
  readonly noticeId: string;
  readonly kind: string;
  readonly facts: Readonly<Record<string, string | null>>;
  readonly at: string;
  readonly seen: boolean;
}

/** The page. */
export function NoticesPage() {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const pages = usePages<NoticeAnswer>('/api/v1/me/notices', { limit: 50 }, 'before');
  const [error, setError] = useState<unknown>();
  const newest = pages.data?.pages[0]?.items[0];
  function seeAll(upTo: string) {
    client
      .send('POST', '/api/v1/me/notices/seen', { upTo })
      .then(() => refresh('/api/v1/me/notices'), setError);
  }
  return (
    <Page title={text.title}>
      <p className="measure">{text.lead}</p>
      {newest && !newest.seen ? (
        <p>
          <button type="button" className="plain-button" onClick={() => seeAll(newest.noticeId)}>
            {text.seen}
          </button>
        </p>
      ) : null}
      <ProblemNotice error={error} />
      <Pages of={pages}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="quiet">{text.none}</p>
          ) : (
            <ul className="plain-list stack-small">
              {rows.map(({ noticeId, kind, facts, at, seen }) => (
                <li key={noticeId} className="block">
                  <p className="quiet">
                    <time>{writeInstant(at)}</time> {seen ? null : <strong>{text.isNew}</strong>}
                  </p>
                  <p>{text.kinds[kind]?.(facts) ?? kind}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Pages>
    </Page>
  );
}
