/** Dates and times as the console writes them: civil dates as they are, instants on Beijing time. */

const beijing = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** '2026-11-18T06:30:00.000Z' → '2026-11-18 14:30' on Beijing time. */
export function writeInstant(instant: string): string {
  const parts = new Map(beijing.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const at = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return `${at('year')}-${at('month')}-${at('day')} ${at('hour')}:${at('minute')}`;
}

/** The civil date of an instant on Beijing time. */
export function dateOf(instant: string): string {
  return writeInstant(instant).slice(0, 10);
}

/** The last day of a half-open period, as people say it: until 2027-01-01 → to 2026-12-31. */
export function lastDayBefore(until: string): string {
  return new Date(Date.parse(`${until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
