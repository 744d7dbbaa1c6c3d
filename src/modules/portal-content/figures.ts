/** The honest figures of the home page, counted at most every few minutes, with the moment they were counted. */
import { addMonths } from '../../kernel/civil-date.ts';
import type { Platform } from '../../platform/index.ts';
import { listTimeliness } from '../quality/index.ts';
import { countPublicRecords } from '../records/index.ts';
import { subjectTotal } from './queries.ts';

/** What the home page says. */
export type Figures = {
  readonly at: Date;
  readonly subjects: number;
  /** Public records by item. */
  readonly records: Readonly<Record<string, number>>;
  /** Share of the last twelve months' decisions that were public on time; null where nothing could be counted. */
  readonly onTime: number | null;
};

// Counting reads every public record, which a city's millions make too dear for each visit.
const keepFor = 5 * 60_000;
const kept = new WeakMap<Platform, { at: number; figures: Promise<Figures> }>();

async function countAll(platform: Platform, at: Date): Promise<Figures> {
  const month = `${platform.clock.today().slice(0, 7)}-01`;
  const period = { from: addMonths(month, -12), until: addMonths(month, 1) };
  const db = platform.db.portal;
  const [subjects, records, timeliness] = await Promise.all([
    db.one<{ count: number }>(subjectTotal()),
    countPublicRecords(db),
    listTimeliness(db, period),
  ]);
  const counted = timeliness.reduce((sum, unit) => sum + unit.records - unit.unfixed, 0);
  const onTime = timeliness.reduce((sum, unit) => sum + unit.publicOnTime, 0);
  return {
    at,
    subjects: subjects.count,
    records: Object.fromEntries(records.map(({ item, count }) => [item, count])),
    onTime: counted === 0 ? null : onTime / counted,
  };
}

/** The figures, at most five minutes old; a count that failed is tried again by the next visit. */
export function getFigures(platform: Platform): Promise<Figures> {
  const now = platform.clock.now();
  const known = kept.get(platform);
  if (known && now.getTime() - known.at < keepFor) return known.figures;
  const figures = countAll(platform, now);
  kept.set(platform, { at: now.getTime(), figures });
  figures.catch(() => kept.delete(platform));
  return figures;
}
