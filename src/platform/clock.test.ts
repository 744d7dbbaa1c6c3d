/** The civil date is Shanghai's, whatever the machine's zone. */
import { expect, test } from 'vitest';
import { civilDateAt, fixedClock } from './clock.ts';

test.each([
  ['2026-11-17T15:59:59Z', '2026-11-17'],
  ['2026-11-17T16:00:00Z', '2026-11-18'],
  ['2026-12-31T16:00:00Z', '2027-01-01'],
])('%s is %s in Shanghai', (instant, date) => {
  expect(civilDateAt(new Date(instant))).toBe(date);
});

test('a fixed clock stands', () => {
  const clock = fixedClock('2026-11-18');
  expect(clock.today()).toBe('2026-11-18');
  expect(clock.now().toISOString()).toBe('2026-11-18T02:00:00.000Z');
  expect(() => fixedClock('2026-13-01')).toThrow(RangeError);
});
