/** Lists that come page by page: reads the next page on request and keeps those already on the screen. */
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { withQuery } from '../api/client.ts';
import { useClient } from '../api/use-api.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { words } from './words.ts';

/** A page as the API gives it. */
export interface ListPage<Row> {
  readonly items: readonly Row[];
  readonly next: string | number | null;
}

/** Reads a list; `cursor` names the parameter that takes `next`. */
export function usePages<Row>(
  path: string,
  parameters: Record<string, string | number | undefined>,
  cursor: string,
  again?: number,
) {
  const client = useClient();
  const { language } = useLanguage();
  const full = withQuery(path, parameters);
  return useInfiniteQuery<
    ListPage<Row>,
    Error,
    InfiniteData<ListPage<Row>>,
    readonly unknown[],
    string | number | null
  >({
    queryKey: ['api', language, full, 'pages'],
    initialPageParam: null,
    queryFn: ({ pageParam, signal }) =>
      client.get(withQuery(path, { ...parameters, [cursor]: pageParam ?? undefined }), signal),
    getNextPageParam: (page) => page.next,
    ...(again === undefined ? {} : { refetchInterval: again }),
  });
}

/** Renders all rows read so far, with a button for more. */
export function Pages<Row>({
  of,
  children,
}: {
  of: ReturnType<typeof usePages<Row>>;
  children: (rows: readonly Row[]) => ReactNode;
}) {
  const text = useWords(words);
  const rows = of.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <ProblemNotice error={of.error} onRetry={() => void of.refetch()} />
      {rows === undefined && !of.error ? (
        <p className="quiet" role="status">
          {text.loading}
        </p>
      ) : null}
      {rows === undefined ? null : children(rows)}
      {of.hasNextPage ? (
        <p>
          <Button loading={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
            {text.more}
          </Button>
        </p>
      ) : null}
    </>
  );
}
