/** What the main process and its worker tell each other over ipc. */
import type { Endpoints } from '../platform/db/index.ts';
import type { JobReport } from '../platform/jobs/index.ts';
import type { Sign } from './child-process.ts';

/** The first message to a program that works on the database. */
export type StartWorker = { readonly kind: 'start'; readonly endpoints: Endpoints };

export type FromWorker = Sign | { readonly kind: 'job'; readonly report: JobReport };
