// What the demo hands in, held against the real checks of intake: good rows are faultless, each bad row has its one fault.
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { catalogueData } from '../../modules/catalogue/catalogue-data.ts';
import type { ItemDefinition } from '../../modules/catalogue/index.ts';
import { compileRowCheck, matchHeader, type RowCheck } from '../../modules/intake/pure.ts';
import { openRows } from '../../modules/intake/reading/read-rows.ts';
import { publicityData } from '../../modules/publicity/publicity-data.ts';
import { getDemoUnit } from './authorities.ts';
import { Checks } from './copy/checks.ts';
import { columnsOf, headerOf } from './files/columns.ts';
import type { DemoFile } from './files/demo-file.ts';
import { demoFiles } from './files/demo-files.ts';
import { faults } from './files/faults.ts';
import { encodeGb18030 } from './files/gb18030.ts';
import { generateCity } from './generate-city.ts';

const until = '2026-11-17';
const city = generateCity({ seed: 3, organisations: 2000, until });
const context = {
  definitions: catalogueData.items,
  publicityRules: publicityData.rules,
  penaltyClasses: publicityData.classes,
  ownPeriods: publicityData.ownPeriods,
};

test('every row of the city comes out as expected, with no finding but those that are meant', () => {
  const checks = new Checks(context, until);
  const found = new Map<string, number>();
  for (const row of city.rows()) {
    const { outcome, findings } = checks.check(row, 1);
    expect(outcome, JSON.stringify(findings)).toBe(row.expected === 'refused' ? 'refused' : 'ok');
    for (const { rule } of findings) found.set(rule, (found.get(rule) ?? 0) + 1);
  }
  const meant = ['penalty.class-unknown', 'penalty.not-collected', 'party.class-differs'];
  expect([...found.keys()].filter((rule) => !meant.includes(rule))).toEqual([]);
  expect(found.get('penalty.not-collected')).toBeGreaterThan(0);
});

function definitionOf(item: string): ItemDefinition {
  const definition = catalogueData.items.find((candidate) => candidate.item === item);
  if (!definition) throw new Error(item);
  return definition;
}

function checkFor(unit: string, item: string, header: readonly string[]): RowCheck {
  const { name, uscc, sector, authorities } = getDemoUnit(unit);
  const definition = definitionOf(item);
  const { columns } = matchHeader(definition, header);
  const self = { name: name.zh, uscc, sector };
  return compileRowCheck(definition, columns, {
    ...context,
    today: until,
    unit: self,
    authorities,
    lists: catalogueData.lists,
  });
}

/** Outcomes and findings row by row, by the real reader and the real checks. */
async function judge(file: DemoFile) {
  const { bytes, name } = file;
  const rows = await openRows({
    size: bytes.length,
    fileName: name,
    stream: (from) => Readable.from([bytes.subarray(from)]),
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  });
  const check = checkFor(file.unit, file.item, rows.header);
  const judged: { outcome: string; rules: string[] }[] = [];
  for await (const batch of rows.rows) {
    for (const { row, cells } of batch) {
      const { outcome, findings } = check(row, cells);
      judged.push({ outcome, rules: findings.map(({ rule }) => rule) });
    }
  }
  return judged;
}

describe('files to try', async () => {
  const files = await demoFiles(city);
  const fileOf = (name: string): DemoFile => {
    const file = files.find((candidate) => candidate.name.includes(name));
    if (!file) throw new Error(name);
    return file;
  };

  test.each([
    ['1-penalties-good', 30],
    ['2-licences-good', 40],
    ['3-penalties-gb18030', 20],
    ['4-licences-field-codes', 20],
    ['5-registrations-new-firms', 12],
    ['6-penalties-natural-persons', 8],
  ])('%s: %i rows, all good', async (name, count) => {
    const judged = await judge(fileOf(name));
    expect(
      judged.map(({ outcome, rules }) => [
        outcome,
        ...rules.filter((rule) => rule !== 'penalty.class-unknown'),
      ]),
    ).toEqual(Array(count).fill(['ok']));
  });

  test.each([
    ['13-penalties-natural', 'person.identity-missing', 3],
    ['14-penalties-simple', 'penalty.not-collected', 8],
    ['15-penalties-formulas', 'text.formula', 6],
    ['16-penalties-amounts', 'amount.unit', 6],
    ['17-penalties-personal', 'text.personal-number', 4],
  ])('%s: %s', async (name, rule, least) => {
    const judged = await judge(fileOf(name));
    expect(judged.filter(({ rules }) => rules.includes(rule)).length).toBeGreaterThanOrEqual(least);
  });

  test('the shifted file is rejected row by row', async () => {
    for (const { outcome } of await judge(fileOf('19-penalties-shifted'))) expect(outcome).toBe('rejected');
  });

  test('the file of faults has every fault once, in order', async () => {
    const judged = await judge(fileOf('11-penalties-each-fault'));
    expect(judged).toHaveLength(faults.length);
    faults.forEach(({ rule, en }, at) => {
      if (rule !== undefined) expect(judged[at]?.rules, en).toContain(rule);
      else expect(judged[at]?.outcome, en).toBe('ok');
    });
  });

  test('the file that comes twice is the same bytes', () => {
    expect(fileOf('20-penalties-good-again').bytes).toEqual(fileOf('1-penalties-good').bytes);
  });

  test('the same city gives the same files', async () => {
    expect(await demoFiles(city)).toEqual(files);
  });
});

test('GB18030 as the runtime decodes it', () => {
  const text = '清和市鑫源〔2026〕１２号，“罚款”0.5万元·龍鱻';
  expect(new TextDecoder('gb18030', { fatal: true }).decode(encodeGb18030(text))).toBe(text);
});

test('columns are the official fields under their names or codes', () => {
  const columns = columnsOf('administrative-penalty');
  expect(headerOf(columns, 'codes')).toContain('CF_WSH');
  expect(headerOf(columns, 'names')).toContain('行政处罚决定书文号');
  expect(columns.some(({ code }) => code === 'CF_FR_ZJHM')).toBe(false);
});
