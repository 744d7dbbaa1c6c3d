/** The worker that checks a file beside the page, so that a million rows do not freeze it. */
import type { ItemForChecking } from '../../catalogue/items.ts';
import type { PreCheckReport } from './report.ts';
import { runPreCheck } from './run-pre-check.ts';

/** What the page sends: once. */
export interface PreCheckOrder {
  readonly file: File;
  readonly item: ItemForChecking;
}

/** What the worker answers: progress, then one end. */
export type PreCheckNews =
  | { readonly kind: 'rows'; readonly rows: number }
  | { readonly kind: 'report'; readonly report: PreCheckReport }
  | { readonly kind: 'failed'; readonly message: string };

const PAUSE = 150;

function tell(news: PreCheckNews): void {
  self.postMessage(news);
}

self.addEventListener('message', ({ data }: MessageEvent<PreCheckOrder>) => {
  let told = 0;
  runPreCheck(data.file, data.file.name, data.item, (rows) => {
    if (performance.now() - told < PAUSE) return;
    told = performance.now();
    tell({ kind: 'rows', rows });
  }).then(
    (report) => tell({ kind: 'report', report }),
    (error: unknown) => tell({ kind: 'failed', message: String(error) }),
  );
});
