/** What an item's own terms take away from a purpose: other purposes, other sectors, and what is too old. */
import { describe, expect, test } from 'vitest';
import { catalogueData } from '../catalogue/catalogue-data.ts';
import type { ItemDefinition } from '../catalogue/index.ts';
import type { HeldRecord } from '../records/index.ts';
import { leastOf } from './least.ts';
import { type PurposeName, purposesData } from './purposes-data.ts';

const shipped = catalogueData.items.find(({ item }) => item === 'organisation-registration');
if (!shipped) throw new Error('data/catalogue has no registrations');

/** An item that is not open; the sector stands in a field of the list `competent_sector`. */
function hidden(disclosure: NonNullable<ItemDefinition['disclosure']>): ItemDefinition {
  const sector = {
    code: 'S',
    name: { zh: '主管领域', en: 'Sector' },
    type: 'code',
    list: 'competent_sector',
    multiple: true,
    required: 'yes',
    openness: 'closed',
    kind: 'competent-sector',
    lengthConfirmed: false,
  } as const;
  const fields = [...(shipped as ItemDefinition).fields, sector];
  return { ...(shipped as ItemDefinition), item: 'hidden', openness: 'sharedOnly', disclosure, fields };
}

const record = (changes: Partial<HeldRecord> = {}): HeldRecord =>
  ({
    recordId: '1',
    item: 'hidden',
    decidedOn: '2024-03-01',
    validUntil: null,
    inEffect: true,
    state: 'standing',
    isPublic: false,
    openFields: { DJ_MC: '某公司' },
    closedFields: { S: '市场监管;应急管理' },
    ...changes,
  }) as HeldRecord;

function isShown(
  purpose: PurposeName,
  disclosure: NonNullable<ItemDefinition['disclosure']>,
  { sector = 'transport', changes = {} as Partial<HeldRecord> } = {},
): boolean {
  const found = purposesData.find((one) => one.purpose === purpose);
  if (!found) throw new Error(`there is no purpose ${purpose}`);
  const items = new Map([['hidden', hidden(disclosure)]]);
  return leastOf([record(changes)], found, { items, today: '2026-11-18', sector }).length === 1;
}

describe('purposes of the item', () => {
  const bar = { purposes: ['licensing', 'court-order', 'audit'] };
  test.each<[PurposeName, boolean]>([
    ['licensing', true],
    ['court-order', true],
    ['own-file', true],
    ['honours', false],
    ['supervision-inspection', false],
    ['case-handling', false],
  ])('%s: %s', (purpose, shown) => {
    expect(isShown(purpose, bar)).toBe(shown);
  });
});

describe('the competent body (C10)', () => {
  const bar = { sectorField: 'S' };
  test.each<[PurposeName, string, boolean]>([
    ['licensing', 'market-supervision', true],
    ['licensing', 'emergency', true],
    ['licensing', 'transport', false],
    ['court-order', 'court', true],
    ['audit', 'transport', true],
    ['own-file', 'transport', true],
  ])('%s by a unit of %s: %s', (purpose, sector, shown) => {
    expect(isShown(purpose, bar, { sector })).toBe(shown);
  });
  test('a record that names no sector is shown to no unit', () => {
    const changes = { closedFields: {} };
    expect(isShown('licensing', bar, { sector: 'market-supervision', changes })).toBe(false);
  });
});

test.each<[PurposeName, boolean]>([
  ['licensing', false],
  ['own-file', true],
  ['case-handling', true],
])('what its latest state ended (paid, kept, withdrawn), for %s: %s', (purpose, shown) => {
  expect(isShown(purpose, {}, { changes: { inEffect: false } })).toBe(shown);
});

describe('the longest time of an item that is not open (山东省社会信用条例 art. 38)', () => {
  const five = { longestYears: 5 };
  test.each<[PurposeName, string, boolean]>([
    ['licensing', '2021-11-19', true],
    ['licensing', '2021-11-18', false],
    ['own-file', '2011-01-01', true],
    ['audit', '2011-01-01', true],
  ])('%s, decided on %s: %s', (purpose, decidedOn, shown) => {
    expect(isShown(purpose, five, { changes: { decidedOn } })).toBe(shown);
  });
});
