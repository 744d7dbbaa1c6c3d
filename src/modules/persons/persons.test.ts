// Natural persons: nothing readable in the database, nothing readable without an access row, and versions as with organisations.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import { openClient } from '../../platform/db/pool.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import {
  endPersonVersions,
  findPersonSubject,
  listNameChanges,
  listOwnRecords,
  personKeysOf,
} from './index.ts';
import { decision, looking, person, settle, settlement } from './testing/people.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
});
afterAll(() => world.close());

const subjectOf = async (number: number): Promise<string> =>
  (await findPersonSubject(world.platform, person(number).identityNumber)) as string;
const read = async (number: number, history = false) => {
  const subjectId = await subjectOf(number);
  return looking(world.platform, subjectId, (tx) =>
    listOwnRecords(world.platform, tx, subjectId, { history }),
  );
};

describe('versions', () => {
  test('first, the same again, other content, and the same row twice in a file', async () => {
    const about = person(1);
    expect(await settle(world.platform, [decision(about, 1)])).toEqual(['first']);
    expect(await settle(world.platform, [decision(about, 1)])).toEqual(['duplicate']);
    expect(await settle(world.platform, [decision(about, 1, '罚款'), decision(about, 2)])).toEqual([
      'version',
      'first',
    ]);
    const twice = [decision(about, 3), decision(about, 3), decision(about, 3, '罚款')];
    expect(await settle(world.platform, twice)).toEqual(['first', 'repeated', 'contradicts']);
    expect((await read(1)).map((record) => [record.decisionNo, record.version])).toEqual([
      ['清市监处罚〔2026〕3号', 1],
      ['清市监处罚〔2026〕2号', 1],
      ['清市监处罚〔2026〕1号', 2],
    ]);
  });

  test('a repetition is known across the batches of one file', async () => {
    const facts = settlement();
    expect(await settle(world.platform, [decision(person(2), 1)], facts)).toEqual(['first']);
    expect(await settle(world.platform, [decision(person(2), 1)], facts)).toEqual(['repeated']);
  });

  test('a withdrawn submission ends its versions; what they replaced stands again', async () => {
    await settle(world.platform, [decision(person(3), 1)]);
    const later = settlement();
    await settle(world.platform, [decision(person(3), 1, '罚款')], later);
    const ended = await world.db.app.transaction((tx) =>
      endPersonVersions(tx, later.submissionId, new Date()),
    );
    expect(ended).toBe(1);
    expect((await read(3)).map((record) => record.version)).toEqual([1]);
    expect((await read(3, true)).map((record) => record.state)).toEqual(['ended', 'standing']);
    // Handing the withdrawn content in again makes a further version.
    expect(await settle(world.platform, [decision(person(3), 1, '罚款')])).toEqual(['version']);
  });

  test('a number that belongs to somebody of another name is not believed', async () => {
    await settle(world.platform, [decision(person(4), 1)]);
    const mistaken = { ...person(4), name: '钱别人' };
    expect(await settle(world.platform, [decision(mistaken, 2)])).toEqual(['name-differs']);
    expect(await read(4)).toHaveLength(1);
  });

  test('a proved change of name is a correction: the same person, both names believed from then on, both kept sealed', async () => {
    const [before, after] = [person(5), { ...person(5), name: '孙新名' }];
    await settle(world.platform, [decision(before, 1)]);
    const nameChange = { formerName: before.name, evidence: `清公户更〔2026〕12号，${before.name}` };
    const wrong = { ...nameChange, formerName: '从未用过' };
    expect(await settle(world.platform, [{ ...decision(after, 2), nameChange: wrong }])).toEqual([
      'name-differs',
    ]);
    // Within one file: the proof in one row carries those behind it, and an older decision bears the older name.
    const renamed = [{ ...decision(after, 2), nameChange }, decision(after, 3), decision(before, 4)];
    expect(await settle(world.platform, renamed)).toEqual(['first', 'first', 'first']);
    expect(await settle(world.platform, [decision(after, 5), decision(before, 6)])).toEqual([
      'first',
      'first',
    ]);
    expect(await settle(world.platform, [decision({ ...after, name: '钱别人' }, 7)])).toEqual([
      'name-differs',
    ]);
    expect(await read(5)).toHaveLength(6);
    const subjectId = await subjectOf(5);
    const changes = await looking(world.platform, subjectId, (tx) =>
      listNameChanges(world.platform, tx, subjectId),
    );
    expect(changes).toEqual([
      expect.objectContaining({ formerName: '赵***', name: '孙**', evidence: '清公户更〔2026〕12号，赵***' }),
    ]);
    const { rows } = await world.db.migrator.pool.query(
      `select t::text as text from persons.name_change t where subject_id = $1`,
      [subjectId],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/孙新名|清公户更/);
  });

  test('a change back, and one whose former name nobody had on file', async () => {
    const [first, second] = [person(6), { ...person(6), name: '孙改名' }];
    const change = (formerName: string) => ({ formerName, evidence: '清公户更〔2026〕13号' });
    // Nobody is on file yet: the former name is kept, so that older decisions find the person.
    expect(
      await settle(world.platform, [{ ...decision(second, 1), nameChange: change(first.name) }]),
    ).toEqual(['first']);
    expect(await settle(world.platform, [decision(first, 2)])).toEqual(['first']);
    const back = { ...decision(first, 3), nameChange: change(second.name) };
    expect(await settle(world.platform, [back, decision(second, 4)])).toEqual(['first', 'first']);
  });
});

describe('who reads', () => {
  test('name and number are masked, also within texts', async () => {
    await settle(world.platform, [decision(person(11), 1)]);
    const [record] = await read(11);
    expect(record).toMatchObject({
      name: '赵****',
      identityNumber: `37***************${person(11).identityNumber.at(-1)}`,
    });
    expect(JSON.stringify(record)).not.toContain(person(11).name);
    expect(JSON.stringify(record)).not.toContain(person(11).identityNumber);
  });

  test('without an access row the database shows nothing, whoever asks', async () => {
    await settle(world.platform, [decision(person(12), 1)]);
    const subjectId = await subjectOf(12);
    const none = await world.db.app.transaction((tx) => listOwnRecords(world.platform, tx, subjectId));
    expect(none).toEqual([]);
    // An access row of yesterday, or about somebody else, opens nothing.
    await looking(world.platform, subjectId, async () => undefined);
    for (const table of ['person', 'person_key', 'record', 'version_end', 'name_change']) {
      const { rows } = await world.db.app.pool.query(`select * from persons.${table}`);
      expect(rows).toEqual([]);
    }
    await settle(world.platform, [decision(person(13), 1)]);
    const other = await subjectOf(13);
    expect(
      await looking(world.platform, other, (tx) => listOwnRecords(world.platform, tx, subjectId)),
    ).toEqual([]);
    await expect(world.db.portal.query(sql`select 1 from persons.record`)).rejects.toThrow(
      /permission denied/,
    );
  });

  test('the application cannot change a version, nor delete one outside an erasure', async () => {
    await settle(world.platform, [decision(person(14), 1)]);
    await expect(world.db.app.query(sql`update persons.record set item = 'x'`)).rejects.toThrow(
      /permission denied/,
    );
    await world.db.app.query(sql`delete from persons.record`);
    expect(await read(14)).toHaveLength(1);
  });

  test('only a valid number finds its holder, old and spaced ones too', async () => {
    await settle(world.platform, [decision(person(15), 1)]);
    const { identityNumber } = person(15);
    const old = identityNumber.slice(0, 6) + identityNumber.slice(8, 17);
    const subjectId = await subjectOf(15);
    expect(await findPersonSubject(world.platform, identityNumber.replace(/(.{6})/g, '$1 '))).toBe(subjectId);
    expect(await findPersonSubject(world.platform, old)).toBe(subjectId);
    expect(await findPersonSubject(world.platform, `${identityNumber.slice(0, 17)}?`)).toBeUndefined();
    expect(await findPersonSubject(world.platform, person(999).identityNumber)).toBeUndefined();
  });
});

test('no table holds a name, a number, a document number or an unkeyed hash of them', async () => {
  await settle(world.platform, [decision(person(21), 1)]);
  const { name, identityNumber } = person(21);
  const client = await openClient(world.superuser, 'gongxin test');
  const tables = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  let all = '';
  for (const table of tables.rows)
    all += (await client.query<{ row: string }>(`select t::text as row from ${table.name} t`)).rows
      .map(({ row }) => row)
      .join('\n');
  const statistics = await client.query<{ row: string }>(`select s::text as row from pg_statistic s`);
  await client.end();
  all += JSON.stringify(statistics.rows);
  // The control: what is there is found.
  expect(all).toContain(personKeysOf(world.platform).blindIndex(identityNumber).toString('hex'));
  const { createHash } = await import('node:crypto');
  for (const secret of [name, identityNumber, '清市监处罚〔2026〕1号'])
    for (const form of [
      secret,
      Buffer.from(secret).toString('hex'),
      createHash('sha256').update(secret).digest('hex'),
    ])
      expect(all.includes(form)).toBe(false);
});

test('a payload moved to another record or person does not open', async () => {
  await settle(world.platform, [decision(person(31), 1), decision(person(31), 2, '罚款')]);
  const subjectId = await subjectOf(31);
  await world.db.migrator.query(sql`
    update persons.record r set payload = (select payload from persons.record o where o.subject_id = r.subject_id
      and o.record_id <> r.record_id) where subject_id = ${subjectId}`);
  await expect(read(31)).rejects.toThrow(/does not open/);
});
