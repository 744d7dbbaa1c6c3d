/** Counts what came of each month of a unit and item: records by their day of decision, or files by their day of arrival. */
import { addMonths, type CivilDate } from '../../kernel/civil-date.ts';
import type { Calendar } from '../../kernel/working-days.ts';
import type { Platform } from '../../platform/index.ts';
import { findActiveItem } from '../catalogue/index.ts';
import { getCalendar } from '../law/index.ts';
import { countVersionsBySubmission, listRecordDates, type RecordDates } from '../records/index.ts';
import { type Frequency, ownMonthFromDay } from './collection-data.ts';
import { isLate, monthOf } from './due-day.ts';
import { type LimitOn, limitsOf } from './limits.ts';
import {
  clearDeliveries,
  filesTaken,
  insertDeliveries,
  lockDeliveries,
  type NewDelivery,
} from './queries/deliveries.ts';

interface Taken {
  readonly receivedOn: string;
  readonly rows: number;
  /** The month declared for the file. */
  readonly month: string | null;
}

interface FileTaken extends Taken {
  readonly submissionId: string;
  readonly accepted: number;
}

type Arrival = { month: CivilDate; on: string; records: number; late: number };

/** Records belong to the month of their decision; each has its own due day. */
export function arrivalsOfRecords(
  calendar: Calendar,
  dates: readonly Pick<RecordDates, 'decided_on' | 'handed_in_on' | 'records'>[],
  limitOn: LimitOn,
): Arrival[] {
  return dates.map(({ decided_on, handed_in_on, records }) => {
    const decided = decided_on as CivilDate;
    const limit = limitOn(decided);
    const late = limit !== undefined && isLate(calendar, decided, handed_in_on as CivilDate, limit);
    return { month: monthOf(decided_on), on: handed_in_on, records, late: late ? records : 0 };
  });
}

/** A file is for the month before it came, late in a month for that one, unless its unit says otherwise. */
export function arrivalsOfFiles(files: readonly Taken[]): Arrival[] {
  return files.map(({ receivedOn, rows, month }) => ({
    month: (month ?? usualMonth(receivedOn)) as CivilDate,
    on: receivedOn,
    records: rows,
    late: 0,
  }));
}

function usualMonth(receivedOn: string): CivilDate {
  const own = monthOf(receivedOn);
  return Number(receivedOn.slice(8)) >= ownMonthFromDay ? own : addMonths(own, -1);
}

/**
 * Records about people are sealed: of a month without any other, the files that held more than an organisation's records
 * tell that something came.
 */
function arrivalsOfPeople(
  files: readonly FileTaken[],
  versions: ReadonlyMap<string, number>,
  known: readonly Pick<Arrival, 'month'>[],
): Arrival[] {
  const months = new Set(known.map(({ month }) => month));
  const about = files.map((file) => ({
    ...file,
    rows: file.accepted - (versions.get(file.submissionId) ?? 0),
  }));
  return arrivalsOfFiles(about.filter(({ rows }) => rows > 0)).filter(({ month }) => !months.has(month));
}

/** Sums of the months. */
export function sumByMonth(arrivals: readonly Arrival[]): NewDelivery[] {
  return [...Map.groupBy(arrivals, ({ month }) => month)].map(([month, some]) => {
    const days = some.map(({ on }) => on).sort();
    return {
      month,
      records: some.reduce((sum, { records }) => sum + records, 0),
      lateRecords: some.reduce((sum, { late }) => sum + late, 0),
      firstOn: days[0] ?? month,
      lastOn: days.at(-1) ?? month,
    };
  });
}

/** Replaces what is counted of a unit and item as a whole; twice, or two at once, gives the same. */
export async function countDeliveries(
  platform: Platform,
  scope: { readonly unit: string; readonly item: string },
): Promise<void> {
  const db = platform.db.app;
  const [item, calendar] = await Promise.all([findActiveItem(db, scope.item), getCalendar(db)]);
  if (!item) return;
  const frequency: Frequency = item.frequency;
  const limitOn = await limitsOf(platform, db)({ ...scope, frequency });
  await db.scoped({ duty: 'quality' }, async (tx) => {
    await tx.query(lockDeliveries(scope.unit, scope.item));
    const records =
      frequency === 'per-decision'
        ? await listRecordDates(tx, scope.unit, scope.item, { adverse: item.adverse, isPublic: false })
        : [];
    const files =
      frequency === 'monthly' || item.naturalPerson
        ? await tx.query<FileTaken>(filesTaken(scope.unit, scope.item))
        : [];
    const arrivals = arrivalsOfRecords(calendar, records, limitOn);
    if (records.length === 0) arrivals.push(...arrivalsOfFiles(files));
    else if (item.naturalPerson) {
      const versions = await countVersionsBySubmission(tx, scope.unit, scope.item);
      arrivals.push(...arrivalsOfPeople(files, versions, arrivals));
    }
    await tx.query(clearDeliveries(scope.unit, scope.item));
    await tx.query(insertDeliveries(scope.unit, scope.item, sumByMonth(arrivals), platform.clock.now()));
  });
}
