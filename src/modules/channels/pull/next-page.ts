/** Finds the rows of the next page: from the watermark on, without those that bear it and were taken already. */
import { createHash } from 'node:crypto';
import type { SourceConnection, SourceRow } from '../../../platform/source-database/index.ts';
import type { PullDefinition, Watermark } from './pull-source.ts';

/** So many rows may share one value; more cannot be told apart from page to page. */
export const MOST_TIES = 10_000;

export type Page = {
  readonly rows: readonly SourceRow[];
  /** Where the next page begins. */
  readonly watermark: Watermark | null;
  /** Whether the source may have more at once. */
  readonly isFull: boolean;
};

/** One row's mark: what it says, not which row it is, since a row changed under the same value is news. */
export function markOf(row: SourceRow): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 22);
}

function countMarks(rows: readonly SourceRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(markOf(row), (counts.get(markOf(row)) ?? 0) + 1);
  return counts;
}

/** Takes each known row away once. */
function withoutTaken(read: readonly SourceRow[], known: Watermark | null): SourceRow[] {
  if (known === null) return [...read];
  const left = new Map(known.taken);
  return read.filter((row) => {
    if (row[0] !== known.value) return true;
    const times = left.get(markOf(row)) ?? 0;
    if (times > 0) left.set(markOf(row), times - 1);
    return times === 0;
  });
}

/** The new end: its value, with all rows that bear it, those of earlier pages among them. */
function endOf(rows: readonly SourceRow[], known: Watermark | null): Watermark | null {
  const last = rows.at(-1);
  if (last === undefined) return known;
  const counts = countMarks(rows.filter(([value]) => value === last[0]));
  if (known?.value === last[0])
    for (const [mark, times] of known.taken) counts.set(mark, (counts.get(mark) ?? 0) + times);
  return { value: last[0], taken: [...counts] };
}

/** How many rows are known at the watermark. */
export function tiesOf(watermark: Watermark | null): number {
  return (watermark?.taken ?? []).reduce((sum, [, times]) => sum + times, 0);
}

/** @throws SourceError */
export async function readNextPage(
  source: SourceConnection,
  definition: PullDefinition,
  watermarkType: string,
  known: Watermark | null,
): Promise<Page> {
  const { schema, view, columns, watermark, pageSize } = definition;
  // Those that are known come again and take no place away.
  const limit = pageSize + tiesOf(known);
  const read = await source.readPage({
    schema,
    view,
    columns: Object.keys(columns),
    watermark,
    watermarkType,
    limit,
    ...(known === null ? {} : { from: known.value }),
  });
  const rows = withoutTaken(read, known);
  return { rows, watermark: endOf(rows, known), isFull: read.length >= limit };
}
