// A slice of the erasure proof with 60 people; the whole is prove:erasure.
import { expect, test } from 'vitest';
import { proveErasure } from './prove.ts';

test('after erasure and clean-up no file holds a byte that tells who it was; a copy put back is erased again', {
  timeout: 180_000,
}, async () => {
  const said: string[] = [];
  const figures = await proveErasure({ people: 60 }, (line) => said.push(line));
  expect(figures.foundBefore, said.join('\n')).toBeGreaterThan(0);
  expect(figures, said.join('\n')).toMatchObject({
    foundAfter: 0,
    foundStopped: 0,
    foundAfterCopy: 0,
    copyHadPerson: true,
    erasedAgain: true,
    othersStillThere: true,
    walRemoved: true,
    proofsHold: true,
    alarms: 0,
  });
  expect(figures.controlFound).toBeGreaterThan(0);
});
