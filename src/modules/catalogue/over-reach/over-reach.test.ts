/** The over-reach check: thirty items, each refused for its clause, at the check and at activation; and narrower ones let through. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { sql } from '../../../platform/db/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { type TestWorld, testDatabase } from '../../../platform/testing.ts';
import { putToWait, requestActivation } from '../../law/index.ts';
import { catalogueData } from '../catalogue-data.ts';
import { itemRefusals, itemRules } from '../catalogue-rules.ts';
import type { ItemDefinition } from '../item-definition.ts';
import { overReaching, shippedItem } from '../testing/over-reaching.ts';
import { powerOf, powersData } from './powers.ts';
import { widerThan } from './wider-than.ts';

const publisher: Extract<Actor, { kind: 'account' }> = {
  kind: 'account',
  accountId: '31',
  unit: 'o-centre',
  roles: ['publisher'],
  name: 'publisher',
};
let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
  await world.db.app.query(sql`
    insert into identity.unit (unit_code, kind, sector, name_zh, name_en, area_code, since)
    values ('o-centre', 'centre', 'centre', '信用中心', 'Centre', '371899', '2020-01-01')`);
  await world.db.migrator.query(sql`
    insert into catalogue.edition (edition_id, title_zh, title_en, in_force_from, instrument_id, legislature, under)
    values ('local-1', '本地补充目录', 'Local supplement', '2026-01-01', 'shandong-credit-2020', 'county', '2024-1')`);
});
afterAll(() => world.close());

const refusals = (item: ItemDefinition) => world.db.app.transaction((tx) => itemRefusals(tx, item));
const placed = ({ item, supplement: local }: (typeof overReaching)[number]) =>
  local ? { ...item, edition: 'local-1' } : item;

test('there are at least twenty, of every clause', () => {
  expect(overReaching.length).toBeGreaterThanOrEqual(20);
  expect([...new Set(overReaching.map(({ clause }) => clause))].sort()).toEqual(['C1', 'C2', 'C3', 'C7']);
});

test.each(overReaching.map((one) => [one.what, one.clause, one.rule, one] as const))(
  '%s: refused by %s (%s)',
  async (_what, clause, rule, one) => {
    const found = await refusals(placed(one));
    expect(found.map((refusal) => [refusal.clause, refusal.rule])).toContainEqual([clause, rule]);
    for (const { zh, en } of found) expect([/[一-鿿]/.test(zh), /[a-z]{3}/.test(en)]).toEqual([true, true]);
  },
);

describe('asked to come into force', () => {
  test.each(overReaching.map((one) => [one.what, one] as const))(
    '%s: it may wait, and asking for it names the clause',
    async (_what, one) => {
      const content = placed(one);
      const versionId = await world.db.app.transaction((tx) =>
        putToWait(world.platform, tx, { ruleSet: itemRules, key: one.what, content, origin: 'draft' }),
      );
      const error = await requestActivation(world.platform, publisher, versionId, '核对').catch(
        (caught: unknown) => caught,
      );
      expect(error).toBeInstanceOf(Problem);
      const { definition, extra } = error as Problem;
      expect(definition.type).toContain('rule-refused');
      expect(extra).toMatchObject({
        refusals: expect.arrayContaining([expect.objectContaining({ clause: one.clause, rule: one.rule })]),
      });
    },
  );

  test('nothing of them is in force, and nobody was asked', async () => {
    const count = await world.db.app.one(sql`
      select (select count(*)::int from law.rule_version where state = 'waiting') as waiting,
        (select count(*)::int from identity.approval) as asked,
        (select count(*)::int from law.rule_version where requested_by is not null) as activated`);
    expect(count).toEqual({ waiting: overReaching.length, asked: 0, activated: 0 });
  });
});

describe('narrower than the higher edition', () => {
  const penalty = shippedItem('administrative-penalty');
  const [closable] = penalty.fields.filter(
    ({ openness, required }) => openness === 'open' && required === 'no',
  );
  test.each<[string, Partial<ItemDefinition>]>([
    ['as it is', {}],
    ['kept for a shorter time', { retentionMonths: 12 }],
    ['not open', { openness: 'onRequest' }],
    ['organisations alone', { naturalPerson: false, persons: undefined as never }],
    ['by named sectors', { supplyingSectors: ['emergency'] }],
    ['a field less', { fields: penalty.fields.filter(({ code }) => code !== closable?.code) }],
  ])('%s: let through', async (_what, changes) => {
    expect(widerThan(penalty, { ...penalty, ...changes })).toEqual([]);
  });

  test.each(catalogueData.items.map((item) => [item.item, item] as const))(
    'the shipped %s is refused by nothing',
    async (_name, item) => {
      expect(await refusals(item)).toEqual([]);
    },
  );
});

test('who may make more is said for every tenant; a county-level city may only narrow', () => {
  expect(powerOf(powersData, 'none').may).toEqual(['narrow', 'assign-units', 'earlier-dates']);
  expect(powerOf(powersData, 'province').may).toContain('supplement');
});
