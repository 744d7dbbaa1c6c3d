/** What of the catalogue is collected, by item and unit, and why not where it is not. */
import { addMonths, type CivilDate } from '../../../kernel/civil-date.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import type { Words } from '../../../platform/index.ts';
import { activeItems, assignments, codeCoverage, itemTotals } from '../queries/coverage.ts';

/**
 * collected: something came within a year · nothing-to-report: the unit says there was nothing · lapsed: something came,
 * but not within a year · not-sent: nothing came yet.
 */
export type CoverageState = 'collected' | 'nothing-to-report' | 'lapsed' | 'not-sent';

/** One unit's part in an item. */
export interface CoverageCell {
  readonly unit: string;
  readonly name: Words;
  readonly state: CoverageState;
  /** Day of the last file with accepted rows. */
  readonly latestOn: string | null;
}

/** One item with the units that owe it; none: nobody is assigned, which is the reason that nothing comes. */
export interface CoverageRow {
  readonly item: string;
  readonly name: Words;
  readonly category: string;
  /** Records that are or were public; undefined for items that are not. */
  readonly records: number | undefined;
  readonly cells: readonly CoverageCell[];
}

/** How a unit stands to an item it owes. */
export function stateOf(
  { latestOn, nilMonths }: { readonly latestOn: string | null; readonly nilMonths: number },
  today: CivilDate,
): CoverageState {
  if (latestOn !== null && latestOn >= addMonths(today, -12)) return 'collected';
  if (nilMonths > 0) return 'nothing-to-report';
  return latestOn === null ? 'not-sent' : 'lapsed';
}

type AssignmentRow = Words & {
  readonly item: string;
  readonly unit: string;
  readonly latestOn: string | null;
  readonly nilMonths: number;
};

/** All items in force, in the order of the catalogue. */
export async function listCoverage(db: Queryable, today: CivilDate): Promise<CoverageRow[]> {
  const [items, owed, totals] = await Promise.all([
    db.query<Words & { item: string; category: string; isPublic: boolean }>(activeItems()),
    db.query<AssignmentRow>(assignments()),
    db.query<{ item: string; records: number }>(itemTotals()),
  ]);
  const byItem = Map.groupBy(owed, ({ item }) => item);
  const records = new Map(totals.map(({ item, records }) => [item, records]));
  return items.map(({ item, zh, en, category, isPublic }) => ({
    ...{ item, name: { zh, en }, category, records: isPublic ? (records.get(item) ?? 0) : undefined },
    cells: (byItem.get(item) ?? []).map((row) => ({
      ...{ unit: row.unit, name: { zh: row.zh, en: row.en }, latestOn: row.latestOn },
      state: stateOf(row, today),
    })),
  }));
}

/** How many organisations of a kind there are, and whether they have the unified code. */
export interface CodeCoverage {
  /** Registering department and kind, the first two characters of the code; null: an old number alone. */
  readonly category: string | null;
  readonly subjects: number;
}

/** Counting every organisation takes its time, and changes little in an hour. */
const KEEP_MS = 3_600_000;
const counted = new WeakMap<Queryable, { readonly at: number; readonly rows: Promise<CodeCoverage[]> }>();

/** Counts by kind, at most an hour old. */
export function listCodeCoverage(db: Queryable, now: Date): Promise<CodeCoverage[]> {
  const kept = counted.get(db);
  if (kept && now.getTime() - kept.at < KEEP_MS) return kept.rows;
  const rows = db.query<CodeCoverage>(codeCoverage());
  counted.set(db, { at: now.getTime(), rows });
  rows.catch(() => counted.delete(db));
  return rows;
}
