/** Brings instruments, articles, time limits and the calendar in the database to what data/ says. */
import { buildCalendar, type CalendarFile } from '../../kernel/working-days.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import { logState } from '../transparency/index.ts';
import { getCalendar, listCalendarYears } from './calendar.ts';
import { DataFault, requireNoOverlap } from './data-fault.ts';
import { type LawData, lawData } from './law-data.ts';
import { lawRules } from './law-rules.ts';
import { lawSource } from './log-source.ts';
import * as queries from './queries.ts';
import { offerRules } from './rule-versions/offer-rules.ts';
import { workingDayRows } from './working-day-rows.ts';

/**
 * One transaction; loading the same again changes nothing, and what changed waits for two people. A year that an administrator loaded stays as it is.
 * @throws DataFault for rows that overlap or cite an article that isn't there
 */
export async function loadLaw(platform: Platform, data: LawData = lawData): Promise<void> {
  checkLawData(data);
  await platform.db.app.transaction(async (tx) => {
    await tx.query(queries.lockLaw());
    const { instruments, articles, timeLimits } = data;
    await offerRules(platform, tx, lawRules, [
      { key: 'all', content: { instruments, articles, timeLimits } },
    ]);
    const year = await loadCalendarFile(tx, data.calendar, platform.clock.now());
    await logState(tx, lawSource);
    if (year !== undefined) await platform.jobs.enqueue(tx, 'calendar-year-loaded', { year });
  });
}

/** Judges the files against each other before anything is written. */
export function checkLawData(data: LawData): void {
  const articles = new Set(data.articles.map(({ instrument, article }) => `${instrument} ${article}`));
  const instruments = new Set(data.instruments.map(({ id }) => id));
  for (const { instrument, article } of data.articles) {
    if (!instruments.has(instrument)) missing('articles.json', `${article}`, instrument);
  }
  for (const { id, succeededBy } of data.instruments) {
    if (succeededBy !== null && !instruments.has(succeededBy)) missing('instruments.json', id, succeededBy);
  }
  for (const { id, instrument, article } of data.timeLimits) {
    if (!articles.has(`${instrument} ${article}`))
      missing('time-limits.json', id, `${instrument} ${article}`);
  }
  requireNoOverlap(
    'time-limits.json',
    data.timeLimits,
    (row) => `${row.item} ${row.sector ?? '*'} ${row.starts}`,
  );
}

function missing(file: string, entry: string, what: string): never {
  throw new DataFault(`${file}：${entry} 引用的 ${what} 不存在。${entry} cites ${what}, which is not there.`);
}

/** @returns the last year added to others that were there, for whoever counts working days */
async function loadCalendarFile(tx: Tx, file: CalendarFile, at: Date): Promise<number | undefined> {
  const known = await listCalendarYears(tx);
  let added: number | undefined;
  for (const year of buildCalendar(file).years) {
    const notice = (file.papers[String(year)] ?? []).join(' ');
    if ((await tx.maybe(queries.insertCalendarYear(year, notice, 'data', at))) === undefined) continue;
    // A day of late December may stand in the next year's notice; it belongs to its own year here.
    const days = file.days.filter(({ date }) => date.startsWith(`${year}-`));
    await tx.query(queries.insertCalendarDays(year, days));
    added = year;
  }
  const { days } = await tx.one<{ days: number }>(queries.countWorkingDays());
  if (added !== undefined || days === 0) await renumberWorkingDays(tx);
  return known.length > 0 ? added : undefined;
}

/** Counts the working days anew after a year was added. */
export async function renumberWorkingDays(tx: Tx): Promise<void> {
  const rows = workingDayRows(await getCalendar(tx));
  await tx.query(queries.clearWorkingDays());
  await tx.query(queries.insertWorkingDays(rows));
}
