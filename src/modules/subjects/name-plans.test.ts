/** The plans of the name search at size, as the portal's role sees them through the view: an index each, never a scan. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { normaliseName } from '../../kernel/name.ts';
import { type Sql, sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/testing.ts';
import { registerUnknown } from './index.ts';
import { likenessOf } from './likeness.ts';
import {
  anyOf,
  exactNames,
  publicNames,
  similarNames,
  whereContaining,
  whereInitials,
  wherePrefix,
} from './queries/search.ts';
import { inventedOrganisations } from './testing/organisations.ts';
import { stageRows } from './testing/staged.ts';

const world = await testDatabase();
afterAll(() => world.close());
const { app, portal, migrator } = world.db;
const SIZE = 52_000;

beforeAll(async () => {
  const staged = await stageRows(app, 'many', inventedOrganisations(SIZE));
  await app.transaction((tx) =>
    registerUnknown(tx, staged, { evidence: 'registration', now: world.platform.clock.now() }),
  );
  await migrator.query(sql`vacuum analyze subjects.public_name`);
  await migrator.query(sql`vacuum analyze subjects.subject_name`);
}, 120_000);

interface PlanNode {
  'Node Type': string;
  'Actual Rows'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

/** The indexes a plan reads, and `all of <table>` where it reads a whole table. */
async function scansOf(statement: Sql, db = portal): Promise<string[]> {
  const [row] = await db.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    sql`explain (format json) ${statement}`,
  );
  const scans: string[] = [];
  const visit = (node: PlanNode) => {
    if (node['Node Type'] === 'Seq Scan') scans.push(`all of ${node['Relation Name']}`);
    if (node['Index Name'] !== undefined) scans.push(node['Index Name']);
    for (const plan of node.Plans ?? []) visit(plan);
  };
  if (row) visit(row['QUERY PLAN'][0].Plan);
  return scans;
}

/** How many rows of the table a statement looks at when it runs. */
async function rowsRead(statement: Sql): Promise<number> {
  const [row] = await portal.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    sql`explain (analyze, format json) ${statement}`,
  );
  let rows = 0;
  const visit = (node: PlanNode) => {
    if (node['Relation Name'] === 'public_name') {
      rows += (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0);
      rows += node['Rows Removed by Index Recheck'] ?? 0;
    }
    for (const plan of node.Plans ?? []) visit(plan);
  };
  if (row) visit(row['QUERY PLAN'][0].Plan);
  return rows;
}

function similar(text: string): Sql {
  const likeness = likenessOf(text, []);
  if (!likeness) throw new Error('no likeness');
  return similarNames(likeness, 200);
}

test('as many names as promised', async () => {
  expect(await portal.one(sql`select count(*)::integer as names from published.public_name`)).toEqual({
    names: SIZE,
  });
});

describe('plans', () => {
  test.each<[string, Sql, string[]]>([
    ['2 characters', publicNames(whereContaining('凯源'), 201), ['public_name_bigram_idx']],
    ['3 characters', publicNames(whereContaining('凯源物'), 201), ['public_name_trgm_idx']],
    ['4 characters', publicNames(whereContaining('凯源物流'), 201), ['public_name_trgm_idx']],
    ['a whole name', publicNames(whereContaining('清和市凯源物流有限公司'), 201), ['public_name_trgm_idx']],
    ['a beginning', publicNames(wherePrefix('凯源物'), 40), ['public_name_norm_idx']],
    ['initials', publicNames(whereInitials('kywlyx'), 201), ['public_name_initials_idx']],
  ])('%s', async (_, statement, scans) => {
    expect(await scansOf(statement)).toEqual(scans);
  });

  test('a whole name, C13 subjects’ too, is asked of the index of all names', async () => {
    const name = normaliseName('清和市凯源物流有限公司');
    const statement = sql`select subject_id from subjects.subject_name where name_norm = ${name} limit 201`;
    expect(await scansOf(statement, app)).toEqual(['subject_name_norm_idx']);
  });

  test('likeness asks the bigram index for every subset', async () => {
    const scans = await scansOf(similar('凯源新物流'));
    expect(scans).toEqual(['public_name_bigram_idx', 'public_name_initials_idx']);
  });

  test.each([['凯源'], ['凯源物'], ['凯源物流有限公司'], ['清和市凯源物流有限公司']])(
    'a whole question reads no table whole: %s',
    async (text) => {
      const whole = anyOf([
        exactNames(text, 201),
        publicNames(whereContaining(text), 201),
        publicNames(wherePrefix(text), 40),
        similar(text),
      ]);
      expect((await scansOf(whole)).filter((scan) => /_name$/.test(scan))).toEqual([]);
    },
  );

  test.each([['公司'], ['有限公司'], ['清和市'], ['建材'], ['建材有限公司']])(
    'a fragment of many names stops reading when it has enough: %s',
    async (text) => {
      expect(await rowsRead(publicNames(whereContaining(text), 201))).toBeLessThan(SIZE / 5);
    },
  );
});
