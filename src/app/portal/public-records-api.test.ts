// Public records for machines: what is adverse comes by twenty and no further, is counted, and shows no field that is closed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicRecordId } from '../../modules/records/index.ts';
import type { Server } from '../../platform/http/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { buildApp } from '../server.ts';
import { addRecord, addSubject, addUnits } from './testing/sample-city.ts';

let world: TestWorld;
let server: Server;
let some: string;

const get = (query: string, address = '203.0.113.9') =>
  server.inject({ url: `/api/v1/public/records${query}`, remoteAddress: address });
const decided = (n: number) => `2026-${String(1 + (n % 10)).padStart(2, '0')}-15`;

beforeAll(async () => {
  world = await testDatabase();
  await addUnits(world);
  const firm = await addSubject(world, { name: '清和市鑫源建材有限公司' });
  for (let n = 0; n < 25; n++) {
    const penalty = await addRecord(world, {
      subjectId: firm.id,
      item: 'administrative-penalty',
      decidedOn: decided(n),
      decisionNo: `清监罚〔2026〕${n}号`,
      // As an older edition of the standard may have opened it.
      fields: { CF_XDR_SWDJ: '371899165641826' },
    });
    some = publicRecordId(firm.id, penalty);
    await addRecord(world, {
      subjectId: firm.id,
      item: 'administrative-licence',
      unit: n < 3 ? 'wjw' : 'scjg',
      decidedOn: decided(n),
      decisionNo: `清监许〔2026〕${n}号`,
      validUntil: '2030-01-01',
    });
  }
  server = await buildApp(world.platform);
});
afterAll(async () => {
  await server?.close();
  await world?.close();
});

describe('lists', () => {
  test('of licences go on page by page, each record once, newest decision first', async () => {
    const seen: { id: string; decidedOn: string }[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const answer = await get(`?item=administrative-licence${next && `&before=${next}`}`);
      expect(answer.statusCode, answer.body).toBe(200);
      const page = answer.json() as { items: typeof seen; next: string | null };
      seen.push(...page.items);
      next = page.next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(25);
    const dates = seen.map(({ decidedOn }) => decidedOn);
    expect(dates).toEqual(dates.toSorted().reverse());
  });

  test('are narrowed by unit and half-open period', async () => {
    const { items } = (
      await get('?item=administrative-licence&unit=wjw&from=2026-01-15&until=2026-03-15')
    ).json();
    expect(items.map((record: { decidedOn: string }) => record.decidedOn)).toEqual([
      '2026-02-15',
      '2026-01-15',
    ]);
  });

  test('of penalties end after twenty; asking for what is behind them is refused', async () => {
    const page = (await get('?item=administrative-penalty')).json();
    expect(page.items).toHaveLength(20);
    expect(page.next).toBeNull();
    const behind = await get('?item=administrative-penalty&before=2026-06-15.1');
    expect([behind.statusCode, behind.json().type]).toEqual([400, '/problems/adverse-records-one-page']);
  });

  test.each([
    'from=2026-02-30',
    'until=0000-01-01',
    'from=20260101',
    'before=2026-02-30.5',
    'before=2026-01-01.99999999999999999999',
  ])('%s is a problem in words', async (query) => {
    const answer = await get(`?item=administrative-licence&${query}`);
    expect([answer.statusCode, answer.json().type]).toEqual([400, '/problems/invalid-request']);
  });
});

test('of an item that the catalogue does not have are a problem that says which there are', async () => {
  const answer = await get('?item=nope');
  expect([answer.statusCode, answer.json().type]).toEqual([400, '/problems/invalid-request']);
  expect(answer.json().detail).toMatch(/administrative-licence.+administrative-penalty/);
  expect((await get('?item=organisation-registration')).statusCode).toBe(200);
});

test('a field that the standard in force closes is shown no more', async () => {
  const answer = await get(`/${some}`);
  expect(answer.json().fields).toMatchObject({ CF_CFLB: '罚款' });
  expect(answer.body).not.toContain('371899165641826');
});

test('adverse records are counted by network, whether they exist or not, and refused beyond the limit', async () => {
  const codes = new Set<number>();
  for (let n = 0; n < 320; n++) {
    const asked = n % 2 === 0 ? '?item=administrative-penalty' : '/1-1';
    codes.add((await get(asked, '198.51.100.77')).statusCode);
  }
  expect([...codes].sort()).toEqual([200, 404, 429]);
  expect((await get(`/${some}`, '198.51.100.77')).headers['retry-after']).toMatch(/^\d+$/);
  expect((await get('?item=administrative-licence', '198.51.100.77')).statusCode).toBe(200);
});
