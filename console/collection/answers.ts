/** What the addresses of the collection list answer, and how its states look. */
import type { Look } from '../parts/state-tag.tsx';

export interface Assignment {
  readonly assignmentId: string;
  readonly unit: string;
  readonly item: string;
  readonly frequency: string;
  readonly channel: string;
  readonly contact: string;
  readonly since: string;
}

export interface Due extends Assignment {
  /** First day of the month. */
  readonly month: string;
  readonly dueOn: string;
  readonly dueFixed: boolean;
  readonly state: string;
  readonly delivery: {
    readonly records: number;
    readonly lateRecords: number;
    readonly lastOn: string;
  } | null;
}

export interface News {
  readonly noticeId: string;
  readonly kind: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly at: string;
}

export interface Items<T> {
  readonly items: readonly T[];
}

export const ROOT = '/api/v1/collection';

/** From calm to grave. */
export const stateLook: Readonly<Record<string, Look>> = {
  open: 'note',
  delivered: 'good',
  'nothing-to-report': 'quiet',
  'due-soon': 'attention',
  late: 'attention',
  missing: 'serious',
  contradicted: 'serious',
};

/** '2026-10-01' → '2026-10'. */
export function writeMonth(month: string): string {
  return month.slice(0, 7);
}
