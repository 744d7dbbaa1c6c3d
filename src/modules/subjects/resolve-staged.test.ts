/** Registering and resolving staged rows on a real database: whose row it is, and whether code and name agree. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { raw, sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/testing.ts';
import {
  applyRegistrations,
  findSubject,
  findSubjectByLegacy,
  registerUnknown,
  resolveStaged,
  SubjectIdTaken,
  subjectIdFor,
} from './index.ts';
import { stageRows, type TestRow, testUscc } from './testing/staged.ts';

const world = await testDatabase();
afterAll(() => world.close());
const { app, portal } = world.db;
const now = world.platform.clock.now();

async function register(rows: readonly TestRow[], evidence: 'registration' | 'provisional' = 'registration') {
  const staged = await stageRows(app, 'registration', rows);
  return app.transaction(async (tx) => registerUnknown(tx, staged, { evidence, now }));
}

interface ResolvedRow {
  row_no: number;
  subject_id: string | null;
  verdict: string;
  holder_name: string | null;
  named_id: string | null;
}

async function resolve(rows: readonly TestRow[], areaNames: readonly string[] = []): Promise<ResolvedRow[]> {
  const staged = await stageRows(app, 'rows', rows);
  return app.transaction(async (tx) => {
    await resolveStaged(tx, staged, 'intake_staging.answer', { areaNames });
    const answer = await tx.query<ResolvedRow>(sql`select * from intake_staging.answer order by row_no`);
    await tx.query(sql`drop table intake_staging.answer`);
    return answer;
  });
}

/** As intake does: register, resolve, apply to what agrees. */
async function settle(rows: readonly TestRow[]) {
  const staged = await stageRows(app, 'settled', rows);
  return app.transaction(async (tx) => {
    await registerUnknown(tx, staged, { evidence: 'registration', now });
    await resolveStaged(tx, staged, 'intake_staging.settled_answer');
    await tx.query(sql`create unlogged table intake_staging.matched as
      select row_no, subject_id from intake_staging.settled_answer where verdict in ('agrees', 'former-name', 'renamed')`);
    const applied = await applyRegistrations(tx, staged, 'intake_staging.matched', now);
    const verdicts = await tx.query<{ verdict: string }>(
      sql`select verdict from intake_staging.settled_answer order by row_no`,
    );
    for (const name of ['settled_answer', 'matched'])
      await tx.query(sql`drop table ${raw(`intake_staging.${name}`)}`);
    return { applied, verdicts: verdicts.map((row) => row.verdict) };
  });
}

const searchable = (subjectId: string) =>
  portal.query<{ name: string; former: boolean; uscc: string | null }>(
    sql`select name, former, uscc from published.public_name where subject_id = ${subjectId}::bigint order by name`,
  );

const [xinyuan, hengda, laowang, oldFactory] = [testUscc(1), testUscc(2), testUscc(3, '92'), testUscc(4)];
const idOf = (uscc: string) => subjectIdFor('uscc', uscc);

beforeAll(async () => {
  await register([
    {
      name: '清和市鑫源建材有限公司',
      uscc: xinyuan,
      status: 'registered',
      registeredOn: '2015-06-01',
      areaCode: '370983',
    },
    {
      name: '清和市恒达商贸有限责任公司',
      uscc: hengda,
      formerName: '清和市恒发商贸有限公司',
      status: 'revoked',
    },
    { name: '清和市老王面馆', uscc: laowang, status: 'registered' },
    {
      name: '清和市第一机械厂',
      uscc: oldFactory,
      legacyKeys: [{ kind: 'registration-no', value: '370983018000017' }],
    },
  ]);
});

describe('registering', () => {
  test('gives facts, keys and names; the id comes from the key', async () => {
    expect(await findSubject(portal, xinyuan)).toEqual({
      subjectId: idOf(xinyuan),
      ids: [idOf(xinyuan)],
      uscc: xinyuan,
      name: '清和市鑫源建材有限公司',
      formerNames: [],
      kind: 'organisation',
      c13: false,
      status: 'registered',
      registeredOn: '2015-06-01',
      areaCode: '370983',
      provisional: false,
      legacy: false,
    });
    expect(await findSubject(portal, hengda)).toMatchObject({
      status: 'revoked',
      formerNames: ['清和市恒发商贸有限公司'],
    });
    expect(await findSubjectByLegacy(portal, 'registration-no', '370983018000017')).toMatchObject({
      uscc: oldFactory,
    });
  });

  test('the same file again makes nothing', async () => {
    expect(await register([{ name: '清和市鑫源建材有限公司', uscc: xinyuan }])).toEqual({ created: 0 });
  });

  test('the first row of a code counts', async () => {
    const code = testUscc(50);
    const rows = [
      { name: '清和市先来包装有限公司', uscc: code },
      { name: '清和市后到包装有限公司', uscc: code },
    ];
    expect(await register(rows)).toEqual({ created: 1 });
    expect(await findSubject(portal, code)).toMatchObject({ name: '清和市先来包装有限公司' });
    expect((await resolve(rows)).map((row) => row.verdict)).toEqual(['agrees', 'name-mismatch']);
  });

  test('C13: a sole trader has no searchable name, whether said so or by code', async () => {
    const said = testUscc(51);
    await register([{ name: '清和市李四小吃店', uscc: said, soleTrader: true }]);
    for (const uscc of [said, laowang]) {
      expect(await findSubject(portal, uscc)).toMatchObject({ kind: 'sole-trader', c13: true });
      expect(await searchable(idOf(uscc))).toEqual([]);
    }
  });

  test('two keys with one id are refused, and nothing is stored', async () => {
    const rows = [{ name: '清和市撞号有限公司', uscc: testUscc(52), subjectHash: idOf(xinyuan) }];
    await expect(register(rows)).rejects.toBeInstanceOf(SubjectIdTaken);
    expect(await findSubject(portal, testUscc(52))).toBeUndefined();
    expect(await findSubject(portal, xinyuan)).toMatchObject({ name: '清和市鑫源建材有限公司' });
  });

  test('two registrations of one code at once make one subject', async () => {
    const rows = [{ name: '清和市同时有限公司', uscc: testUscc(53) }];
    const [a, b] = [await stageRows(app, 'race_a', rows), await stageRows(app, 'race_b', rows)];
    const made = await Promise.all(
      [a, b].map((staged) =>
        app.transaction((tx) => registerUnknown(tx, staged, { evidence: 'registration', now })),
      ),
    );
    expect(made.map((one) => one.created).sort()).toEqual([0, 1]);
  });

  test('a relation whose name is anything else is not touched', async () => {
    for (const name of ['subjects', 'a.b; drop table x', '"A".b', 'intake_staging.s1 s, subjects.subject']) {
      await expect(
        app.transaction((tx) => registerUnknown(tx, name, { evidence: 'registration', now })),
      ).rejects.toBeInstanceOf(TypeError);
    }
  });
});

describe('resolving: code, then legacy number, then name, which decides nothing', () => {
  test.each<[string, TestRow, Partial<ResolvedRow>]>([
    [
      'the registered name',
      { uscc: xinyuan, name: '清和市鑫源建材有限公司' },
      { verdict: 'agrees', subject_id: idOf(xinyuan) },
    ],
    ['有限责任公司 and brackets', { uscc: hengda, name: '清和市恒达商贸有限公司' }, { verdict: 'agrees' }],
    [
      'full-width letters of a blank-ridden name',
      { uscc: xinyuan, name: '清和市　鑫源建材 有限责任公司' },
      { verdict: 'agrees' },
    ],
    [
      'a former name',
      { uscc: hengda, name: '清和市恒发商贸有限公司' },
      { verdict: 'former-name', subject_id: idOf(hengda) },
    ],
    ['the city missing', { uscc: xinyuan, name: '鑫源建材有限公司' }, { verdict: 'agrees' }],
    ['the city without 市', { uscc: xinyuan, name: '清和鑫源建材有限公司' }, { verdict: 'agrees' }],
    [
      'the province before it',
      { uscc: xinyuan, name: '山东省清和市鑫源建材有限公司' },
      { verdict: 'agrees' },
    ],
    [
      'the city missing from a former name',
      { uscc: hengda, name: '恒发商贸有限公司' },
      { verdict: 'former-name' },
    ],
    [
      'a new name with the former one',
      { uscc: xinyuan, name: '清和市鑫源新材料有限公司', formerName: '清和市鑫源建材有限公司' },
      { verdict: 'renamed' },
    ],
    [
      'a valid code of the wrong firm',
      { uscc: xinyuan, name: '清和市恒达商贸有限责任公司' },
      {
        verdict: 'name-mismatch',
        subject_id: idOf(xinyuan),
        holder_name: '清和市鑫源建材有限公司',
        named_id: idOf(hengda),
      },
    ],
    [
      'a name nobody has',
      { uscc: xinyuan, name: '清和市无名有限公司' },
      { verdict: 'name-mismatch', named_id: null },
    ],
    [
      'C13: the holder is not named',
      { uscc: laowang, name: '清和市恒达商贸有限公司' },
      { verdict: 'name-mismatch', holder_name: null },
    ],
    [
      'an unknown code',
      { uscc: testUscc(9999), name: '清和市鑫源建材有限公司' },
      { verdict: 'unknown', subject_id: null },
    ],
    [
      'a legacy number',
      { legacy: { kind: 'registration-no', value: '370983018000017' }, name: '清和市第一机械厂' },
      { verdict: 'agrees', subject_id: idOf(oldFactory) },
    ],
    [
      'a legacy number of the wrong firm',
      { legacy: { kind: 'registration-no', value: '370983018000017' }, name: '清和市鑫源建材有限公司' },
      { verdict: 'name-mismatch', holder_name: '清和市第一机械厂' },
    ],
    [
      'an unknown legacy number',
      { legacy: { kind: 'registration-no', value: '370983018009999' }, name: '清和市第一机械厂' },
      { verdict: 'unknown' },
    ],
    [
      'an unknown code beside a known number of a subject with another code',
      {
        uscc: testUscc(9998),
        name: '清和市第一机械厂',
        legacyKeys: [{ kind: 'registration-no', value: '370983018000017' }],
      },
      { verdict: 'unknown' },
    ],
    [
      'a name alone',
      { name: '清和市鑫源建材有限公司' },
      { verdict: 'name-only', subject_id: null, named_id: idOf(xinyuan) },
    ],
    ['neither code nor known name', { name: '清和市无名有限公司' }, { verdict: 'no-code', subject_id: null }],
  ])('%s', async (_, row, expected) => {
    expect((await resolve([row]))[0]).toMatchObject(expected);
  });

  test('the place in front tells two firms apart where both exist', async () => {
    const [withCity, without] = [testUscc(60), testUscc(61)];
    await register([
      { name: '清和市双名建材有限公司', uscc: withCity },
      { name: '双名建材有限公司', uscc: without },
    ]);
    const answer = await resolve([
      { name: '双名建材有限公司', uscc: withCity },
      { name: '清和市双名建材有限公司', uscc: without },
    ]);
    expect(answer.map((row) => row.verdict)).toEqual(['name-mismatch', 'name-mismatch']);
  });

  test('two firms with swapped codes in 1,000 rows: none agrees', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) =>
      index % 2 === 0
        ? { uscc: xinyuan, name: '清和市恒达商贸有限公司' }
        : { uscc: hengda, name: '清和市鑫源建材有限公司' },
    );
    const answer = await resolve(rows);
    expect(answer).toHaveLength(1000);
    expect(new Set(answer.map((row) => row.verdict))).toEqual(new Set(['name-mismatch']));
    expect(answer[0]?.holder_name).toBe('清和市鑫源建材有限公司');
    expect(answer[1]?.holder_name).toBe('清和市恒达商贸有限责任公司');
  });

  test('places that are known stand without 市 too', async () => {
    const code = testUscc(62);
    await register([{ name: '大明远航物流有限公司', uscc: code }]);
    const row = { name: '东湖大明远航物流有限公司', uscc: code };
    expect((await resolve([row]))[0]?.verdict).toBe('name-mismatch');
    expect((await resolve([row], ['东湖区']))[0]?.verdict).toBe('agrees');
  });
});

describe('the legacy lane', () => {
  const number = { kind: 'registration-no', value: '370983018000025' };

  test('without a registration no old number makes a subject', async () => {
    expect(await register([{ name: '清和市老字号酿造厂', legacy: number }], 'provisional')).toEqual({
      created: 0,
    });
    expect(await findSubjectByLegacy(portal, number.kind, number.value)).toBeUndefined();
  });

  test('with one it does, marked for ever; a code that comes later joins it', async () => {
    await register([{ name: '清和市老字号酿造厂', legacy: number }]);
    const id = subjectIdFor(number.kind, number.value);
    expect(await findSubjectByLegacy(portal, number.kind, number.value)).toMatchObject({
      subjectId: id,
      uscc: null,
      legacy: true,
    });
    const row = { name: '清和市老字号酿造厂', uscc: testUscc(70), legacyKeys: [number] };
    // A licence about the code and the number makes no second subject.
    expect(await register([row], 'provisional')).toEqual({ created: 0 });
    expect((await resolve([row]))[0]).toMatchObject({ verdict: 'agrees', subject_id: id });
    expect(await register([row])).toEqual({ created: 0 });
    expect(await findSubject(portal, testUscc(70))).toMatchObject({
      subjectId: id,
      uscc: testUscc(70),
      legacy: true,
    });
    expect(await searchable(id)).toEqual([{ name: '清和市老字号酿造厂', former: false, uscc: testUscc(70) }]);
  });

  test('a code does not join a number under another name', async () => {
    const other = { kind: 'registration-no', value: '370983018000033' };
    await register([{ name: '清和市红旗服装厂', legacy: other }]);
    await register([{ name: '清和市蓝天印刷厂', uscc: testUscc(71), legacyKeys: [other] }]);
    expect(await findSubject(portal, testUscc(71))).toMatchObject({
      name: '清和市蓝天印刷厂',
      legacy: false,
    });
    expect(await findSubjectByLegacy(portal, other.kind, other.value)).toMatchObject({
      name: '清和市红旗服装厂',
    });
  });
});

describe('applying registrations', () => {
  const code = testUscc(80);

  test('a provisional subject becomes a registered one', async () => {
    expect(
      await register(
        [{ name: '清和市初现科技有限公司', uscc: code, status: 'registered', areaCode: '370983' }],
        'provisional',
      ),
    ).toEqual({ created: 1 });
    // The public does not see it before a record about it is public.
    expect(
      await app.one(
        sql`select provisional, status, registered_on from subjects.subject where uscc = ${code}`,
      ),
    ).toEqual({ provisional: true, status: 'unknown', registered_on: null });
    const done = await settle([
      {
        name: '清和市初现科技有限公司',
        uscc: code,
        status: 'registered',
        registeredOn: '2020-02-02',
        areaCode: '370902',
        legacyKeys: [{ kind: 'institution-no', value: '137098300008' }],
      },
    ]);
    expect(done).toEqual({ applied: { updated: 1, renamed: 0, keysAdded: 1 }, verdicts: ['agrees'] });
    expect(await findSubject(portal, code)).toMatchObject({
      provisional: false,
      status: 'registered',
      registeredOn: '2020-02-02',
      areaCode: '370902',
    });
    expect(await findSubjectByLegacy(portal, 'institution-no', '137098300008')).toMatchObject({ uscc: code });
    const again = await settle([
      {
        name: '清和市初现科技有限公司',
        uscc: code,
        status: 'registered',
        registeredOn: '2020-02-02',
        areaCode: '370902',
      },
    ]);
    expect(again.applied).toEqual({ updated: 0, renamed: 0, keysAdded: 0 });
  });

  test('a new name closes the old one; back again opens it', async () => {
    const renamed = await settle([
      { name: '清和市再现科技有限公司', uscc: code, formerName: '清和市初现科技有限公司' },
    ]);
    expect(renamed).toMatchObject({ applied: { renamed: 1 }, verdicts: ['renamed'] });
    expect(await findSubject(portal, code)).toMatchObject({
      name: '清和市再现科技有限公司',
      formerNames: ['清和市初现科技有限公司'],
    });
    expect(await searchable(idOf(code))).toMatchObject(
      [
        { name: '清和市再现科技有限公司', former: false },
        { name: '清和市初现科技有限公司', former: true },
      ].sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
    await settle([{ name: '清和市初现科技有限公司', uscc: code, formerName: '清和市再现科技有限公司' }]);
    expect(await findSubject(portal, code)).toMatchObject({
      name: '清和市初现科技有限公司',
      formerNames: ['清和市再现科技有限公司'],
    });
  });

  test('a row under a former name is older than the register: it changes nothing', async () => {
    const done = await settle([{ name: '清和市再现科技有限公司', uscc: code, status: 'deregistered' }]);
    expect(done).toMatchObject({ applied: { updated: 0, renamed: 0 }, verdicts: ['former-name'] });
    expect(await findSubject(portal, code)).toMatchObject({
      name: '清和市初现科技有限公司',
      status: 'registered',
    });
  });

  test('the last row of a subject counts, and an unreadable status changes nothing', async () => {
    await settle([
      { name: '清和市初现科技有限公司', uscc: code, status: 'revoked' },
      { name: '清和市初现科技有限公司', uscc: code, status: 'deregistered' },
    ]);
    expect(await findSubject(portal, code)).toMatchObject({ status: 'deregistered' });
    await settle([{ name: '清和市初现科技有限公司', uscc: code, status: '不详' }]);
    expect(await findSubject(portal, code)).toMatchObject({ status: 'deregistered' });
  });

  test('C13: a firm that turns out to be a sole trader leaves the search', async () => {
    const trader = testUscc(81);
    await register([{ name: '清和市赵六修理部', uscc: trader }]);
    expect(await searchable(idOf(trader))).toHaveLength(1);
    await settle([{ name: '清和市赵六修理部', uscc: trader, soleTrader: true }]);
    expect(await searchable(idOf(trader))).toEqual([]);
    expect(await findSubject(portal, trader)).toMatchObject({ c13: true, kind: 'sole-trader' });
    await settle([{ name: '清和市赵六修理部', uscc: trader, soleTrader: false }]);
    expect(await findSubject(portal, trader)).toMatchObject({ c13: true });
  });

  test('a number that is another subject’s stays there', async () => {
    const done = await settle([
      {
        name: '清和市鑫源建材有限公司',
        uscc: xinyuan,
        legacyKeys: [{ kind: 'registration-no', value: '370983018000017' }],
      },
    ]);
    expect(done.applied.keysAdded).toBe(0);
    expect(await findSubjectByLegacy(portal, 'registration-no', '370983018000017')).toMatchObject({
      uscc: oldFactory,
    });
  });
});
