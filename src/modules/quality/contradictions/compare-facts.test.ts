// Which statements contradict each other, and who checks first, as a table of cases.
import { describe, expect, test } from 'vitest';
import type { StatedFact } from '../../records/index.ts';
import { contradictionsAmong, sameForm, withHeirs } from './compare-facts.ts';

const sectors: Record<string, string> = {
  market: 'market-supervision',
  approval: 'administrative-approval',
  tax: 'tax',
  water: 'water',
};
const sectorOf = (unit: string) => sectors[unit];
const fact = (unit: string, value: string, changes: Partial<StatedFact> = {}): StatedFact => ({
  ...{
    subjectId: '1',
    kind: 'organisation-address',
    unit,
    item: `of-${unit}`,
    recordId: `r-${unit}`,
    version: 1,
  },
  ...{ decidedOn: '2026-03-01', value },
  ...changes,
});

describe('sameForm', () => {
  test.each([
    ['organisation-address', '清和市　城关街道１号', '清和市城关街道1号', true],
    ['organisation-address', '清和市城关街道1号', '清和市城关街道2号', false],
    ['registered-capital', '100.000000', '100', true],
    ['registered-capital', '100', '1000', false],
    ['registration-status', '存续', '注销', false],
  ])('%s: %s and %s', (kind, one, other, same) => {
    expect(sameForm(kind, one) === sameForm(kind, other)).toBe(same);
  });
});

describe('contradictionsAmong', () => {
  test('the same in other letters is no contradiction', () => {
    expect(
      contradictionsAmong([fact('market', '城关街道1号'), fact('tax', '城关街道１号')], sectorOf),
    ).toEqual([]);
  });

  test.each([
    [
      'the registering body checks first',
      [fact('tax', '1号'), fact('approval', '2号'), fact('market', '3号')],
      'market',
    ],
    ['in the order of sectors', [fact('tax', '1号'), fact('approval', '2号')], 'approval'],
    [
      'without an owner the older statement',
      [fact('tax', '1号', { decidedOn: '2026-05-01' }), fact('water', '2号')],
      'water',
    ],
    [
      'a unit without a sector counts like any other',
      [fact('gone', '1号'), fact('tax', '2号', { decidedOn: '2026-05-01' })],
      'gone',
    ],
  ])('%s', (_, facts, owner) => {
    const [found, ...more] = contradictionsAmong(facts, sectorOf);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ owner, item: `of-${owner}` });
    expect(found?.recordRefs[0]).toBe(`r-${owner}.1`);
    expect(found?.recordRefs).toHaveLength(facts.length);
    expect(JSON.stringify(found)).not.toContain('号');
  });

  test('each organisation and kind by itself', () => {
    const found = contradictionsAmong(
      [
        ...[fact('market', '1号'), fact('tax', '2号')],
        ...[
          fact('market', '存续', { kind: 'registration-status' }),
          fact('tax', '注销', { kind: 'registration-status' }),
        ],
        ...[fact('market', '1号', { subjectId: '2' }), fact('tax', '1号', { subjectId: '2' })],
      ],
      sectorOf,
    );
    expect(found.map(({ subjectId, kind }) => [subjectId, kind])).toEqual([
      ['1', 'organisation-address'],
      ['1', 'registration-status'],
    ]);
  });
});

describe('withHeirs', () => {
  const heirs = new Map([
    ['old', 'older-heir'],
    ['older-heir', 'market'],
  ]);
  const units = (facts: readonly StatedFact[]) =>
    withHeirs(facts, heirs).map(({ unit, value }) => [unit, value]);

  test.each<[string, StatedFact[], string[][]]>([
    ['what an ended unit said is its heir’s', [fact('old', '1号')], [['market', '1号']]],
    [
      'and falls away once the heir has spoken',
      [fact('old', '1号'), fact('market', '2号')],
      [['market', '2号']],
    ],
    [
      'of several ended units the latest holds',
      [fact('old', '1号'), fact('older-heir', '2号', { decidedOn: '2026-06-01' }), fact('tax', '3号')],
      [
        ['tax', '3号'],
        ['market', '2号'],
      ],
    ],
  ])('%s', (_, facts, expected) => {
    expect(units(facts)).toEqual(expected);
  });
});
