/** Timeliness and number gaps as pages and the API show them. */
import type { Queryable } from '../../platform/db/index.ts';
import { seriesOfUnit, timelinessByUnit, timelinessOfUnit } from './queries/figures.ts';

/** One unit's figures of one item over a period. Shares are numbers from 0 to 1, null where nothing could be counted. */
export interface UnitTimeliness {
  unit: string;
  name: { zh: string; en: string };
  item: string;
  records: number;
  handedInOnTime: number;
  publicOnTime: number;
  /** Records whose days can't be counted yet (no published calendar): in no share. */
  unfixed: number;
  handedInShare: number | null;
  publicShare: number | null;
  averageWorkingDays: number | null;
  countedAt: Date;
}

interface FigureRow {
  unit: string;
  name_zh: string;
  name_en: string;
  item: string;
  records: number;
  handed_in_on_time: number;
  public_on_time: number;
  unfixed: number;
  working_days_total: number;
  counted_at: Date;
}

const share = (part: number, of: number): number | null => (of === 0 ? null : part / of);

/** Every unit's figures per item for the months of decision in `[from, until)` (first days of months). */
export async function listTimeliness(
  db: Queryable,
  period: { from: string; until: string },
): Promise<UnitTimeliness[]> {
  const rows = await db.query<FigureRow>(timelinessByUnit(period.from, period.until));
  return rows.map((row) => {
    const counted = row.records - row.unfixed;
    return {
      unit: row.unit,
      name: { zh: row.name_zh, en: row.name_en },
      item: row.item,
      records: row.records,
      handedInOnTime: row.handed_in_on_time,
      publicOnTime: row.public_on_time,
      unfixed: row.unfixed,
      handedInShare: share(row.handed_in_on_time, counted),
      publicShare: share(row.public_on_time, counted),
      averageWorkingDays: share(row.working_days_total, counted),
      countedAt: row.counted_at,
    };
  });
}

/** One unit's figures by month and item. */
export async function listUnitMonths(db: Queryable, unit: string, period: { from: string; until: string }) {
  const rows = await db.query<
    Omit<FigureRow, 'unit' | 'name_zh' | 'name_en' | 'counted_at'> & { month: string }
  >(timelinessOfUnit(unit, period.from, period.until));
  return rows.map((row) => ({
    item: row.item,
    month: row.month,
    records: row.records,
    handedInOnTime: row.handed_in_on_time,
    publicOnTime: row.public_on_time,
    unfixed: row.unfixed,
    averageWorkingDays: share(row.working_days_total, row.records - row.unfixed),
  }));
}

/** Number series with what is missing in them, of one unit or of all, the longest gaps first. */
export async function listNumberSeries(db: Queryable, unit?: string) {
  return db.query<{
    unit: string;
    item: string;
    series: string;
    lowest: number;
    highest: number;
    present: number;
    missing: number[];
  }>(seriesOfUnit(unit));
}
