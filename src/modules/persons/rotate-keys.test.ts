// Wrapping keys are changed while settlements append and readers read, and none of them notices.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { findPersonSubject, listOwnRecords, personKeysOf, rotateKeys } from './index.ts';
import { decision, looking, person, settle } from './testing/people.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
});
afterAll(() => world.close());

const subjectOf = async (number: number) =>
  (await findPersonSubject(world.platform, person(number).identityNumber)) as string;

async function read(number: number): Promise<number> {
  const subjectId = await subjectOf(number);
  const records = await looking(world.platform, subjectId, (tx) =>
    listOwnRecords(world.platform, tx, subjectId),
  );
  return records.length;
}

test('readers and writers work on while keys change under them, and the old keys are gone', async () => {
  const { folder } = personKeysOf(world.platform);
  await settle(
    world.platform,
    Array.from({ length: 120 }, (_, number) => decision(person(number), 1)),
  );
  const first = folder.current().id;
  let isRotating = true;
  let [written, looks] = [0, 0];
  const writer = async () => {
    for (; isRotating; written++) {
      await settle(world.platform, [decision(person(200 + written), 1), decision(person(written % 120), 2)]);
    }
  };
  const reader = async () => {
    for (; isRotating; looks++) expect(await read(looks % 120)).toBeGreaterThan(0);
  };
  const busy = [writer(), reader(), reader()];
  for (let round = 0; round < 4; round++) await rotateKeys(world.platform, { batch: 7 });
  isRotating = false;
  await Promise.all(busy);
  expect(written).toBeGreaterThan(0);
  expect(looks).toBeGreaterThan(0);
  expect(folder.list()).toEqual([folder.current().id]);
  expect(folder.current().id).not.toBe(first);
  const wrapped = await world.db.migrator.query<{ kek_id: string }>(
    sql`select distinct kek_id from persons.person`,
  );
  expect(wrapped).toEqual([{ kek_id: folder.current().id }]);
  for (let number = 0; number < 120; number += 17) expect(await read(number)).toBeGreaterThan(0);
  for (let number = 200; number < 200 + written; number++) expect(await read(number)).toBe(1);
});

test('a key that an open settlement wraps with is not destroyed before its commit', async () => {
  const { folder } = personKeysOf(world.platform);
  const { holdCurrentKek } = await import('./hold-kek.ts');
  let rotation: Promise<unknown> = Promise.resolve();
  const before = folder.current().id;
  await world.db.app.transaction(async (tx) => {
    await holdCurrentKek(tx, personKeysOf(world.platform));
    rotation = rotateKeys(world.platform);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(folder.list()).toContain(before);
  });
  await rotation;
  expect(folder.list()).not.toContain(before);
});
