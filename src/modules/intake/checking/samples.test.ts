/** Every folder of data/catalogue/items is a whole item: definition, basis, word, samples, and exactly the findings beside them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { compileRowCheck } from './compile-check.ts';
import type { Finding } from './finding.ts';
import { matchHeader } from './match-header.ts';
import { sampleContext, sampleItem } from './testing/context.ts';

const ITEMS = 'data/catalogue/items';

interface Expected {
  header: Pick<Finding, 'rule' | 'severity' | 'field'>[];
  rows: { row: number; outcome: string; findings: Pick<Finding, 'rule' | 'severity' | 'field'>[] }[];
}

function readSample(file: string): string[][] {
  const encoding = file.includes('gb18030') ? 'gb18030' : 'utf-8';
  const text = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(file));
  return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
}

function readExpected(item: string, name: string): Expected {
  const folder = path.join(ITEMS, item, 'samples');
  const own = path.join(folder, name.replace('.csv', '.expected.json'));
  return JSON.parse(
    readFileSync(existsSync(own) ? own : path.join(folder, 'good.expected.json'), 'utf8'),
  ) as Expected;
}

const brief = ({ rule, severity, field }: Finding) => ({
  rule,
  severity,
  ...(field === undefined ? {} : { field }),
});

const items = readdirSync(ITEMS);
const namesOf = (item: string) => {
  const folder = path.join(ITEMS, item, 'samples');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];
};
const samples = items.flatMap((item) => namesOf(item).map((name) => [item, name] as const));
const articles = new Set(
  (
    JSON.parse(readFileSync('data/law/articles.json', 'utf8')) as {
      items: { instrument: string; article: string }[];
    }
  ).items.map(({ instrument, article }) => `${instrument} ${article}`),
);
const glossary = readFileSync('GLOSSARY.md', 'utf8');

describe.each(items)('%s', (item) => {
  const definition = sampleItem(item);

  test('is the item of its folder, with a basis of data/law and its word in the glossary', () => {
    expect(definition.item).toBe(item);
    const { basis, persons, furtherBases = [] } = definition;
    for (const one of [basis, ...furtherBases, ...(persons ? [persons.basis] : [])])
      expect([...articles]).toContain(`${one.instrument} ${one.article}`);
    expect(glossary).toContain(`\`${item}\``);
  });

  test('a code that this platform made up says so', () => {
    for (const { code, source } of definition.fields)
      if (code.startsWith('GX_')) expect([code, source]).toEqual([code, 'ours']);
  });

  test('ships a good file and a bad one with at least five different faults', () => {
    expect(namesOf(item)).toEqual(expect.arrayContaining(['good.csv', 'bad.csv']));
    const good = readExpected(item, 'good.csv').rows;
    expect(good.length).toBeGreaterThan(1);
    expect(good.every(({ outcome }) => outcome === 'ok')).toBe(true);
    const faults = readExpected(item, 'bad.csv').rows.flatMap(({ findings }) =>
      findings.map(({ rule, field }) => `${rule} ${field}`),
    );
    expect(new Set(faults).size).toBeGreaterThanOrEqual(5);
  });
});

test('the division of the samples, 371899, is no real one, now or since 1980', () => {
  for (const table of ['areas', 'cities', 'history']) {
    expect(readFileSync(`data/codes/gbt2260-${table}.csv`, 'utf8')).not.toMatch(/^3718/m);
  }
});

test.each(samples)('%s %s gives the findings beside it', (item, name) => {
  const definition = sampleItem(item);
  const expected = readExpected(item, name);
  const [header = [], ...rows] = readSample(path.join(ITEMS, item, 'samples', name));
  const match = matchHeader(definition, header);
  expect(match.findings.map(brief)).toEqual(expected.header);
  const check = compileRowCheck(definition, match.columns, sampleContext(item));
  const found = rows.map((cells, index) => {
    const { row, outcome, findings } = check(index + 2, cells);
    return { row, outcome, findings: findings.map(brief) };
  });
  expect(found).toEqual(expected.rows);
});
