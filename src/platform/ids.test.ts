// Ids are unique and ordered, also within one millisecond and when the clock is set back.
import { expect, test } from 'vitest';
import { idMaker, newId } from './ids.ts';

test('100,000 ids of one millisecond are different and ascend', () => {
  const next = idMaker(() => 1_700_000_000_000, 5);
  const ids = Array.from({ length: 100_000 }, () => BigInt(next()));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id, at) => at === 0 || id > (ids[at - 1] as bigint))).toBe(true);
});

test('a clock set back makes no id twice', () => {
  const times = [2_000_000_000_000, 1_900_000_000_000, 2_000_000_000_000];
  const next = idMaker(() => times.shift() ?? 0, 1);
  expect(new Set([next(), next(), next()]).size).toBe(3);
});

test('an id fits a positive bigint', () => {
  expect(BigInt(newId()) > 0n && BigInt(newId()) < 2n ** 63n).toBe(true);
});
