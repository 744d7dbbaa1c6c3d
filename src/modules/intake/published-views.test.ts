// What somebody who could speak SQL as the portal's role would find: nothing that is not public, C13 subjects by exact argument alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { raw, sql } from '../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { findPublicRecord, listPublicRecordsOfItem, publicRecordId } from '../records/index.ts';
import { findSubject, findSubjectByLegacy, searchNames, suggestNames } from '../subjects/index.ts';
import { decideHeldRow } from './decide-held-row.ts';
import { listHeldRows } from './list-held-rows.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  licence,
  officer,
  penalty,
  registerFirms,
  runJobs,
} from './testing/city.ts';
import { withdrawSubmission } from './testing/withdraw.ts';

let world: TestWorld;
const market = officer('market');
const clerk = officer('centre', 'case-officer', '77');
const [plain, taxed] = [firm(1), firm(2)];
const trader = { ...firm(3, '92'), name: '清和市老周面馆' };
const stranger = { ...firm(4), name: '清和市未见登记商贸有限公司' };
const TAX = '370983165641826';

const give = (rows: Record<string, string>[], item = 'administrative-penalty') =>
  handIn(world.platform, market, item, csv(rows));

/** Accepts the waiting row with this number. */
async function accept(number: string): Promise<void> {
  const rows = await listHeldRows(world.platform, clerk, { limit: 100 });
  const row = rows.find(({ decisionNo }) => decisionNo === number);
  if (!row) throw new Error(`${number} does not wait`);
  await decideHeldRow(world.platform, clerk, row.heldRowId, { decision: 'accept', reason: '经核实无误' });
  await runJobs(world.platform);
}

/** Every row of every view that the role may read, as text. */
async function everything(): Promise<string> {
  const views = await world.db.portal.query<{ name: string }>(
    sql`select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'published'::regnamespace and c.relkind = 'v'`,
  );
  expect(views.length).toBeGreaterThan(15);
  const texts: string[] = [];
  for (const { name } of views) {
    const rows = await world.db.portal.query<{ text: string }>(raw(`select v::text as text from ${name} v`));
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join('\n');
}

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [plain, trader]);
  await handIn(world.platform, market, 'organisation-registration', [
    '名称,统一社会信用代码,注册日期,登记状态,行政区划代码,税务登记号\n',
    `${taxed.name},${taxed.uscc},2019-05-06,存续,371899,${TAX}\n`,
  ]);
  await give([
    penalty(plain, 1),
    penalty(trader, 2, { CF_XDR_LB: '个体工商户' }),
    // Over: twelve months from a decision of 2025-01-10 under the rule in force now.
    penalty(plain, 3, { CF_WSH: '清市监处罚〔2025〕过期3号', CF_JDRQ: '2025/01/10', BZ: '内部备注不公开' }),
    penalty(stranger, 4),
  ]);
  await accept('清市监处罚〔2026〕4号');
});
afterAll(() => world.close());

describe('as SQL of the portal’s role', () => {
  test('no view holds a C13 or provisional subject, an ended record, a closed field or a tax number', async () => {
    const all = await everything();
    for (const shown of [plain.name, plain.uscc, '〔2026〕1号', '〔2026〕4号']) expect(all).toContain(shown);
    for (const hidden of [trader.name, trader.uscc, '〔2026〕2号', '过期3号', '王一', '内部备注', TAX])
      expect(all).not.toContain(hidden);
  });

  test.each([
    ['decision_no', 'published.record'],
    ['authority_name', 'published.record'],
    ['name', 'published.subject'],
    ['name_zh', 'published.unit'],
  ])('an error of one’s own condition tells of visible rows alone: %s of %s', async (column, view) => {
    const rows = await world.db.portal.query<{ value: string }>(
      raw(`select distinct ${column} as value from ${view}`),
    );
    const visible = rows.map(({ value }) => value);
    await world.db.migrator.query(
      sql`update identity.unit set until = '2020-01-01' where unit_code = 't-emergency'`,
    );
    // The cast fails on the first row that it meets and tells its value; barriers let it meet visible rows only.
    const asked = world.db.portal.query(raw(`select 1 from ${view} where ${column}::integer = 1`));
    const message = await asked.then(
      () => '',
      (error: Error) => error.message,
    );
    await world.db.migrator.query(sql`update identity.unit set until = null where unit_code = 't-emergency'`);
    expect(visible).toContain(/"(.*)"/.exec(message)?.[1]);
  });

  test('nor where every visible row is excluded first: no message at all', async () => {
    const rows = await world.db.portal.query(
      sql`select 1 from published.record where item = 'administrative-penalty'
        and case when decision_no like '%2026%' then 0 else (decision_no || 'x')::integer end = 1`,
    );
    expect(rows).toEqual([]);
    const traders = sql`select 1 from published.subject where c13 and name::integer = 1`;
    expect(await world.db.portal.query(traders)).toEqual([]);
  });

  test('the list of an adverse item gives twenty at most and nothing behind them, whatever is asked', async () => {
    await give(Array.from({ length: 25 }, (_, n) => penalty(plain, 500 + n)));
    const list = (before: string | null) =>
      world.db.portal.query(
        sql`select 1 from published.records_of_item('administrative-penalty', null, null, null, null, null, null, ${before}::date, 1, 100000)`,
      );
    expect(await list(null)).toHaveLength(20);
    expect(await list('2027-01-01')).toEqual([]);
  });
});

describe('a C13 subject', () => {
  test('is found by exact code and full name, with its records', async () => {
    const found = await findSubject(world.db.portal, trader.uscc);
    expect(found).toMatchObject({ name: trader.name, c13: true });
    const search = await searchNames(world.db.portal, trader.name, { limit: 20, offset: 0 });
    expect(search.items.map(({ uscc }) => uscc)).toEqual([trader.uscc]);
    const [record] = await world.db.migrator.query<{ record_id: string }>(
      sql`select record_id from records.record where decision_no = '清市监处罚〔2026〕2号'`,
    );
    const id = publicRecordId(found?.subjectId ?? '', record?.record_id ?? '');
    expect(await findPublicRecord(world.db.portal, id)).toMatchObject({
      subjectName: trader.name,
      c13: true,
    });
  });

  test('is in no list', async () => {
    const list = await listPublicRecordsOfItem(
      world.db.portal,
      { item: 'administrative-penalty' },
      { limit: 20 },
    );
    expect(list.map(({ subjectName }) => subjectName)).not.toContain(trader.name);
    expect(await suggestNames(world.db.portal, '清和市老周')).toEqual([]);
  });
});

test('nobody is found by a tax number, which is a closed field', async () => {
  expect(await findSubject(world.db.portal, taxed.uscc)).toMatchObject({ name: taxed.name });
  expect(await findSubjectByLegacy(world.db.portal, 'tax-no', TAX)).toBeUndefined();
  expect((await searchNames(world.db.portal, TAX, { limit: 20, offset: 0 })).items).toEqual([]);
});

describe('a provisional subject', () => {
  const nobody = firm(999);
  const answers = async ({ uscc, name }: { uscc: string; name: string }) => ({
    page: await findSubject(world.db.portal, uscc),
    byCode: (await searchNames(world.db.portal, uscc, { limit: 20, offset: 0 })).total,
    byName: (await searchNames(world.db.portal, name, { limit: 20, offset: 0 })).items.map((x) => x.uscc),
    ids: await world.db.portal.query(sql`select published.subjects_by_key(array[${uscc}::text], null)`),
  });

  test('is found by exact code and full name while a record about it is public, never by part', async () => {
    expect(await answers(stranger)).toMatchObject({
      page: { provisional: true },
      byCode: 1,
      byName: [stranger.uscc],
    });
    expect((await searchNames(world.db.portal, '未见登记', { limit: 20, offset: 0 })).items).toEqual([]);
  });

  test('is answered like one that never was once its only record is withdrawn', async () => {
    const gone = { ...firm(6), name: '清和市昙花商贸有限公司' };
    const { submissionId } = await give([penalty(gone, 6)]);
    await accept('清市监处罚〔2026〕6号');
    expect((await answers(gone)).byCode).toBe(1);
    await withdrawSubmission(world.platform, market, submissionId, '代码填写错误');
    expect(await answers(gone)).toEqual(await answers(nobody));
  });

  test('or when its time is over', async () => {
    const brief = { ...firm(7), name: '清和市短暂商贸有限公司' };
    await give([licence(brief, 7, { XK_YXQZI: '2026/11/18' })], 'administrative-licence');
    expect((await answers(brief)).byCode).toBe(1);
    await world.db.migrator.query(sql`update platform.clock set fixed_on = '2026-11-19'`);
    try {
      expect(await answers(brief)).toEqual(await answers(nobody));
    } finally {
      await world.db.migrator.query(sql`update platform.clock set fixed_on = '2026-11-18'`);
    }
  });

  test('becomes searchable with its registration, and provisional again when that is withdrawn', async () => {
    const late = { ...firm(8), name: '清和市迟来登记商贸有限公司' };
    await give([licence(late, 8)], 'administrative-licence');
    const found = async () =>
      (await searchNames(world.db.portal, '迟来登记', { limit: 20, offset: 0 })).items.map(
        (x) => x.provisional,
      );
    expect(await found()).toEqual([]);
    const { submissionId } = await handIn(world.platform, market, 'organisation-registration', [
      '名称,统一社会信用代码,注册日期,登记状态,行政区划代码\n',
      `${late.name},${late.uscc},2019-05-06,存续,371899\n`,
    ]);
    expect(await found()).toEqual([false]);
    await withdrawSubmission(world.platform, market, submissionId, '登记信息有误');
    expect(await found()).toEqual([]);
    expect(await findSubject(world.db.portal, late.uscc)).toMatchObject({
      provisional: true,
      status: 'unknown',
    });
  });

  test('a firm known from a withdrawn registration alone is gone with it', async () => {
    const typo = { ...firm(9), name: '清和市误登商贸有限公司' };
    const { submissionId } = await handIn(world.platform, market, 'organisation-registration', [
      '名称,统一社会信用代码,注册日期,登记状态,行政区划代码\n',
      `${typo.name},${typo.uscc},2019-05-06,存续,371899\n`,
    ]);
    expect((await answers(typo)).byCode).toBe(1);
    await withdrawSubmission(world.platform, market, submissionId, '登记信息有误');
    expect(await answers(typo)).toEqual(await answers(nobody));
  });
});
