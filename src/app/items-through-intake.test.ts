// Every item's good sample goes the whole way in; what of it is public, and who is shown the rest, is what the item allows.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { ItemDefinition } from '../modules/catalogue/index.ts';
import { disclose } from '../modules/disclosure/disclose.ts';
import { registerAuthority, registerUnit } from '../modules/identity/index.ts';
import { firm, handIn, registerFirms, UNITS } from '../modules/intake/testing/city.ts';
import type { SignedInActor } from '../platform/actor.ts';
import { sql } from '../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../platform/testing.ts';

const ITEMS = 'data/catalogue/items';
const REGISTRAR = { name: '清和市市场监督管理局', uscc: '11371899MBK6TRBR50', sector: 'market-supervision' };
const SINCE = '2019-01-01' as CivilDate;

const definitionOf = (item: string) =>
  JSON.parse(readFileSync(path.join(ITEMS, item, 'item.json'), 'utf8')) as ItemDefinition;
const sampleOf = (item: string) => readFileSync(path.join(ITEMS, item, 'samples', 'good.csv'), 'utf8');
const unitOf = (item: string): typeof REGISTRAR => {
  const file = path.join(ITEMS, item, 'samples', 'unit.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as typeof REGISTRAR) : REGISTRAR;
};
const rowsOf = (item: string) =>
  Papa.parse<Record<string, string>>(sampleOf(item).replace('\ufeff', ''), {
    header: true,
    skipEmptyLines: true,
  }).data;

// What 行政许可, 行政处罚 and 登记 do has tests of its own; these are the items that came after them.
const DOUBLE = ['administrative-licence', 'administrative-penalty', 'organisation-registration'];
const items = readdirSync(ITEMS).filter((item) => !DOUBLE.includes(item));
const named = (item: string, code: string) =>
  definitionOf(item).fields.find((field) => field.code === code)?.name.zh ?? code;

const codeOf = (sector: string) => (sector === REGISTRAR.sector ? UNITS.market.code : `t-${sector}`);
const officer = (sector: string, role = 'data-officer'): SignedInActor => ({
  kind: 'account',
  accountId: '1',
  unit: codeOf(sector),
  roles: [role],
  name: 'T',
});

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
  const units = new Map([REGISTRAR, ...items.map(unitOf)].map((unit) => [unit.sector, unit]));
  for (const { name, uscc, sector } of units.values()) {
    const kind = sector === 'court' || sector === 'centre' ? sector : 'department';
    const code = codeOf(sector);
    const unit = { code, sector, kind, name: { zh: name, en: code }, uscc, areaCode: '371899' } as const;
    await registerUnit(world.platform, { ...unit, since: SINCE, until: null });
    await registerAuthority(world.platform, code, { uscc, name, since: SINCE });
  }
  const firms = items.flatMap((item) => {
    const { subject, registration } = definitionOf(item);
    if (registration || subject.uscc === undefined) return [];
    const [name, uscc] = [named(item, subject.name), named(item, subject.uscc)];
    return rowsOf(item).map((row) => ({ name: row[name] ?? '', uscc: row[uscc] ?? '' }));
  });
  await registerFirms(world.platform, firms);
}, 60_000);
afterAll(() => world.close());

const publicOf = async (item: string) =>
  (
    await world.db.portal.one<{ n: number }>(
      sql`select count(*)::integer as n from published.record where item = ${item}`,
    )
  ).n;

/** Rows of the good samples that are public at once: one each, where the other left its list, lapsed or was kept private. */
const PUBLIC: Readonly<Record<string, number>> = {
  'abnormal-operation-list': 1,
  'court-enforcement': 1,
  'credit-commitment': 1,
  honour: 1,
  'institution-registration': 2,
  'social-organisation-registration': 2,
  'state-body-registration': 2,
};

describe.each(items)('%s', (item) => {
  test('its good sample is accepted whole, and public only as far as the item allows', async () => {
    const rows = rowsOf(item).length;
    const actor = officer(unitOf(item).sector);
    const { submission, findings } = await handIn(world.platform, actor, item, sampleOf(item));
    expect([submission.counts, findings.filter(({ severity }) => severity === 'error')]).toMatchObject([
      { rows, accepted: rows, rejected: 0, held: 0, refused: 0 },
      [],
    ]);
    expect(await publicOf(item)).toBe(PUBLIC[item] ?? 0);
    expect(PUBLIC[item] !== undefined).toBe(definitionOf(item).openness === 'open');
  });
});

test('who leaves a list is gone from the public the same day; its own file keeps the record', async () => {
  const [header = '', first = ''] = sampleOf('abnormal-operation-list').split('\n');
  const cells = first.split(',');
  const titles = header.replace('\ufeff', '').split(',');
  cells[titles.indexOf('列入状态')] = '移出';
  cells[titles.indexOf('移出日期')] = '2026/11/18';
  const file = `${header}\n${cells.join(',')}\n`;
  const item = 'abnormal-operation-list';
  const { submission } = await handIn(world.platform, officer('market-supervision'), item, file);
  expect(submission.counts).toMatchObject({ accepted: 1 });
  expect(await publicOf(item)).toBe(0);
});

test('no evaluation of whom counts as a natural person is taken, though the code is a company’s (C4, C13)', async () => {
  const bearer = firm(91, '91');
  const registered = `名称,统一社会信用代码,注册日期,登记状态,法定代表人\n清和市王小明商行,${bearer.uscc},2019-05-06,存续,王小明\n`;
  const actor = officer('market-supervision');
  const registration = await handIn(world.platform, actor, 'organisation-registration', registered);
  expect(registration.submission.counts).toMatchObject({ accepted: 1 });
  const [header = '', first = ''] = sampleOf('evaluation-result-received').split('\n');
  const cells = first.split(',');
  [cells[0], cells[1]] = ['清和市王小明商行', bearer.uscc];
  const { submission, findings } = await handIn(
    world.platform,
    officer('development-reform'),
    'evaluation-result-received',
    `${header}\n${cells.join(',')}\n`,
  );
  expect(submission.counts).toMatchObject({ accepted: 0, rejected: 1, held: 0 });
  expect(findings.map(({ rule }) => rule)).toEqual(['party.not-graded']);
});

describe('a statutory bar (C10)', () => {
  const item = 'statutory-bar';
  const look = async (sector: string, purpose: string) => {
    const { subject } = definitionOf(item);
    const uscc = rowsOf(item)[0]?.[named(item, subject.uscc ?? '')] ?? '';
    const actor = officer(sector, 'case-officer');
    const { records } = await disclose(world.platform, { actor, purpose, caseNo: '清审〔2026〕1号', uscc });
    return records.filter((record) => record.item === item).length;
  };
  test('is shown to its competent bodies for the related matter, and for nothing else', async () => {
    expect(await look('market-supervision', 'licensing')).toBe(1);
    expect(await look('health', 'licensing')).toBe(0);
    for (const purpose of [
      'honours',
      'public-funds',
      'supervision-inspection',
      'list-execution',
      'case-handling',
    ])
      expect([purpose, await look('market-supervision', purpose)]).toEqual([purpose, 0]);
    expect(await look('court', 'court-order')).toBe(1);
  });
});

test('nothing about a natural person or of an item that is not open reaches any view of the portal', async () => {
  const open = readdirSync(ITEMS).filter((item) => definitionOf(item).openness === 'open');
  const shown = await world.db.portal.query<{ item: string }>(
    sql`select distinct item from published.record`,
  );
  expect(shown.map(({ item }) => item).filter((item) => !open.includes(item))).toEqual([]);
  const totals = await world.db.portal.query<{ item: string }>(sql`select item from published.record_total`);
  expect(totals.map(({ item }) => item).filter((item) => !open.includes(item))).toEqual([]);
});
