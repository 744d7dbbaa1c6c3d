/** What stands in for a reading of the API until it is there: a quiet line, or the problem with a way to try again. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../language/language.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { words } from './words.ts';

/** Renders `children` with what was read. An error after a first success is shown above what is still known. */
export function Reading<T>({ of, children }: { of: UseQueryResult<T>; children: (read: T) => ReactNode }) {
  const text = useWords(words);
  return (
    <>
      <ProblemNotice error={of.error} onRetry={() => void of.refetch()} />
      {of.data === undefined && !of.error ? (
        <p className="quiet" role="status">
          {text.loading}
        </p>
      ) : null}
      {of.data === undefined ? null : children(of.data)}
    </>
  );
}
