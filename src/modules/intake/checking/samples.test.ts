/** Every sample file of the catalogue gives exactly the findings that lie beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { ItemDefinition } from '../../catalogue/pure.ts';
import { compileRowCheck } from './compile-check.ts';
import type { Finding } from './finding.ts';
import { matchHeader } from './match-header.ts';
import { sampleContext } from './testing/context.ts';

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

const brief = ({ rule, severity, field }: Finding) => ({
  rule,
  severity,
  ...(field === undefined ? {} : { field }),
});

const samples = readdirSync(ITEMS).flatMap((item) => {
  const folder = path.join(ITEMS, item, 'samples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => [item, name] as const);
});

describe('samples', () => {
  test('every item ships a good and a bad file', () => {
    for (const item of readdirSync(ITEMS)) {
      const names = samples.filter(([owner]) => owner === item).map(([, name]) => name);
      expect(names).toEqual(expect.arrayContaining(['good.csv', 'bad.csv']));
    }
  });

  test('their division 371899 is no real one, now or since 1980', () => {
    for (const table of ['areas', 'cities', 'history']) {
      expect(readFileSync(`data/codes/gbt2260-${table}.csv`, 'utf8')).not.toMatch(/^3718/m);
    }
  });

  test.each(samples)('%s %s', (item, name) => {
    const definition = JSON.parse(
      readFileSync(path.join(ITEMS, item, 'item.json'), 'utf8'),
    ) as ItemDefinition;
    const file = path.join(ITEMS, item, 'samples', name);
    const own = file.replace('.csv', '.expected.json');
    const expected = JSON.parse(
      readFileSync(existsSync(own) ? own : path.join(path.dirname(file), 'good.expected.json'), 'utf8'),
    ) as Expected;
    const [header = [], ...rows] = readSample(file);
    const match = matchHeader(definition, header);
    expect(match.findings.map(brief)).toEqual(expected.header);
    const check = compileRowCheck(definition, match.columns, sampleContext(item));
    const found = rows.map((cells, index) => {
      const { row, outcome, findings } = check(index + 2, cells);
      return { row, outcome, findings: findings.map(brief) };
    });
    expect(found).toEqual(expected.rows);
  });
});
