// Corrections: what is public of which version, and from which day the two clocks count.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { sql } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { recount } from '../quality/index.ts';
import { findPublicRecord, publicRecordId } from '../records/index.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  licence,
  officer,
  penalty,
  registerFirms,
  UNITS,
} from './testing/city.ts';
import { withdrawSubmission } from './testing/withdraw.ts';

let world: TestWorld;
const market = officer('market');
const [a, b] = [firm(1), firm(2)];

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [a, b]);
});
afterAll(() => world.close());

/** The platform on another day, its database too. */
async function on(day: string): Promise<Platform> {
  await world.db.migrator.query(sql`update platform.clock set fixed_on = ${day}::date`);
  return { ...world.platform, clock: fixedClock(day) };
}

async function give(day: string, row: Record<string, string>): Promise<string> {
  const item = 'XK_WSH' in row ? 'administrative-licence' : 'administrative-penalty';
  const { submission } = await handIn(await on(day), market, item, csv([row]));
  expect(submission.counts).toMatchObject({ rows: 1, accepted: 1 });
  return submission.submissionId;
}

/** The record with this number as the public sees it. */
async function seen(number: string) {
  const [ids] = await world.db.migrator.query<{ subject_id: string; record_id: string }>(
    sql`select distinct subject_id, record_id from records.record where decision_no like ${`%${number}号`}`,
  );
  const record = await findPublicRecord(
    world.db.portal,
    publicRecordId(ids?.subject_id ?? '0', ids?.record_id ?? '0'),
  );
  return record && { ...record, fields: undefined };
}

describe('a correction', () => {
  test('of the date moves the end of publicity; the clocks keep the first handing in and publication', async () => {
    await give('2026-11-18', penalty(a, 1));
    await give('2026-11-25', penalty(a, 1, { CF_JDRQ: '2026/11/02' }));
    expect(await seen('1')).toMatchObject({
      version: 2,
      decidedOn: '2026-11-02',
      publicUntil: '2027-11-02',
      handedInOn: '2026-11-18',
      publicFrom: '2026-11-18',
    });
  });

  test('into another year finds the same record', async () => {
    await give('2026-11-18', penalty(a, 2, { CF_JDRQ: '2026/01/05' }));
    await give('2026-11-25', penalty(a, 2, { CF_JDRQ: '2025/12/31' }));
    expect(await seen('2')).toMatchObject({ version: 2, decidedOn: '2025-12-31', publicUntil: '2026-12-31' });
  });

  test('that states the class makes it public from that day, not from the day of a version that never was', async () => {
    const silent = { CF_CFLB: '其他-责令改正', CF_NR: '责令改正', CF_NR_FK: '' };
    await give('2026-11-18', penalty(a, 3, silent));
    expect(await seen('3')).toBeUndefined();
    await give('2026-11-25', penalty(a, 3, { ...silent, misconductClass: '一般' }));
    expect(await seen('3')).toMatchObject({ handedInOn: '2026-11-18', publicFrom: '2026-11-25' });
  });

  test('of the class changes the term', async () => {
    await give('2026-11-18', penalty(a, 4));
    await give('2026-11-25', penalty(a, 4, { misconductClass: '严重' }));
    expect(await seen('4')).toMatchObject({ misconductClass: 'serious', publicUntil: '2029-11-09' });
  });

  test('of the validity ends a licence’s publicity', async () => {
    await give('2026-11-18', licence(a, 5));
    expect(await seen('5')).toBeDefined();
    await give('2026-11-25', licence(a, 5, { XK_ZT: '2' }));
    expect(await seen('5')).toBeUndefined();
  });
});

describe('withdrawal', () => {
  test('of the middle version leaves the latest, of the latest then brings back the first', async () => {
    const amount = (fine: string) => ({ CF_NR_FK: fine, CF_NR: `罚款人民币${Number(fine) * 10_000}元` });
    await give('2026-11-18', penalty(b, 11, amount('0.1')));
    const second = await give('2026-11-19', penalty(b, 11, amount('0.2')));
    const third = await give('2026-11-20', penalty(b, 11, amount('0.3')));
    await withdrawSubmission(world.platform, market, second, '金额录入错误');
    expect(await seen('11')).toMatchObject({ version: 3, publicFrom: '2026-11-18' });
    await withdrawSubmission(world.platform, market, third, '金额录入错误');
    expect(await seen('11')).toMatchObject({ version: 1, publicFrom: '2026-11-18' });
  });

  test('of the first version counts from the next one, which was the first that anybody should have read', async () => {
    const first = await give('2026-11-18', penalty(b, 12));
    await withdrawSubmission(world.platform, market, first, '整批重复报送');
    expect(await seen('12')).toBeUndefined();
    await give('2026-11-25', penalty(b, 12));
    expect(await seen('12')).toMatchObject({
      version: 2,
      handedInOn: '2026-11-25',
      publicFrom: '2026-11-25',
    });
  });
});

test('an item whose basis ends is public no longer from that day, and its declared successor carries it on', async () => {
  await give('2026-11-18', penalty(b, 20));
  const basis = (until: string | null, successor: string | null) =>
    world.db.migrator.query(sql`update law.instrument set in_force_until = ${until}::date, succeeded_by = ${successor}
      where instrument_id = 'shandong-credit-2020'`);
  await basis('2026-11-19', null);
  expect(await seen('20')).toBeDefined();
  await on('2026-11-19');
  expect(await seen('20')).toBeUndefined();
  await basis('2026-11-19', 'xzcf-2021');
  expect(await seen('20')).toBeDefined();
  await basis(null, null);
});

test('timeliness counts each standing record once, by its first publication, and what is not public in no share', async () => {
  await on('2026-11-30');
  const scope = { unit: UNITS.market.code, item: 'administrative-penalty' };
  // Two at once, as two workers would.
  await Promise.all([
    recount(world.platform, scope),
    recount(world.platform, scope),
    recount(world.platform, scope),
  ]);
  const counted = await world.db.portal.query<Record<string, number>>(
    sql`select records, handed_in_on_time, public_on_time, unfixed from published.timeliness
      where unit_code = ${scope.unit} and item = ${scope.item} and month = '2026-11-01'`,
  );
  // Numbers 1, 3, 4, 11, 12 and 20; all within 20 working days of their decisions.
  expect(counted).toEqual([{ records: 6, handed_in_on_time: 6, public_on_time: 6, unfixed: 0 }]);
});
