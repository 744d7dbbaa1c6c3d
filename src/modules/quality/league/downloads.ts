/** What the league is counted from, as CSV files that anybody may fetch and count again. */
import { Readable } from 'node:stream';
import { csvLine } from '../../../platform/csv.ts';
import type { Queryable, Sql } from '../../../platform/db/index.ts';
import {
  declaredLines,
  limitLines,
  recordDateLines,
  type Scope,
  submissionLines,
  unitLines,
  workingDayLines,
} from '../queries/league.ts';

/** How many lines are read at once. */
const PAGE = 5_000;

type Line = Readonly<Record<string, string | number | boolean | null>>;

/** The files by name: what each holds, and its columns in order. */
export const DOWNLOADS = {
  submissions: {
    columns: [
      ...[
        'submission_id',
        'unit_code',
        'item',
        'channel',
        'received_on',
        'rows',
        'accepted',
        'duplicate',
        'held',
      ],
      ...['refused', 'rejected', 'returned', 'cells_due', 'cells_missing'],
    ],
    statement: undefined,
  },
  'record-dates': {
    columns: [
      ...['unit_code', 'item', 'month', 'decided_on', 'handed_in_on', 'public_on', 'records', 'corrected'],
    ],
    statement: recordDateLines,
  },
  declarations: { columns: ['unit_code', 'item', 'month', 'decisions'], statement: declaredLines },
  'time-limits': {
    columns: ['item', 'sector', 'in_force_from', 'in_force_until', 'working_days'],
    statement: limitLines,
  },
  'working-days': { columns: ['day', 'working'], statement: workingDayLines },
  units: { columns: ['unit_code', 'sector', 'name_zh', 'name_en'], statement: unitLines },
} as const satisfies Record<
  string,
  { columns: readonly string[]; statement: ((scope: Scope) => Sql) | undefined }
>;

export type Download = keyof typeof DOWNLOADS;

async function* lines(db: Queryable, download: Download, scope: Scope): AsyncGenerator<string> {
  const { columns, statement } = DOWNLOADS[download];
  const text = (rows: readonly Line[]) =>
    rows.map((row) => csvLine(columns.map((column) => row[column] ?? null))).join('');
  yield csvLine(columns);
  if (statement) {
    yield text(await db.query<Line>(statement(scope)));
    return;
  }
  for (let after = '0'; ; ) {
    const rows = await db.query<Line & { submission_id: string }>(submissionLines(scope, after, PAGE));
    yield text(rows);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.submission_id;
  }
}

/** A file as a stream. */
export function openDownload(db: Queryable, download: Download, scope: Scope): Readable {
  return Readable.from(lines(db, download, scope));
}
