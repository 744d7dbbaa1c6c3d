/** A seeded source of draws for the foreign leaks (xorshift32, Marsaglia 2003), of its own making on purpose. */

/** The next draw, in [0, 1). */
export type Draw = () => number;

/** Draws that are the same for the same seed. */
export function drawsFrom(seed: number): Draw {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/** A whole number from `from` up to and with `to`. */
export function between(draw: Draw, from: number, to: number): number {
  return from + Math.floor(draw() * (to - from + 1));
}

/** One of a list. */
export function oneOf<T>(draw: Draw, list: readonly T[]): T {
  return list[Math.floor(draw() * list.length)] as T;
}

/** So many decimal digits. */
export function digits(draw: Draw, count: number): string {
  return Array.from({ length: count }, () => between(draw, 0, 9)).join('');
}
