/** Editions side by side: what 2022 and 2024 added to the national catalogue, and a supplement against the edition above it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../../platform/testing.ts';
import { catalogueData } from '../catalogue-data.ts';
import { shippedItem } from '../testing/over-reaching.ts';
import { type ComparableEdition, compareEditions, listEditions } from './compare-editions.ts';
import { allClasses, classesOf, nationalEditions } from './national.ts';

let world: TestWorld;
let editions: ComparableEdition[];
const edition = (id: string): ComparableEdition => {
  const found = editions.find((one) => one.id === id);
  if (!found) throw new Error(`there is no edition ${id}`);
  return found;
};
const compare = (a: string, b: string) => compareEditions(world.db.portal, edition(a), edition(b));

beforeAll(async () => {
  world = await testDatabase();
  const { migrator } = world.db;
  await migrator.query(sql`
    insert into catalogue.edition (edition_id, title_zh, title_en, in_force_from, instrument_id, legislature, under)
    values ('local-1', '本地补充目录', 'Local supplement', '2026-01-01', 'shandong-credit-2020', 'county', '2024-1')`);
  const penalty = { ...shippedItem('administrative-penalty'), edition: 'local-1', retentionMonths: 12 };
  await migrator.query(sql`
    insert into catalogue.item (item, edition_id, name_zh, name_en, category, adverse, openness, natural_person, publicity,
      basis_instrument, basis_article, state, definition)
    select item, 'local-1', name_zh, name_en, category, adverse, openness, natural_person, publicity, basis_instrument,
      basis_article, 'active', ${JSON.stringify(penalty)}::jsonb
    from catalogue.item where item = 'administrative-penalty'`);
  editions = await listEditions(world.db.portal);
});
afterAll(() => world.close());

describe('the national catalogue', () => {
  test.each(nationalEditions.map(({ edition: year, classes }) => [year, classes] as const))(
    'the edition of %s has the %s classes that it says',
    (year, classes) => {
      expect(classesOf(year)).toHaveLength(classes);
    },
  );

  test.each<[string, string, string[]]>([
    ['national-2021', 'national-2022', ['遵守法律法规情况信息']],
    ['national-2022', 'national-2024', ['知识产权信息']],
    ['national-2021', 'national-2024', ['遵守法律法规情况信息', '知识产权信息']],
  ])('%s to %s: what was added', async (a, b, added) => {
    const { classes, items } = await compare(a, b);
    expect(
      classes.filter(({ sides: [left, right] }) => !left.has && right.has).map(({ name }) => name),
    ).toEqual(added);
    expect(classes.some(({ sides: [left, right] }) => left.has && !right.has)).toBe(false);
    expect(items).toEqual([]);
  });

  test('what stands below a class is marked as our reading unless it was read', async () => {
    const { classes } = await compare('national-2022', 'national-2024');
    const below = classes.flatMap(({ name, sides }) =>
      sides[1].below.map(({ isReading }) => [name, isReading]),
    );
    expect(below).toEqual(
      expect.arrayContaining([
        ['知识产权信息', false],
        ['行政管理信息', true],
      ]),
    );
  });

  test('every shipped item is of a class of the national catalogue', () => {
    const known = allClasses.map(({ name }) => name);
    expect(catalogueData.items.filter(({ category }) => !known.includes(category))).toEqual([]);
  });
});

test('a supplement against the edition above it: what is missing, and each place that differs', async () => {
  const { items } = await compare('2024-1', 'local-1');
  const changed = items.filter(({ kind }) => kind === 'changed');
  expect(changed).toMatchObject([
    { item: 'administrative-penalty', changes: [{ path: 'retentionMonths', before: '60', after: '12' }] },
  ]);
  expect(items.filter(({ kind }) => kind === 'removed')).toHaveLength(catalogueData.items.length - 1);
  expect((await compare('2024-1', '2024-1')).items).toEqual([]);
});
