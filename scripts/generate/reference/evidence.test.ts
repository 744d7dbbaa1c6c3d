// The tables of controls: every requirement has its row once, every piece of evidence exists, every item about persons is assessed.
import { describe, expect, test } from 'vitest';
import asvs from '../../../data/duties/asvs.json' with { type: 'json' };
import level3 from '../../../data/duties/level-3.json' with { type: 'json' };

import { catalogueData } from '../../../src/modules/catalogue/catalogue-data.ts';
import { type Control, faultOfEvidence } from './evidence.ts';
import { assessedItems, readAssessment } from './impact-page.ts';

const faultsOf = (rows: readonly Pick<Control, 'no' | 'evidence'>[]) =>
  rows.flatMap(({ no, evidence }) =>
    evidence.flatMap((reference) => {
      const fault = faultOfEvidence(reference);
      return fault ? [`${no}: ${fault}`] : [];
    }),
  );

describe('ASVS', () => {
  // Counted in the English CSV of release 5.0.0: level 1 and 2, and level 3 of V8 and V16.
  const expected: Readonly<Record<string, number>> = {
    V1: 27,
    V2: 11,
    V3: 19,
    V4: 10,
    V5: 9,
    V6: 35,
    V7: 18,
    V8: 13,
    V9: 7,
    V10: 29,
    V11: 14,
    V12: 9,
    V13: 13,
    V14: 9,
    V15: 13,
    V16: 17,
    V17: 7,
  };

  test('every requirement of the levels taken has one row', () => {
    expect(new Set(asvs.rows.map(({ no }) => no)).size).toBe(asvs.rows.length);
    const counted = Object.fromEntries(
      [...Map.groupBy(asvs.rows, ({ no }) => no.split('.')[0] ?? '')].map(([chapter, rows]) => [
        chapter,
        rows.length,
      ]),
    );
    expect(counted).toEqual(expected);
    expect(asvs.rows.filter(({ level, no }) => level === 3 && !/^V(8|16)\./.test(no))).toEqual([]);
  });

  test('its evidence exists, and what is met has some or says why it needs none', () => {
    expect(faultsOf(asvs.rows)).toEqual([]);
    const bare = asvs.rows.filter(({ state, evidence }) => state === 'met' && evidence.length === 0);
    expect(bare.map(({ no }) => no)).toEqual([]);
    const silent = asvs.rows.filter(({ state, says }) => state !== 'met' && says === '');
    expect(silent.map(({ no }) => no)).toEqual([]);
  });
});

test('the evidence of level-3 protection exists', () => {
  expect(level3.rows.length).toBeGreaterThan(25);
  expect(faultsOf(level3.rows)).toEqual([]);
  expect(level3.rows.filter(({ state, evidence }) => state === 'met' && evidence.length === 0)).toEqual([]);
});

test('every item that takes rows about natural persons has an assessment whose evidence exists', () => {
  const about = catalogueData.items.filter(({ naturalPerson }) => naturalPerson);
  expect(about.map(({ item }) => item).sort()).toEqual([...assessedItems].sort());
  for (const item of assessedItems) {
    const { risks, nextOn } = readAssessment(item);
    expect(faultsOf(risks.map(({ risk, evidence }) => ({ no: risk.en, evidence })))).toEqual([]);
    // Clock of the tests: 18 November 2026.
    expect(nextOn > '2026-11-18').toBe(true);
  }
});

test('evidence that leads nowhere is seen', () => {
  expect(faultOfEvidence('src/nowhere.test.ts')).toMatch(/does not exist/);
  expect(faultOfEvidence('src/architecture.ts#no-such-words-here')).toMatch(/nothing called/);
});
