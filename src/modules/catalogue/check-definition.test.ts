/** What the charter lets an item declare: C1 basis, C2 forbidden information, C3 natural persons; and sound references. */
import { describe, expect, test } from 'vitest';
import { catalogueData } from './catalogue-data.ts';
import { checkDefinition, type DefinitionContext } from './check-definition.ts';
import type { FieldDefinition, ItemDefinition } from './item-definition.ts';

const context: DefinitionContext = {
  kinds: catalogueData.kinds,
  lists: catalogueData.lists,
  basisLevel: 'administrative-regulation',
  personBasisLevel: 'law',
};
const registration = catalogueData.items.find(({ item }) => item === 'organisation-registration');
if (registration === undefined) throw new Error('data/catalogue has no items');

const field = (changes: Partial<FieldDefinition>): FieldDefinition => ({
  code: 'X_1',
  name: { zh: '某项', en: 'Something' },
  type: 'text',
  required: 'no',
  openness: 'open',
  kind: 'remark',
  lengthConfirmed: false,
  ...changes,
});
const withField = (
  changes: Partial<FieldDefinition>,
  item: Partial<ItemDefinition> = {},
): ItemDefinition => ({
  ...registration,
  ...item,
  fields: [...registration.fields, field(changes)],
});
const rulesOf = (definition: ItemDefinition, changes: Partial<DefinitionContext> = {}) =>
  checkDefinition(definition, { ...context, ...changes }).map(({ rule, field: at }) => [rule, at]);

describe('shipped items', () => {
  test.each(catalogueData.items.map((item) => [item.item, item] as const))(
    '%s has no fault',
    (_name, item) => {
      expect(checkDefinition(item, context)).toEqual([]);
    },
  );
  test('licences have the 28 fields and penalties the 30 of the national standard', () => {
    const count = (code: string) =>
      catalogueData.items
        .find((item) => item.item === code)
        ?.fields.filter((entry) => /^(XK_|CF_|BZ$)/.test(entry.code)).length;
    expect([count('administrative-licence'), count('administrative-penalty')]).toEqual([28, 30]);
  });
  test('lengths that are not confirmed only warn', () => {
    const confirmed = catalogueData.items.flatMap((item) =>
      item.fields.filter((entry) => entry.lengthConfirmed),
    );
    expect(new Set(confirmed.map((entry) => entry.length))).toEqual(new Set([6, 8, 9, 15, 18]));
  });
});

describe('C1', () => {
  test('an item without a basis is refused', () => {
    expect(rulesOf(registration, { basisLevel: undefined })).toEqual([['C1', undefined]]);
  });
});

describe('C2', () => {
  test.each(catalogueData.kinds.never.map((entry) => [entry.kind, entry.words[0] ?? ''] as const))(
    'a field of kind %s is refused, and so is one named %s',
    (kind, word) => {
      expect(rulesOf(withField({ kind }))).toEqual([['C2', 'X_1']]);
      expect(rulesOf(withField({ name: { zh: `当事人${word}`, en: 'x' } }))).toEqual([['C2', 'X_1']]);
      expect(rulesOf(withField({ aliases: [`${word}情况`] }))).toEqual([['C2', 'X_1']]);
    },
  );
  test('a kind outside the closed list is refused', () => {
    expect(rulesOf(withField({ kind: 'shoe-size' }))).toEqual([['C2', 'X_1']]);
  });
  test('identity numbers are dropped, representatives’ names never open', () => {
    expect(rulesOf(withField({ kind: 'person-document-number', openness: 'closed' }))).toEqual([
      ['C2', 'X_1'],
    ]);
    expect(rulesOf(withField({ kind: 'representative-name' }))).toEqual([['C2', 'X_1']]);
  });
  test.each(catalogueData.kinds.personFinance.map((entry) => [entry.kind]))(
    '%s of natural persons is refused',
    (kind) => {
      const person = { naturalPerson: true, openness: 'onRequest' } as const;
      expect(rulesOf(withField({ kind }, person))).toEqual([['C2', 'X_1']]);
    },
  );
});

describe('C3', () => {
  test('information about natural persons is never open, and needs a law or regulation', () => {
    expect(rulesOf({ ...registration, naturalPerson: true })).toEqual([['C3', undefined]]);
    const person = { ...registration, naturalPerson: true, openness: 'onRequest' } as const;
    expect(rulesOf(person)).toEqual([]);
    expect(rulesOf(person, { basisLevel: 'local-regulation' })).toEqual([['C3', undefined]]);
  });
  const penalty = catalogueData.items.find(
    (item) => item.item === 'administrative-penalty',
  ) as ItemDefinition;
  test.each([
    'department-rule',
    'local-regulation',
    'local-rule',
    'normative-document',
    'standard',
    undefined,
  ])('terms for natural persons on a basis of level %s are refused', (personBasisLevel) => {
    expect(rulesOf(penalty, { personBasisLevel })).toEqual([['C3', undefined]]);
  });
  test.each(['law', 'administrative-regulation', 'state-council-decision'])(
    'terms for natural persons on a basis of level %s are taken',
    (personBasisLevel) => {
      expect(rulesOf(penalty, { personBasisLevel })).toEqual([]);
    },
  );
  test('terms that open the record, or that no flag announces, are refused', () => {
    const persons = { ...penalty.persons, openness: 'open' } as unknown as NonNullable<
      ItemDefinition['persons']
    >;
    expect(rulesOf({ ...penalty, persons })).toEqual([['C3', undefined]]);
    expect(rulesOf({ ...penalty, naturalPerson: false })).toEqual([['C3', undefined]]);
  });
  test('terms that name a field which does not exist are refused', () => {
    const persons = { ...penalty.persons, identityNumber: 'X_9' } as NonNullable<ItemDefinition['persons']>;
    expect(rulesOf({ ...penalty, persons })).toEqual([['form', 'X_9']]);
  });
});

describe('C4', () => {
  test('a grade stands in no item that takes natural persons', () => {
    expect(rulesOf(withField({ kind: 'evaluation-grade' }))).toEqual([]);
    const penalty = catalogueData.items.find(({ item }) => item === 'administrative-penalty');
    if (!penalty) throw new Error('there is no penalty item');
    const graded = { ...penalty, fields: [...penalty.fields, field({ kind: 'evaluation-grade' })] };
    expect(rulesOf(graded)).toEqual([['C4', 'X_1']]);
  });
});

describe('C10', () => {
  const hidden = { ...registration, adverse: true, openness: 'onRequest' } as const;
  test.each<[string, Partial<ItemDefinition>, string[]]>([
    ['without an end', {}, ['C10']],
    ['shown for six years', { disclosure: { longestYears: 6 } }, ['C10']],
    ['shown for five years', { disclosure: { longestYears: 5 } }, []],
    ['public by dated rules', { openness: 'open', publicity: 'adverse' }, []],
    [
      'with a term that every row states',
      { decision: { ...registration.decision, validUntil: 'DJ_ZCRQ' } },
      [],
    ],
    [
      'with a term that rows may leave out',
      { decision: { ...registration.decision, validUntil: 'DJ_ZXRQ' } },
      ['C10'],
    ],
  ])('adverse information %s', (_what, changes, rules) => {
    expect(rulesOf({ ...hidden, ...changes }).map(([rule]) => rule)).toEqual(rules);
  });
});

describe('form', () => {
  test.each<[string, ItemDefinition, string | undefined]>([
    ['a list that does not exist', withField({ type: 'code', list: 'nothing' }), 'X_1'],
    ['a code that stands twice', withField({ code: 'DJ_MC' }), 'DJ_MC'],
    [
      'a subject field that does not exist',
      { ...registration, subject: { ...registration.subject, name: 'X_9' } },
      'X_9',
    ],
    [
      'a condition on a field that does not exist',
      withField({ required: { field: 'X_8', includes: ['a'] } }),
      'X_8',
    ],
    ['a rule that does not exist', { ...registration, rules: ['guess'] }, undefined],
    ['an order of dates with a field that does not exist', withField({ notBefore: 'X_7' }), 'X_7'],
    ['a sector field that does not exist', { ...registration, disclosure: { sectorField: 'X_6' } }, 'X_6'],
    [
      'an item of organisations without their code',
      { ...registration, subject: { name: 'DJ_MC', legacy: [] } },
      undefined,
    ],
  ])('%s is refused', (_what, definition, at) => {
    expect(rulesOf(definition)).toEqual([['form', at]]);
  });
});
