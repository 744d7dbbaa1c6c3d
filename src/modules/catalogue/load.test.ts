/** Loading and activating items on a real database, and the public catalogue over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous } from '../../platform/actor.ts';
import { sql } from '../../platform/db/index.ts';
import { html } from '../../platform/html/index.ts';
import { buildServer, createMetrics, type Server } from '../../platform/http/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { listWaitingRules } from '../law/index.ts';
import { catalogueApi } from './api.ts';
import { catalogueData } from './catalogue-data.ts';
import {
  collectableFrom,
  findActiveItem,
  getItemOfEdition,
  isSuppliedBy,
  loadCatalogue,
  registerSupply,
} from './index.ts';

let world: TestWorld;
let server: Server;
const ITEMS = ['administrative-licence', 'administrative-penalty', 'organisation-registration'];

beforeAll(async () => {
  world = await testDatabase();
  server = await buildServer({
    log: world.platform.log,
    authenticate: () => anonymous,
    renderProblem: ({ definition }) => html`${definition.title.en}`,
    routes: [catalogueApi(world.platform)],
    checks: [],
    metrics: createMetrics(),
    api: { title: 'test', version: '1', description: 'test' } as never,
    trustProxy: false,
  });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

describe('loading', () => {
  test('items are active after the start, as the files have them, and again changes nothing', async () => {
    await loadCatalogue(world.platform);
    for (const item of catalogueData.items) {
      expect(await findActiveItem(world.db.app, item.item)).toEqual(item);
      expect(await getItemOfEdition(world.db.app, item.item, '2024-1')).toEqual(item);
    }
  });

  test('an item with a forbidden field does not load (C2)', async () => {
    const [first] = catalogueData.items;
    if (first === undefined) throw new Error('data/catalogue has no items');
    const [field] = first.fields;
    if (field === undefined) throw new Error('the item has no fields');
    const forbidden = {
      ...first,
      item: 'forbidden',
      fields: [...first.fields, { ...field, code: 'X', kind: 'religion' }],
    };
    await expect(loadCatalogue(world.platform, { ...catalogueData, items: [forbidden] })).rejects.toThrow(
      /禁止采集.*Forbidden/s,
    );
    expect(await findActiveItem(world.db.app, 'forbidden')).toBeUndefined();
  });

  test('an item that names no basis does not load (C1)', async () => {
    const [first] = catalogueData.items;
    if (first === undefined) throw new Error('data/catalogue has no items');
    const baseless = { ...first, item: 'baseless', basis: { instrument: 'xzcf-2021', article: '' } };
    await expect(loadCatalogue(world.platform, { ...catalogueData, items: [baseless] })).rejects.toThrow(
      /没有法律依据/,
    );
  });

  test('nothing shipped is refused: no item waits on the founding load', async () => {
    expect(await listWaitingRules(world.platform)).toEqual([]);
  });

  test('an item found later waits, whatever it rests on; the clause is said (C1)', async () => {
    const [first] = catalogueData.items;
    if (first === undefined) throw new Error('data/catalogue has no items');
    const resting = { ...first, item: 'resting', basis: { instrument: 'fgb-2019-527', article: '公示期限' } };
    const refused = async () =>
      (await listWaitingRules(world.platform)).map(({ refusals }) => refusals.map(({ rule }) => rule));
    // Of 2019, succeeded by Order 58, which itself ended on 2026-04-01: nothing in force carries it.
    await loadCatalogue(world.platform, { ...catalogueData, items: [...catalogueData.items, resting] });
    expect(await refused()).toEqual([expect.arrayContaining(['basis-ended'])]);
    expect(await findActiveItem(world.db.app, 'resting')).toBeUndefined();
    await world.db.migrator.query(
      sql`update law.instrument set succeeded_by = 'ndrc-36' where instrument_id = 'fgb-2019-527'`,
    );
    expect(await refused()).toEqual([expect.not.arrayContaining(['basis-ended'])]);
    await world.db.migrator.query(
      sql`update law.instrument set succeeded_by = 'ndrc-58' where instrument_id = 'fgb-2019-527'`,
    );
    await world.db.migrator.query(sql`delete from law.rule_version where state = 'waiting'`);
  });
});

describe('terms on natural persons rest on a basis of their own (C1)', () => {
  const ends = (instrument: string, on: string | null) =>
    world.db.migrator.query(
      sql`update law.instrument set in_force_until = ${on} where instrument_id = ${instrument}`,
    );

  test('from the day it ends on, what is left of the item takes organisations alone', async () => {
    const shipped = catalogueData.items.find(({ item }) => item === 'administrative-licence');
    if (!shipped?.persons) throw new Error('licences take no persons');
    const { instrument } = shipped.persons.basis;
    const licence = () => findActiveItem(world.db.app, 'administrative-licence');
    await ends(instrument, '2026-11-18');
    try {
      const left = await licence();
      // The same instrument may carry the item itself: then nothing is left.
      if (instrument !== shipped.basis.instrument)
        expect([left?.naturalPerson, left?.persons, left?.item]).toEqual([
          false,
          undefined,
          'administrative-licence',
        ]);
      else expect(left).toBeUndefined();
    } finally {
      await ends(instrument, null);
    }
    expect((await licence())?.persons).toEqual(shipped.persons);
  });
});

describe('who supplies, and since when', () => {
  test('a unit supplies by its sector or because it was assigned', async () => {
    await world.db.app.query(sql`
      insert into identity.unit (unit_code, kind, sector, name_zh, name_en, area_code, since)
      values ('u-health', 'department', 'health', '卫健', 'Health', '371899', '2020-01-01'),
        ('u-market', 'department', 'market-supervision', '市监', 'Market', '371899', '2020-01-01')`);
    const supplied = (item: string, unit: string) => isSuppliedBy(world.db.app, item, unit);
    expect(await supplied('administrative-penalty', 'u-health')).toBe(true);
    expect(await supplied('organisation-registration', 'u-health')).toBe(false);
    expect(await supplied('organisation-registration', 'u-market')).toBe(true);
    expect(await supplied('organisation-registration', 'u-nobody')).toBe(false);
    await registerSupply(world.platform, 'organisation-registration', 'u-health');
    expect(await supplied('organisation-registration', 'u-health')).toBe(true);
  });

  test('decisions may be collected from the first day of any basis on (C1)', async () => {
    const from = async (item: string) => {
      const definition = await findActiveItem(world.db.app, item);
      return definition && collectableFrom(world.db.app, definition);
    };
    expect(await from('administrative-licence')).toBe('2004-07-01');
    expect(await from('administrative-penalty')).toBe('2018-07-25');
  });
});

describe('the public catalogue', () => {
  test('lists items with basis and period, without fields', async () => {
    const answer = await server.inject('/api/v1/public/catalogue');
    expect(answer.statusCode).toBe(200);
    const { items, next } = answer.json();
    expect(next).toBeNull();
    expect(items.map((item: { item: string }) => item.item)).toEqual(expect.arrayContaining(ITEMS));
    for (const item of items) {
      expect(item.basis).toMatchObject({
        instrument: expect.any(String),
        article: expect.any(String),
        level: expect.any(String),
      });
      expect(item.inForce).toEqual({ from: '2024-02-18', until: null });
    }
  });

  test.each(ITEMS)('shows %s with its fields and lists, whole', async (item) => {
    const answer = await server.inject(`/api/v1/public/catalogue/${item}`);
    const shipped = catalogueData.items.find((entry) => entry.item === item);
    expect(answer.json().fields).toEqual(shipped?.fields);
    expect(answer.json().definition).toEqual(shipped);
    for (const list of answer.json().lists) expect(list.values.length).toBeGreaterThan(1);
  });

  test('an unknown item is a problem', async () => {
    const answer = await server.inject('/api/v1/public/catalogue/nothing');
    expect([answer.statusCode, answer.json().type]).toEqual([
      404,
      expect.stringContaining('item-not-in-catalogue'),
    ]);
  });
});
