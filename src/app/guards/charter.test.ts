// The charter by number: what each rule asks of the rooms that stand today. A rule whose room is not built is kept by its absence.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
} from '../../modules/intake/testing/city.ts';
import { person } from '../../modules/persons/testing/people.ts';
import { sql } from '../../platform/db/index.ts';
import type { Server } from '../../platform/http/index.ts';
import { type TestWorld, testDatabase, testToday } from '../../platform/testing.ts';
import { buildApp } from '../server.ts';

let world: TestWorld;
let server: Server;
const trader = { ...firm(8, '92'), name: '清和市城关区李记面馆' };

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [firm(1), firm(2), trader]);
  await handIn(
    world.platform,
    officer('market'),
    'administrative-penalty',
    csv([penalty(firm(1), 1), penalty(trader, 2, { CF_XDR_LB: '个体工商户' })]),
  );
  await handIn(
    world.platform,
    officer('market'),
    'administrative-licence',
    csv([licence(firm(1), 1), licence(trader, 2, { XK_XDR_LB: '个体工商户' })]),
  );
  await runJobs(world.platform);
  server = await buildApp(world.platform);
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const get = async (url: string) => (await server.inject({ url, headers: { accept: 'text/html' } })).body;
const json = async (url: string) =>
  (await server.inject({ url })).json<Record<string, unknown> & { items: Record<string, unknown>[] }>();
const tables = async () =>
  (
    await world.db.migrator.query<{
      name: string;
    }>(sql`select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')`)
  ).map((row) => row.name);
const columns = async () =>
  (
    await world.db.migrator.query<{
      name: string;
    }>(sql`select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')`)
  ).map((row) => row.name);

/** Runs with another civil date, as only tests may. */
async function on<T>(date: string, run: () => Promise<T>): Promise<T> {
  await world.db.migrator.query(sql`update platform.clock set fixed_on = ${date}`);
  try {
    return await run();
  } finally {
    await world.db.migrator.query(sql`update platform.clock set fixed_on = ${testToday}`);
  }
}

test('C1: when the basis of an item ends without a successor, its records leave the public that day', async () => {
  const count = async () => (await json('/api/v1/public/records?item=administrative-licence')).items.length;
  expect(await count()).toBeGreaterThan(0);
  const { basis } = await world.db.app.one<{ basis: string }>(
    sql`select basis_instrument as basis from catalogue.item_now where item = 'administrative-licence'`,
  );
  await world.db.migrator.query(
    sql`update law.instrument set in_force_until = ${testToday} where instrument_id = ${basis}`,
  );
  expect(await count()).toBe(0);
  await world.db.migrator.query(
    sql`update law.instrument set in_force_until = null where instrument_id = ${basis}`,
  );
  expect(await count()).toBeGreaterThan(0);
});

test('C2: no active item has a field of a kind that is not on the closed list', async () => {
  const found = await world.db.app.query<{ kind: string }>(
    sql`select distinct f ->> 'kind' as kind from catalogue.item i, jsonb_array_elements(i.definition -> 'fields') f`,
  );
  const forbidden =
    /religion|gene|biometric|blood|illness|medical|speech|petition|political|location|browsing|demolition|jaywalking|dog|property-fee|waste|family|income|deposit|securities|insurance|tax-amount/;
  expect(found.length).toBeGreaterThan(3);
  for (const { kind } of found) expect(kind).not.toMatch(forbidden);
});

/** A row about a natural person who does not exist; born on 1985-03-07 unless said otherwise. */
const personRow = (number: number, changes: Record<string, string> = {}) =>
  penalty({ name: invented.name, uscc: '' }, number, {
    CF_XDR_LB: '自然人',
    CF_FRDB: '',
    CF_XDR_ZJHM: invented.identityNumber,
    personCapacity: '经营活动',
    ...changes,
  });
const invented = person(77);

describe('C3: people, formal acts only', () => {
  const taken = async (row: Record<string, string>) =>
    (await handIn(world.platform, officer('market'), 'administrative-penalty', csv([row]))).submission.counts;

  test('a formal decision about business conduct of an adult is taken', async () => {
    expect(await taken(personRow(901))).toMatchObject({ accepted: 1 });
  });

  test.each([
    ['without a document number', { CF_WSH: '' }],
    ['without a deciding body', { CF_CFJGDM: '' }],
    ['without a date', { CF_JDRQ: '' }],
    ['of somebody under 18', { CF_XDR_ZJHM: person(78, '20090101').identityNumber }],
    ['without evidence of age', { CF_XDR_ZJHM: '' }],
    ['about private conduct', { personCapacity: '与经营和职业无关' }],
    ['by simple procedure', { procedure: '简易程序' }],
  ])('a row %s is not kept', async (_what, changes) => {
    expect(await taken(personRow(902, changes))).toMatchObject({ accepted: 0, held: 0 });
  });

  test('an item takes persons on a law, an administrative regulation or a State Council decision only', async () => {
    const items = await world.db.app.query<{ item: string; level: string; openness: string }>(sql`
      select i.item, l.level, i.definition -> 'persons' ->> 'openness' as openness
      from catalogue.item i join law.instrument l on l.instrument_id = i.definition -> 'persons' -> 'basis' ->> 'instrument'
      where i.natural_person`);
    expect(items.length).toBeGreaterThan(0);
    for (const { level, openness } of items) {
      expect(['law', 'administrative-regulation', 'state-council-decision']).toContain(level);
      expect(openness).not.toBe('open');
    }
    const flagged = await world.db.app.one<{ count: number }>(
      sql`select count(*)::integer as count from catalogue.item where natural_person`,
    );
    expect(flagged.count).toBe(items.length);
  });

  test('subjects know no natural person', async () => {
    await expect(
      world.db.app.query(sql`insert into subjects.subject (subject_id, kind, c13, name, status, provisional, legacy, created_at)
      values (1, 'natural-person', true, 'x', 'unknown', false, false, now())`),
    ).rejects.toThrow(/subject_kind_check/);
  });

  test('nobody finds a natural person on a public surface: search, suggestions, sitemap, lists, CSV, record', async () => {
    const [name, number] = [invented.name, invented.identityNumber].map(encodeURIComponent);
    const surfaces = [
      `/subjects?q=${name}`,
      `/subjects?q=${number}`,
      `/api/v1/public/subjects?q=${name}`,
      `/api/v1/public/subjects?q=${number}`,
      `/api/v1/public/suggestions?q=${name}`,
      '/sitemap.xml',
      '/double-publicity/penalties',
      '/api/v1/public/records?item=administrative-penalty',
      '/api/v1/public/records.csv?item=administrative-penalty',
    ];
    for (const url of surfaces) {
      const body = await get(url);
      const found = (body.match(/清市监处罚〔2026〕901号/g) ?? []).length;
      expect(found, url).toBe(0);
      // What was asked for may stand in the search box again.
      if (!url.includes('q='))
        expect(body, url).not.toMatch(new RegExp(`${invented.name}|${invented.identityNumber}`));
    }
    for (const url of surfaces.filter((one) => one.includes('subjects?') && one.includes('api')))
      expect((await json(url)).items).toEqual([]);
  });

  test('no view of what is published reads a table of persons', async () => {
    const found = await world.db.migrator.query<{ view: string }>(sql`
      select distinct v.oid::regclass::text as view
      from pg_depend d join pg_rewrite r on r.oid = d.objid join pg_class v on v.oid = r.ev_class
      join pg_class t on t.oid = d.refobjid join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = 'persons'`);
    expect(found).toEqual([]);
    const functions = await world.db.migrator.query<{ name: string }>(sql`
      select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'published' and p.prosrc ~ 'persons\.'`);
    expect(functions).toEqual([]);
    const granted = await world.db.migrator.query<{ grantee: string }>(sql`
      select distinct grantee from information_schema.role_table_grants
      where table_schema = 'persons' and grantee not in ('gx_app', 'gx_migrator')`);
    expect(granted).toEqual([]);
  });
});

/** Columns so named that mean something else: the level of a law, and the counter of a rate limit. */
const OTHER_MEANING =
  /^(law|published)\.instrument(_now)?\.level$|^(platform\.rate_limit|identity\.rate)\.points$/;

test('C4 and C5: nothing holds a score, grade, rank, level or points', async () => {
  const names = [...(await tables()), ...(await columns())].filter((name) => !OTHER_MEANING.test(name));
  expect(names.length).toBeGreaterThan(100);
  const suspects = /(^|[._])(score|grade|rank|rating|level|points?)([._]|$)/;
  expect(names.filter((name) => suspects.test(name))).toEqual([]);
});

/**
 * The platform's nightly look at itself is no check of anybody (charter C6 means 信用核查, which may hold up a matter): its
 * relations and its address count rounds and units, and the test below sees that they bear nothing of a subject.
 */
const SELF_CHECK = /^(supervision\.check_round|published\.self_check(_round)?)$/;
const SELF_CHECK_PATH = /^\/api\/v1\/(public\/)?self-check(\/|$)/;

test('C6 and C9: no check, hold, measure, list or objection exists that could act on anybody', async () => {
  expect(
    (await tables()).filter(
      (name) => /(check|measure|hold$|listing|objection|repair)/.test(name) && !SELF_CHECK.test(name),
    ),
  ).toEqual([]);
  const { paths } = await json('/api/openapi.json');
  expect(
    Object.keys(paths as object).filter(
      (path) => /check|measure|list|objection|repair/.test(path) && !SELF_CHECK_PATH.test(path),
    ),
  ).toEqual([]);
});

test('C6: what is named a check of the platform itself names no subject, record, matter, hold or decision', async () => {
  const own = (await columns()).filter((name) => SELF_CHECK.test(name.slice(0, name.lastIndexOf('.'))));
  expect(new Set(own.map((name) => name.slice(0, name.lastIndexOf('.')))).size).toBe(3);
  // A unit is named, and rounds count records; a number of somebody or of a record is neither.
  const ofSomebody =
    /subject|person|party|uscc|identity|(^|[._])record(_|$)|matter|case|hold|measure|decision|result/;
  expect(
    own.map((name) => name.slice(name.lastIndexOf('.') + 1)).filter((one) => ofSomebody.test(one)),
  ).toEqual([]);
});

test('C7: the catalogue’s items are no wider than the national standard: penalties and licences are its fields and the declared supplementary ones', async () => {
  const { definition } = await world.db.app.one<{ definition: { fields: { code: string }[] } }>(
    sql`select definition from catalogue.item_now where item = 'administrative-penalty'`,
  );
  const own = definition.fields.map((field) => field.code).filter((code) => !/^(CF_|BZ$)/.test(code));
  expect(own.sort()).toEqual([
    'conductEndedOn',
    'misconductClass',
    'penaltySequence',
    'personCapacity',
    'personFormerName',
    'personNameEvidence',
    'procedure',
  ]);
});

test('C8: a public record says its source, who decided, its basis and its end', async () => {
  const [record] = (await json('/api/v1/public/records?item=administrative-penalty')).items;
  expect(record).toMatchObject({
    unit: 't-market',
    authority: { name: '清和市市场监督管理局' },
    basis: { rule: 'ndrc-36' },
    inForce: { until: '2027-11-09' },
  });
});

describe('C10: when its term ends a record is on no public surface, without anything having run', () => {
  test('the day before it is there, the day itself it is not', async () => {
    const [record] = (await json('/api/v1/public/records?item=administrative-penalty')).items as {
      id: string;
      uscc: string;
    }[];
    const surfaces = [
      `/records/${record?.id}`,
      `/subjects/${record?.uscc}`,
      '/double-publicity/penalties',
      `/api/v1/public/records/${record?.id}`,
      '/api/v1/public/records?item=administrative-penalty',
    ];
    const seen = async () =>
      (await Promise.all(surfaces.map(get))).filter((body) => body.includes('清市监处罚〔2026〕1号')).length;
    expect(await on('2027-11-08', seen)).toBeGreaterThanOrEqual(3);
    expect(await on('2027-11-09', seen)).toBe(0);
  });
});

test('C11: nobody reads a record that is not public but the unit that handed it in', async () => {
  const waiting = penalty(firm(2), 77, { CF_CFLB: '其他-责令改正', CF_NR: '责令改正', CF_NR_FK: '' });
  await handIn(world.platform, officer('market'), 'administrative-penalty', csv([waiting]));
  expect(await get('/api/v1/public/records?item=administrative-penalty')).not.toContain('77号');
  await expect(world.db.portal.query(sql`select 1 from records.record`)).rejects.toThrow(/permission denied/);
});

test('C12: every rule that the engine uses is in the public register', async () => {
  const law = JSON.stringify((await json('/api/v1/public/law')).items);
  const used = await world.db.app.query<{ id: string }>(
    sql`select rule_id as id from publicity.rule union select limit_id from law.time_limit`,
  );
  for (const { id } of used) expect(law).toContain(id);
  expect(await get('/charter')).toContain('C13');
});

test('C13: a sole trader is found by exact code or full name only, and is in no list', async () => {
  const query = async (q: string) =>
    (await json(`/api/v1/public/subjects?q=${encodeURIComponent(q)}`)).items.length;
  expect(await query(trader.uscc)).toBe(1);
  expect(await query(trader.name)).toBe(1);
  expect(await query('李记')).toBe(0);
  for (const url of [
    '/api/v1/public/records?item=administrative-licence',
    '/api/v1/public/records?item=administrative-penalty',
    '/sitemap.xml',
    `/api/v1/public/suggestions?q=${encodeURIComponent('李记')}`,
  ]) {
    expect(await get(url), url).not.toMatch(new RegExp(`李记|${trader.uscc}`));
  }
});
