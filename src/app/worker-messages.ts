/** What the main process and its worker tell each other over ipc. */
import type { Endpoints } from '../platform/db/index.ts';
import type { JobReport } from '../platform/jobs/index.ts';

export type ToWorker = { readonly kind: 'start'; readonly endpoints: Endpoints } | { readonly kind: 'stop' };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'heartbeat' }
  | { readonly kind: 'job'; readonly report: JobReport };
