// Rows about natural persons from hand-in to record: counted, versioned, withdrawn, and readable nowhere in between.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClient } from '../../platform/db/pool.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { findPersonSubject, listOwnRecords } from '../persons/index.ts';
import { type Invented, looking, person } from '../persons/testing/people.ts';
import {
  buildCity,
  csv,
  firm,
  type HandedIn,
  handIn,
  officer,
  penalty,
  registerFirms,
} from './testing/city.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [firm(1), firm(2)]);
});
afterAll(() => world.close());

const about = (who: Invented, number: number, changes: Record<string, string> = {}) =>
  penalty({ name: who.name, uscc: '' }, number, {
    CF_XDR_LB: '自然人',
    CF_FRDB: '',
    CF_XDR_ZJLX: '身份证',
    CF_XDR_ZJHM: who.identityNumber,
    personCapacity: '经营活动',
    ...changes,
  });
const submit = (rows: readonly Record<string, string>[]): Promise<HandedIn> =>
  handIn(world.platform, officer('market'), 'administrative-penalty', csv(rows));
const rulesOf = ({ findings }: HandedIn) =>
  findings.map(({ row, rule }) => [row, rule]).filter(([row]) => row);

async function read(who: Invented) {
  const subjectId = (await findPersonSubject(world.platform, who.identityNumber)) as string;
  return looking(world.platform, subjectId, (tx) => listOwnRecords(world.platform, tx, subjectId));
}

/** Every row of every table as text, as the superuser sees it. */
async function everything(): Promise<string> {
  const client = await openClient(world.superuser, 'gongxin test');
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  let all = '';
  for (const { name } of rows) {
    const found = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
    all += found.rows.map(({ row }) => row).join('\n');
  }
  all += JSON.stringify((await client.query('select s::text from pg_statistic s')).rows);
  await client.end();
  return all;
}

describe('a mixed file', () => {
  test('is settled as a whole; its books add up; the log counts each part', async () => {
    const handed = await submit([
      penalty(firm(1), 501),
      about(person(101), 502),
      about(person(102), 503),
      penalty(firm(2), 504),
      about(person(101), 502),
      about(person(102), 503, { CF_NR: '罚款人民币4000元', CF_NR_FK: '0.4' }),
      about(person(103, '20100101'), 505),
      about({ ...person(101), name: '钱别人' }, 506),
      about(person(104), 507, { personCapacity: '与经营和职业无关' }),
      about(person(104), 508, { procedure: '简易程序' }),
    ]);
    expect(handed.submission.counts).toEqual({
      rows: 10,
      accepted: 4,
      duplicate: 1,
      rejected: 4,
      held: 0,
      refused: 1,
    });
    expect(rulesOf(handed)).toEqual([
      [8, 'person.under-age'],
      [10, 'person.not-professional'],
      [11, 'penalty.not-collected'],
      [6, 'row.repeated'],
      [7, 'row.contradicts'],
      [9, 'person.name-differs'],
    ]);
    expect((await read(person(101))).map(({ decisionNo, version }) => [decisionNo, version])).toEqual([
      ['清市监处罚〔2026〕502号', 1],
    ]);
    const { rows } = await world.db.migrator.pool.query(
      `select source, count(*)::int as entries, sum(rows)::int as rows from transparency.entry
       where source in ('records.record', 'persons.record') and (source = 'persons.record' or reference = $1)
       group by source order by source`,
      [handed.submissionId],
    );
    expect(rows).toEqual([
      { source: 'persons.record', entries: 2, rows: 2 },
      { source: 'records.record', entries: 1, rows: 2 },
    ]);
  });

  test('a change of name that the unit proves in the file: the same person, nothing of it readable', async () => {
    const [before, after] = [person(112), { ...person(112), name: '孙新名' }];
    await submit([about(before, 521)]);
    const proof = { personFormerName: before.name, personNameEvidence: '清公户更〔2026〕12号' };
    const handed = await submit([about(after, 522), about(after, 523, proof), about(before, 524)]);
    // The row before the proof is told how to prove it.
    expect(rulesOf(handed)).toEqual([[2, 'person.name-differs']]);
    expect(handed.submission.counts).toMatchObject({ accepted: 2, rejected: 1 });
    expect((await submit([about(after, 522)])).submission.counts).toMatchObject({ accepted: 1 });
    expect(await read(before)).toHaveLength(4);
    expect(await everything()).not.toMatch(/孙新名|清公户更〔2026〕12号/);
  });

  test('the same file row again is a duplicate, other content a further version', async () => {
    await submit([about(person(111), 511)]);
    expect((await submit([about(person(111), 511), penalty(firm(1), 512)])).submission.counts).toMatchObject({
      accepted: 1,
      duplicate: 1,
    });
    const changed = { CF_NR: '罚款人民币4000元', CF_NR_FK: '0.4' };
    expect((await submit([about(person(111), 511, changed)])).submission.counts).toMatchObject({
      accepted: 1,
    });
    const [record] = await read(person(111));
    expect(record).toMatchObject({ version: 2, name: '赵*****' });
    expect(record?.fields['CF_NR_FK']).toBe('0.4');
  });
});

test('nothing personal is in any table, statistics or file while and after a file is taken', async () => {
  const people = Array.from({ length: 30 }, (_, number) => person(150 + number));
  const unsettled = people.map((who, place) =>
    about(who, 600 + place, place % 3 ? {} : { CF_JDRQ: '2026/13/9' }),
  );
  const { submissionId, submission } = await submit(unsettled);
  expect(submission.counts).toMatchObject({ accepted: 20, rejected: 10 });
  const all = await everything();
  for (const { name, identityNumber } of people) {
    expect(all.includes(name)).toBe(false);
    expect(all.includes(identityNumber)).toBe(false);
    expect(all.includes(Buffer.from(identityNumber).toString('hex'))).toBe(false);
  }
  expect(all.includes('清市监处罚〔2026〕601号')).toBe(false);
  // The findings file goes back to the unit and is kept for days: persons' rows are blank in it.
  const { rows } = await world.db.migrator.pool.query(
    'select findings_file_id as id, file_id from intake.submission where submission_id = $1',
    [submissionId],
  );
  expect(rows[0].file_id).toBeNull();
  let file = '';
  for await (const chunk of await world.platform.files.open(rows[0].id)) file += String(chunk);
  expect(file).toContain('CF_XDR_MC');
  for (const { name, identityNumber } of people) {
    expect(file.includes(name)).toBe(false);
    expect(file.includes(identityNumber)).toBe(false);
  }
});
