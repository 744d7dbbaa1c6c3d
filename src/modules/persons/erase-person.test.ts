// Erasing: rows, link, key and log secrets go; proofs of the log hold; what an old copy brings back is erased again.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { seeNotices, tell, tellPerson } from '../notices/index.ts';
import { integrate } from '../transparency/index.ts';
import { openTestLog } from '../transparency/testing.ts';
import { eraseListed, erasePerson, findPersonSubject, listOwnRecords, personSources } from './index.ts';
import { decision, looking, person, settle } from './testing/people.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
  await world.db.migrator.query(sql`delete from transparency.entry`);
});
afterAll(() => world.close());

const subjectOf = (number: number) => findPersonSubject(world.platform, person(number).identityNumber);

test('nothing of the person is left in any table; the leaves and their checkpoint stay', async () => {
  await settle(world.platform, [decision(person(1), 1), decision(person(1), 2), decision(person(2), 1)]);
  const log = openTestLog(world.platform, personSources);
  expect(await integrate(log)).toBe(3);
  const before = await world.db.migrator.query<{ leaf_index: string; commitment: Buffer }>(
    sql`select leaf_index, commitment from transparency.entry order by leaf_index`,
  );
  const subjectId = (await subjectOf(1)) as string;
  const erased = await erasePerson(world.platform, { subjectId, ground: 'request' });
  expect(erased?.records).toBe(2);
  expect(await subjectOf(1)).toBeUndefined();
  expect(
    await looking(world.platform, subjectId, (tx) => listOwnRecords(world.platform, tx, subjectId)),
  ).toEqual([]);
  for (const table of ['person', 'person_key', 'record']) {
    const { rows } = await world.db.migrator.pool.query(
      `select 1 from persons.${table} where subject_id = $1`,
      [subjectId],
    );
    expect(rows).toEqual([]);
  }
  const secrets = await world.db.migrator.one<{ kept: number; gone: number; listed: number }>(sql`
    select count(secret)::integer as kept, (count(*) - count(secret))::integer as gone,
      (select count(*)::integer from transparency.erased_entry) as listed from transparency.entry`);
  // The other person's record, and the erasure itself.
  expect(secrets).toEqual({ kept: 2, gone: 2, listed: 2 });
  expect(await integrate(log)).toBe(1);
  const after = await world.db.migrator.query<{ leaf_index: string; commitment: Buffer }>(
    sql`select leaf_index, commitment from transparency.entry order by leaf_index limit 3`,
  );
  expect(after).toEqual(before);
  expect(await erasePerson(world.platform, { subjectId, ground: 'request' })).toBeUndefined();
});

test('what the person was told and the names it bore go as well, with the secrets of their entries', async () => {
  const [before, after] = [person(3), { ...person(3), name: '孙新名' }];
  const nameChange = { formerName: before.name, evidence: '清公户更〔2026〕12号' };
  await settle(world.platform, [decision(before, 1), { ...decision(after, 2), nameChange }]);
  const subjectId = (await subjectOf(3)) as string;
  const at = world.platform.clock.now();
  await world.db.app.transaction(async (tx) => {
    await tellPerson(tx, at, { subjectId, kind: 'looked-at', reference: 'a', facts: { caseNo: 'x' } });
    await tell(tx, at, [{ subjectId: '77', kind: 'looked-at', reference: 'a' }]);
  });
  await seeNotices(world.platform, [subjectId, '77'], '9999999999999999999'.slice(1));
  await erasePerson(world.platform, { subjectId, ground: 'request' });
  const left = await world.db.migrator.one<Record<string, number>>(sql`select
    (select count(*)::integer from notices.notice where subject_id = ${subjectId}) as notices,
    (select count(*)::integer from notices.seen where subject_id = ${subjectId}) as seen,
    (select count(*)::integer from persons.name_change where subject_id = ${subjectId}) as names,
    (select count(*)::integer from notices.notice where subject_id = 77) as others,
    (select count(*)::integer from transparency.entry where source in ('persons.notice', 'persons.name_change')
      and secret is not null) as secrets`);
  expect(left).toEqual({ notices: 0, seen: 0, names: 0, others: 1, secrets: 0 });
  // An organisation's notice is never taken back, whatever act claims to be at work.
  await world.db.app.transaction(async (tx) => {
    await tx.query(sql`set local gongxin.persons = 'erase'`);
    await tx.query(sql`delete from notices.notice`);
  });
  const { rows } = await world.db.migrator.pool.query('select 1 from notices.notice where subject_id = 77');
  expect(rows).toHaveLength(1);
});

test('somebody whom an old copy brings back is erased again at start, by a list that names nobody', async () => {
  await settle(world.platform, [decision(person(5), 1), decision(person(6), 1)]);
  const subjectId = (await subjectOf(5)) as string;
  // The copy: the rows as they were before the erasure.
  const tables = ['person', 'person_key', 'record'];
  for (const table of tables)
    await world.db.migrator.pool.query(`create table public.copy_${table} as select * from persons.${table}`);
  await erasePerson(world.platform, { subjectId, ground: 'request' });
  await world.db.migrator.query(sql`truncate transparency.erased_entry`);
  for (const table of tables)
    await world.db.migrator.pool.query(
      `insert into persons.${table} select * from public.copy_${table} where subject_id = ${subjectId}`,
    );
  expect(await subjectOf(5)).toBe(subjectId);
  expect(await eraseListed(world.platform)).toBe(1);
  expect(await subjectOf(5)).toBeUndefined();
  expect(await subjectOf(6)).toBeDefined();
  expect(await eraseListed(world.platform)).toBe(0);
  const list = await readFile(path.join(world.platform.config.erasureFolder, 'list'), 'utf8');
  expect(list).not.toContain(subjectId);
  expect(list).not.toContain(person(5).identityNumber);
  expect(list.split('\n').filter(Boolean)).toHaveLength(4);
});
