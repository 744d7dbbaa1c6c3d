/** React's way to the API: reading with TanStack Query, keyed by language since answers speak it. */
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext } from 'react';
import { useLanguage } from '../language/language.ts';
import type { Client } from './client.ts';

export const ClientContext = createContext<Client | undefined>(undefined);

/** The client; only below its provider. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('useClient stands outside its provider');
  return client;
}

/** How a reading behaves. */
export interface ReadingOptions<T> {
  /** Milliseconds until it is read again, from what was read last; false: never. */
  readonly again?: (last: T | undefined) => number | false;
  /** The answer says the same in every language: a change of language reads nothing anew. */
  readonly anyLanguage?: boolean;
  /** Keeps the last page on the screen while the next one comes. */
  readonly keep?: boolean;
}

/** Reads `path`; undefined waits. */
export function useApi<T>(path: string | undefined, options: ReadingOptions<T> = {}): UseQueryResult<T> {
  const client = useClient();
  const { language } = useLanguage();
  return useQuery<T>({
    queryKey: ['api', options.anyLanguage ? '' : language, path],
    queryFn: ({ signal }) => client.get<T>(path as string, signal),
    enabled: path !== undefined,
    ...(options.again ? { refetchInterval: (query) => options.again?.(query.state.data) ?? false } : {}),
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Makes everything under these paths be read anew, in both languages. */
export function useRefresh(): (...paths: readonly string[]) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    (...paths) =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [kind, , path] }) =>
          kind === 'api' && typeof path === 'string' && paths.some((start) => path.startsWith(start)),
      }),
    [queries],
  );
}
