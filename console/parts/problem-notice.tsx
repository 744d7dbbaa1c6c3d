/** Shows why a request was not served: title, detail, what to do, and the reference for faults of ours. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { ProblemError } from '../api/problem-error.ts';
import { useWords } from '../language/language.ts';
import { words } from './words.ts';

/** A problem in words; errors that are no ProblemError are faults of the page and go to its error page. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const text = useWords(words);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) notice.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (!error) return null;
  if (!(error instanceof ProblemError)) throw error;
  const { title, detail, advice, errors, faults, traceId, status } = error.problem;
  return (
    <div ref={notice} className="notice notice-serious" role="alert">
      <strong>{title}</strong>
      {detail && !errors ? <p>{detail}</p> : null}
      {errors ? (
        <ul aria-label={text.fieldErrors}>
          {errors.map((fault) => (
            <li key={`${fault.pointer} ${fault.rule}`}>{fault.message}</li>
          ))}
        </ul>
      ) : null}
      {faults ? (
        <ul aria-label={text.fieldErrors}>
          {faults.map(({ date, what }) => (
            <li key={`${date} ${what}`}>
              {date} {what}
            </li>
          ))}
        </ul>
      ) : null}
      {/* Beside single faults the server's advice speaks to programs, of its own format. */}
      <p>{errors ? text.mend : advice}</p>
      {status >= 500 && traceId ? (
        <p className="quiet">
          {text.traceId} <span className="code">{traceId}</span>
        </p>
      ) : null}
      {onRetry ? (
        <p>
          <Button size="small" onClick={onRetry}>
            {text.retry}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
