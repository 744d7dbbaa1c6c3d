// Seeded randomness for the demo city: a small generator, weighted choice, and permutations of whole ranges.

/** Spreads 32 bits over 32 bits so that near inputs give far outputs (the finaliser of MurmurHash3, public domain). */
export function mix32(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** One 32-bit number from several; the order counts. */
export function mixAll(...values: readonly number[]): number {
  let state = 0x9e3779b9;
  for (const value of values) {
    state = mix32(state ^ mix32(value + 0x7f4a7c15));
    state = mix32(state + Math.floor(value / 0x1_0000_0000));
  }
  return state;
}

/** A 32-bit number from text, for naming streams of randomness. */
export function hashText(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return mix32(state);
}

/**
 * The sfc32 generator of Chris Doty-Humphrey (PractRand, public domain): 128 bits of state, a period of at least
 * 2^32, some nanoseconds a number. `Math.random` can't be seeded.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** The stream named by these numbers, e.g. seed, stream, organisation, record. */
  constructor(...path: readonly number[]) {
    this.a = mixAll(1, ...path) | 0;
    this.b = mixAll(2, ...path) | 0;
    this.c = mixAll(3, ...path) | 0;
    for (let round = 0; round < 8; round++) this.next();
  }

  /** 32 random bits. */
  next(): number {
    const result = (this.a + this.b + this.counter++) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  /** A number in [0, 1). */
  unit(): number {
    return this.next() / 0x1_0000_0000;
  }

  /** A whole number in [0, n). */
  below(n: number): number {
    return Math.floor(this.unit() * n);
  }

  /** A whole number from low to high, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)];
    if (chosen === undefined) throw new RangeError('nothing to choose from');
    return chosen;
  }

  /** A number from the standard normal distribution (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }
}

/** Things with weights, prepared once for drawing by bisection. */
export interface Weighted<T> {
  readonly items: readonly T[];
  readonly sums: readonly number[];
}

/** Prepares a weighted list. Throws RangeError when nothing has weight. */
export function weigh<T>(items: readonly T[], weightOf: (item: T) => number): Weighted<T> {
  let total = 0;
  const sums = items.map((item) => {
    total += weightOf(item);
    return total;
  });
  if (!(total > 0)) throw new RangeError('nothing to choose from');
  return { items, sums };
}

/** Draws one by weight. */
export function draw<T>(random: Random, { items, sums }: Weighted<T>): T {
  const at = random.unit() * (sums.at(-1) ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return items[low] as T;
}

/**
 * The place of `index` in a permutation of 0…size−1 that `key` chooses: a Feistel network of four rounds over the
 * next even power of two, walked until it falls inside (Black and Rogaway 2002). Distinct stays distinct without memory.
 */
export function permute(index: number, size: number, key: number): number {
  if (index < 0 || index >= size) throw new RangeError(`index ${index} is outside 0 to ${size - 1}`);
  const half = Math.max(1, Math.ceil(Math.log2(size) / 2));
  const mask = 2 ** half - 1;
  let value = index;
  do {
    let left = Math.floor(value / 2 ** half);
    let right = value & mask;
    for (let round = 0; round < 4; round++) {
      [left, right] = [right, (left ^ mix32(right + Math.imul(round + 1, 0x9e3779b9) + key)) & mask];
    }
    value = left * 2 ** half + right;
  } while (value >= size);
  return value;
}
