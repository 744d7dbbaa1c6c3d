/** Runs the pre-check of the chosen file in a worker and tells the page how it goes. */
import { useEffect, useState } from 'react';
import type { ItemForChecking } from '../../catalogue/items.ts';
import type { PreCheckNews, PreCheckOrder } from './pre-check.worker.ts';
import type { PreCheckReport } from './report.ts';

/** Where the pre-check stands. `failed`: the browser could not do it; the server will. */
export type PreCheckState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly rows: number }
  | { readonly kind: 'done'; readonly report: PreCheckReport }
  | { readonly kind: 'failed' };

/** Checks `file` whenever it or the item changes; another file stops the check of the one before. */
export function usePreCheck(file: File | undefined, item: ItemForChecking | undefined): PreCheckState {
  const [state, setState] = useState<PreCheckState>({ kind: 'none' });
  useEffect(() => {
    if (!file || !item) {
      setState({ kind: 'none' });
      return;
    }
    setState({ kind: 'running', rows: 0 });
    const worker = new Worker(new URL('./pre-check.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data: news }: MessageEvent<PreCheckNews>) => {
      if (news.kind === 'rows') setState({ kind: 'running', rows: news.rows });
      else if (news.kind === 'report') setState({ kind: 'done', report: news.report });
      else setState({ kind: 'failed' });
    });
    worker.addEventListener('error', () => setState({ kind: 'failed' }));
    worker.postMessage({ file, item } satisfies PreCheckOrder);
    return () => worker.terminate();
  }, [file, item]);
  return state;
}
