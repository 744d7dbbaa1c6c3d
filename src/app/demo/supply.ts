// Who hands in which item how often: the rhythm of each unit's decisions and of its files.
import { dateOf, type WorkingDays } from './calendar.ts';
import { hashText } from './random.ts';

/** The items of the demo city. */
export type DemoItem = 'organisation-registration' | 'administrative-licence' | 'administrative-penalty';

/** Items of which a few organisations have rows besides. */
export type FurtherItem = 'credit-commitment' | 'honour' | 'abnormal-operation-list' | 'court-enforcement';

/** Decisions of a few working days that are handed in as one file. */
export interface Batch {
  readonly days: readonly number[];
  readonly handedIn: number;
}

/** How a unit works: files a year, days of decision a file covers, working days until it is handed in, share that slips. */
interface Rhythm {
  readonly filesAYear: 24 | 12 | 3;
  readonly window: number;
  readonly delay: number;
  readonly slips: number;
}

const seldom: Rhythm = { filesAYear: 3, window: 5, delay: 1, slips: 0.01 };
const monthly: Rhythm = { ...seldom, filesAYear: 12 };
const twice: Rhythm = { ...seldom, filesAYear: 24, window: 5, delay: 2 };
/** Where the legal limit is 20 working days, a file may cover most of a month. */
const mostOfMonth: Rhythm = { filesAYear: 12, window: 16, delay: 2, slips: 0.01 };

/** By unit (without `qh-`) and kind of item; whoever isn't named hands in seldom. A few units are often late. */
const RHYTHMS: Readonly<Record<string, Rhythm>> = {
  'approval registration': mostOfMonth,
  'market-supervision registration': mostOfMonth,
  'civil-affairs registration': seldom,
  'approval licence': twice,
  'market-supervision penalty': mostOfMonth,
  'transport licence': monthly,
  'transport penalty': { ...monthly, delay: 5, slips: 0.03 },
  'housing licence': monthly,
  'tobacco licence': monthly,
  'health penalty': monthly,
  'emergency penalty': monthly,
  'ecology penalty': monthly,
  'urban-management penalty': { ...monthly, delay: 4, slips: 0.12 },
  'agriculture licence': { ...seldom, delay: 6, slips: 0.05 },
  'agriculture penalty': seldom,
  'culture penalty': { ...seldom, delay: 4, slips: 0.08 },
  'water licence': { ...seldom, delay: 3 },
};

/** A unit's batches of one item in order of days, and the share of rows that miss their file. */
export interface Supply {
  /** Unit code without `qh-`. */
  readonly unit: string;
  readonly item: DemoItem;
  readonly slips: number;
  readonly batches: readonly Batch[];
}

/** The batches of `unit` and `item` whose files are handed in from `from` until `until` (day numbers, both included). */
export function supplyOf(
  days: WorkingDays,
  unit: string,
  item: DemoItem,
  from: number,
  until: number,
): Supply {
  const kind = item.slice(item.indexOf('-') + 1);
  const rhythm = RHYTHMS[`${unit} ${kind}`] ?? seldom;
  const batches: Batch[] = [];
  const months = 12 / Math.min(12, rhythm.filesAYear);
  const start = hashText(`${unit} ${item}`);
  const half = rhythm.filesAYear === 24;
  // Units don't all decide in the first week: each has its own days of the month, and months of the year.
  const offset = half || rhythm.window > 5 ? 0 : start % 12;
  const firstYear = Number(dateOf(from).slice(0, 4));
  const lastYear = Number(dateOf(until).slice(0, 4));
  for (let month = firstYear * 12 + (start % months); month < (lastYear + 1) * 12; month += months) {
    const first = firstDayOf(month);
    for (const shift of half ? [0, 10] : [offset]) {
      const place = days.placeOf(first) + shift;
      const window = windowOf(days, place, rhythm.window, firstDayOf(month + 1));
      const handedIn = days.at(place + window.length - 1 + rhythm.delay);
      const [opening] = window;
      if (opening === undefined || handedIn === undefined) continue;
      if (opening >= from && handedIn <= until) batches.push({ days: window, handedIn });
    }
  }
  return { unit, item, slips: rhythm.slips, batches };
}

function firstDayOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
}

function windowOf(days: WorkingDays, place: number, length: number, before: number): number[] {
  const window: number[] = [];
  for (let at = place; at < place + length; at++) {
    const day = days.at(at);
    if (day !== undefined && day < before) window.push(day);
  }
  return window;
}

/** Places of the first and past the last batch whose days lie after `after` and before `before`. */
export function batchesWithin(
  supply: Supply,
  after: number,
  before: number,
): readonly [first: number, end: number] {
  const { batches } = supply;
  let [low, high] = [0, batches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((batches[middle]?.days[0] ?? 0) <= after) low = middle + 1;
    else high = middle;
  }
  let end = batches.length;
  while (end > low && (batches[end - 1]?.days.at(-1) ?? 0) >= before) end--;
  return [low, end];
}
