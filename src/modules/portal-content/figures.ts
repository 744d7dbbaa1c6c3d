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

// Counting reads every public record: milliseconds in a small city, many seconds over a province's millions. What took
// long is kept long, so that it never costs more than a hundredth of the time.
const shortest = 5_000;
const longest = 10 * 60_000;
const kept = new WeakMap<Platform, { until: number; figures: Promise<Figures> }>();

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

/** The figures, as old as they say; a count that failed is tried again by the next visit. */
export function getFigures(platform: Platform): Promise<Figures> {
  const begun = platform.clock.now();
  const known = kept.get(platform);
  if (known && begun.getTime() < known.until) return known.figures;
  const figures = countAll(platform, begun);
  const entry = { until: Number.POSITIVE_INFINITY, figures };
  kept.set(platform, entry);
  figures.then(
    () => {
      const now = platform.clock.now().getTime();
      entry.until = now + Math.min(longest, Math.max(shortest, (now - begun.getTime()) * 100));
    },
    () => kept.delete(platform),
  );
  return figures;
}
