/** For tests: items that each go further than one clause allows, drawn from a shipped one. */
import { catalogueData } from '../catalogue-data.ts';
import type { FieldDefinition, ItemDefinition } from '../item-definition.ts';

/** A shipped item of the edition. @throws Error when it isn't shipped */
export function shippedItem(item: string): ItemDefinition {
  const found = catalogueData.items.find((one) => one.item === item);
  if (!found) throw new Error(`data/catalogue has no ${item}`);
  return found;
}

const penalty = shippedItem('administrative-penalty');
const licence = shippedItem('administrative-licence');
const registration = shippedItem('organisation-registration');
if (!penalty.persons) throw new Error('penalties take no persons');
const penaltyPersons = penalty.persons;

const field = (changes: Partial<FieldDefinition>): FieldDefinition => ({
  code: 'X_1',
  name: { zh: '某项', en: 'Something' },
  type: 'text',
  required: 'no',
  openness: 'closed',
  kind: 'remark',
  lengthConfirmed: false,
  ...changes,
});
const withField = (changes: Partial<FieldDefinition>, item: ItemDefinition = penalty): ItemDefinition => ({
  ...item,
  fields: [...item.fields, field(changes)],
});
const changed = (item: ItemDefinition, code: string, changes: Partial<FieldDefinition>): ItemDefinition => ({
  ...item,
  fields: item.fields.map((one) => (one.code === code ? { ...one, ...changes } : one)),
});
const without = (key: keyof ItemDefinition, item: ItemDefinition = penalty): ItemDefinition =>
  Object.fromEntries(Object.entries(item).filter(([name]) => name !== key)) as unknown as ItemDefinition;

/** What is wrong, the item, the clause and the rule that must refuse it; `supplement` stands under the national edition. */
export interface OverReaching {
  readonly what: string;
  readonly item: ItemDefinition;
  readonly clause: string;
  readonly rule: string;
  readonly supplement?: true;
}

const article = (instrument: string, name: string) => ({ basis: { instrument, article: name } });

/** One a clause and way of exceeding it. */
export const overReaching: readonly OverReaching[] = [
  // C1: the basis.
  {
    what: 'cites an article that is not there',
    clause: 'C1',
    rule: 'basis-unknown',
    item: { ...penalty, ...article('xzcf-2021', '第九百条') },
  },
  {
    what: 'cites an instrument that is not there',
    clause: 'C1',
    rule: 'basis-unknown',
    item: { ...penalty, ...article('rushan-notice', '第一条') },
  },
  {
    what: 'rests on an instrument that ended with its successor',
    clause: 'C1',
    rule: 'basis-ended',
    item: { ...licence, ...article('fgb-2019-527', '公示期限') },
  },
  {
    what: 'an edition that is not in force',
    clause: 'C1',
    rule: 'edition-unknown',
    item: { ...penalty, edition: '2031-1' },
  },
  {
    what: 'adverse information on a normative document alone',
    clause: 'C1',
    rule: 'level-adverse',
    item: { ...without('furtherBases'), ...article('catalogue-2024', '正文') },
  },
  {
    what: 'collection on a standard',
    clause: 'C1',
    rule: 'level-collected',
    item: { ...without('furtherBases', registration), ...article('gb-32100', '全文') },
  },
  {
    what: 'open publication on a standard',
    clause: 'C1',
    rule: 'level-open',
    item: { ...without('furtherBases', registration), ...article('gb-32100', '全文') },
  },
  // C2: forbidden information.
  { what: 'a field of religion', clause: 'C2', rule: 'definition-c2', item: withField({ kind: 'religion' }) },
  {
    what: 'illness under a harmless kind',
    clause: 'C2',
    rule: 'definition-c2',
    item: withField({ name: { zh: '病史摘要', en: 'Summary' } }),
  },
  {
    what: 'petitions',
    clause: 'C2',
    rule: 'definition-c2',
    item: withField({ name: { zh: '信访次数', en: 'Count' } }),
  },
  {
    what: 'jaywalking as an item of its own',
    clause: 'C2',
    rule: 'forbidden-item',
    item: { ...penalty, name: { zh: '行人闯红灯记录', en: 'Jaywalking' } },
  },
  {
    what: 'waste sorting as an item of its own',
    clause: 'C2',
    rule: 'forbidden-item',
    item: { ...penalty, name: { zh: '垃圾分类失信', en: 'Waste sorting' } },
  },
  {
    what: 'a person’s deposits',
    clause: 'C2',
    rule: 'definition-c2',
    item: withField({ name: { zh: '存款余额', en: 'Balance' } }),
  },
  {
    what: 'a field kind that no list knows',
    clause: 'C2',
    rule: 'definition-c2',
    item: withField({ kind: 'mood' }),
  },
  {
    what: 'a representative’s name laid open',
    clause: 'C2',
    rule: 'definition-c2',
    item: changed(penalty, penalty.subject.representative ?? '', { openness: 'open' }),
  },
  // C3: natural persons.
  {
    what: 'persons on a local regulation',
    clause: 'C3',
    rule: 'definition-c3',
    item: { ...penalty, persons: { ...penaltyPersons, ...article('shandong-credit-2020', '第十三条') } },
  },
  {
    what: 'persons openly published',
    clause: 'C3',
    rule: 'definition-c3',
    item: { ...penalty, persons: { ...penaltyPersons, openness: 'open' as 'onRequest' } },
  },
  {
    what: 'persons without a document number',
    clause: 'C3',
    rule: 'formal-act',
    item: changed(penalty, penalty.decision.number, { required: 'no' }),
  },
  {
    what: 'persons without a deciding body',
    clause: 'C3',
    rule: 'formal-act',
    item: changed(penalty, penalty.decision.authorityName, { required: 'no' }),
  },
  // C7: wider than the higher edition.
  {
    what: 'neutral information taken as adverse',
    clause: 'C7',
    rule: 'wider-conduct',
    supplement: true,
    item: { ...licence, adverse: true },
  },
  {
    what: 'another class of the catalogue',
    clause: 'C7',
    rule: 'wider-conduct',
    supplement: true,
    item: { ...licence, category: '遵守法律法规情况信息' },
  },
  {
    what: 'registrations of persons too',
    clause: 'C7',
    rule: 'wider-subject-kind',
    supplement: true,
    item: { ...registration, naturalPerson: true },
  },
  {
    what: 'persons in a further capacity',
    clause: 'C7',
    rule: 'wider-subject-kind',
    supplement: true,
    item: {
      ...penalty,
      persons: {
        ...penaltyPersons,
        capacity: { ...penaltyPersons.capacity, when: [...penaltyPersons.capacity.when, '个人生活'] },
      },
    },
  },
  {
    what: 'the terms for persons dropped',
    clause: 'C7',
    rule: 'wider-subject-kind',
    supplement: true,
    item: without('persons'),
  },
  {
    what: 'a closed field opened',
    clause: 'C7',
    rule: 'wider-openness',
    supplement: true,
    item: changed(
      penalty,
      penalty.fields.find(
        ({ openness, kind }) => openness === 'closed' && !catalogueData.kinds.openKindsNever.includes(kind),
      )?.code ?? '',
      {
        openness: 'open',
      },
    ),
  },
  {
    what: 'kept longer',
    clause: 'C7',
    rule: 'wider-retention',
    supplement: true,
    item: { ...penalty, retentionMonths: 120 },
  },
  {
    what: 'kept without an end',
    clause: 'C7',
    rule: 'wider-retention',
    supplement: true,
    item: without('retentionMonths'),
  },
  {
    what: 'public while valid instead of for its term',
    clause: 'C7',
    rule: 'wider-publicity',
    supplement: true,
    item: { ...penalty, publicity: 'while-valid' },
  },
  {
    what: 'a field more than the higher edition',
    clause: 'C7',
    rule: 'wider-data',
    supplement: true,
    item: withField({}),
  },
  {
    what: 'an item more, on a normative document',
    clause: 'C7',
    rule: 'level-supplement',
    supplement: true,
    item: {
      ...without('furtherBases', licence),
      item: 'civility-points',
      ...article('fgb-2018-424', '正文'),
    },
  },
];
