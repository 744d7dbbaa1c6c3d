/** The clock: instants, and the civil date of Asia/Shanghai that every rule and page goes by. */
import type { CivilDate } from '../kernel/civil-date.ts';

/** The only way to ask what time it is. */
export type Clock = {
  now(): Date;
  /** The civil date in Asia/Shanghai, as SQL's `platform.today()` gives it. */
  today(): CivilDate;
};

// UTC+8 all year since 1992; the platform stores no instant older than itself.
const shanghaiOffset = 8 * 3_600_000;

/** The civil date in Asia/Shanghai at `instant`. */
export function civilDateAt(instant: Date): CivilDate {
  return new Date(instant.getTime() + shanghaiOffset).toISOString().slice(0, 10) as CivilDate;
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => civilDateAt(new Date()),
};

/** A clock that stands still on `date` (for tests), by default at ten in the morning in Shanghai. */
export function fixedClock(date: string, time = '10:00:00'): Clock {
  const instant = new Date(`${date}T${time}+08:00`);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`not a date and time: ${date} ${time}`);
  return { now: () => new Date(instant), today: () => civilDateAt(instant) };
}
