// Running numbers of decisions: one series per authority, item and year, in the order of days, with a few gaps.
import { dateOf } from './calendar.ts';
import { hashText, mixAll } from './random.ts';

/** Numbers are given in blocks of this many, one of which is missing in some blocks. */
const BLOCK = 200;
/** A careless authority loses one in this many. */
const CARELESS_BLOCK = 25;

interface Series {
  /** Decisions of each day, later the number of those before it. */
  readonly days: Map<number, number>;
}

/**
 * Counts decisions in a first pass and numbers them in a second: memory grows with authorities and days, not with
 * decisions. Both passes must meet the same decisions in the same order.
 */
export class Numbering {
  private readonly series = new Map<string, Series>();
  private counted = false;

  private seriesOf(authority: string, item: string, day: number): Series {
    const key = `${authority} ${item} ${dateOf(day).slice(0, 4)}`;
    let found = this.series.get(key);
    if (!found) {
      found = { days: new Map() };
      this.series.set(key, found);
    }
    return found;
  }

  /** First pass. */
  count(authority: string, item: string, day: number): void {
    const { days } = this.seriesOf(authority, item, day);
    days.set(day, (days.get(day) ?? 0) + 1);
  }

  /** Between the passes. */
  close(): void {
    for (const { days } of this.series.values()) {
      let before = 0;
      for (const day of [...days.keys()].sort((a, b) => a - b)) {
        const count = days.get(day) ?? 0;
        days.set(day, before);
        before += count;
      }
    }
    this.counted = true;
  }

  /** Second pass: the number of the next decision of this day, from 1. */
  next(authority: string, item: string, day: number): number {
    if (!this.counted) throw new Error('decisions are numbered after all have been counted');
    const { days } = this.seriesOf(authority, item, day);
    const place = days.get(day) ?? 0;
    days.set(day, place + 1);
    const key = hashText(`${authority} ${item}`);
    const block = key % 9 === 0 ? CARELESS_BLOCK : BLOCK;
    const number = Math.floor(place / (block - 1)) * block + (place % (block - 1)) + 1;
    const missing = 2 + (mixAll(key, Math.floor(place / (block - 1))) % (block - 2));
    return (number - 1) % block >= missing - 1 ? number + 1 : number;
  }
}
