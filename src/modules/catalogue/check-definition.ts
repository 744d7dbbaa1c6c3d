/** Judges an item definition before it may be used: basis, forbidden fields, natural persons, references. */

import { type FieldKinds, findForbidden } from './field-kinds.ts';
import {
  CROSS_FIELD_RULES,
  type FieldDefinition,
  type ItemDefinition,
  type ItemList,
} from './item-definition.ts';
import { referencesOf } from './references.ts';

/** What is wrong with a definition, for the person who wrote it. */
export interface DefinitionFault {
  /** A rule of the charter, or `form`. */
  readonly rule: 'C1' | 'C2' | 'C3' | 'C4' | 'C10' | 'form';
  readonly field?: string;
  readonly zh: string;
  readonly en: string;
}

/** What a definition is judged against. */
export interface DefinitionContext {
  readonly kinds: FieldKinds;
  readonly lists: readonly ItemList[];
  /** Level of the basis' instrument; undefined when no such article is known. */
  readonly basisLevel: string | undefined;
  /** The same of the basis for natural persons, where the item has one. */
  readonly personBasisLevel?: string | undefined;
}

/** 山东省社会信用条例 art. 38. */
const LONGEST_YEARS = 5;

/** Levels that may carry an item about natural persons (charter C3). */
const PERSON_LEVELS = ['law', 'administrative-regulation', 'state-council-decision'];

/** All faults of a definition; none means it may be activated while its basis is in force. */
export function checkDefinition(definition: ItemDefinition, context: DefinitionContext): DefinitionFault[] {
  return [
    ...checkBasis(definition, context),
    ...checkPersons(definition, context),
    ...checkEnd(definition),
    ...definition.fields.flatMap((field) => checkField(definition, field, context)),
    ...checkReferences(definition),
  ];
}

function checkBasis(definition: ItemDefinition, context: DefinitionContext): DefinitionFault[] {
  if (definition.basis?.instrument && definition.basis.article && context.basisLevel !== undefined) return [];
  return [
    {
      rule: 'C1',
      zh: '没有法律依据：依据的文件和条款必须在 data/law 中。',
      en: 'No legal basis: its instrument and article must stand in data/law.',
    },
  ];
}

/** What burdens its subject and is not open must still end: art. 38 of the Shandong Regulation, or a term of its own. */
function checkEnd({ adverse, openness, disclosure, decision, fields }: ItemDefinition): DefinitionFault[] {
  if (!adverse || openness === 'open') return [];
  const years = disclosure?.longestYears;
  const term = fields.find(({ code }) => code === decision.validUntil);
  if (years === undefined ? term?.required === 'yes' : years > 0 && years <= LONGEST_YEARS) return [];
  return [
    {
      rule: 'C10',
      zh: '不公开的不利信息须写明披露至多几年（不超过五年），或者必填自身的期限。',
      en: 'Adverse information that is not open says for how many years it is shown (five at most), or requires its own term.',
    },
  ];
}

function checkPersons(definition: ItemDefinition, context: DefinitionContext): DefinitionFault[] {
  const { persons } = definition;
  const faults: DefinitionFault[] = [];
  if (!definition.naturalPerson) {
    if (persons === undefined) return [];
    faults.push({
      rule: 'C3',
      zh: '写明了自然人的条件，却没有标明涉及自然人（naturalPerson）。',
      en: 'There are terms for natural persons, but the item is not flagged naturalPerson.',
    });
  }
  // An item whose definition a file may hold as it likes is judged by what it says, not by its type.
  const openness: string = persons?.openness ?? definition.openness;
  if (openness !== 'onRequest' && openness !== 'sharedOnly') {
    faults.push({
      rule: 'C3',
      zh: '自然人的信息不得社会公开（山东省社会信用条例第二十条）。',
      en: 'Information about natural persons is never openly published (Shandong Regulation art. 20).',
    });
  }
  const level = persons ? context.personBasisLevel : context.basisLevel;
  if (!PERSON_LEVELS.includes(level ?? '')) {
    faults.push({
      rule: 'C3',
      zh: '自然人事项的依据须为法律、行政法规或国务院决定。',
      en: 'An item about natural persons needs a law, administrative regulation or State Council decision.',
    });
  }
  return faults;
}

function checkField(
  definition: ItemDefinition,
  field: FieldDefinition,
  { kinds, lists }: DefinitionContext,
): DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const fault = (rule: DefinitionFault['rule'], zh: string, en: string) =>
    faults.push({ rule, field: field.code, zh, en });
  const names = [field.name.zh, ...(field.aliases ?? [])];
  const forbidden =
    findForbidden(kinds.never, field.kind, names) ??
    (definition.naturalPerson ? findForbidden(kinds.personFinance, field.kind, names) : undefined);
  if (forbidden) {
    fault('C2', `禁止采集的信息（${forbidden.source}）。`, `Forbidden information: ${forbidden.kind}.`);
  } else if (!kinds.allowed.includes(field.kind)) {
    fault(
      'C2',
      `字段种类 ${field.kind} 不在封闭清单中。`,
      `Field kind ${field.kind} is not on the closed list.`,
    );
  }
  if (definition.naturalPerson && kinds.organisationsOnly.includes(field.kind)) {
    fault('C4', '不得对自然人评分、评级。', 'There is no score or grade of a natural person.');
  }
  if (field.openness === 'open' && kinds.openKindsNever.includes(field.kind)) {
    fault('C2', '这一种类的字段不得公开。', 'A field of this kind is never open.');
  }
  if (field.kind === 'person-document-number' && (field.openness !== 'never' || field.drop !== 'identity')) {
    fault('C2', '证件号码列必须在暂存前去掉。', 'Identity number columns are dropped before staging.');
  }
  if (field.type === 'code' && !lists.some((list) => list.id === field.list)) {
    fault('form', `没有代码表 ${field.list ?? ''}。`, `There is no code list ${field.list ?? ''}.`);
  }
  return faults;
}

function checkReferences(definition: ItemDefinition): DefinitionFault[] {
  const codes = new Set<string>();
  const faults: DefinitionFault[] = [];
  for (const { code } of definition.fields) {
    if (codes.has(code)) {
      faults.push({ rule: 'form', field: code, zh: '字段代码重复。', en: 'The field code stands twice.' });
    }
    codes.add(code);
  }
  for (const code of referencesOf(definition)) {
    if (!codes.has(code)) {
      faults.push({
        rule: 'form',
        field: code,
        zh: '引用的字段不存在。',
        en: 'A field is referred to that does not exist.',
      });
    }
  }
  if (definition.subject.uscc === undefined && definition.persons === undefined) {
    faults.push({
      rule: 'form',
      zh: '既没有统一社会信用代码字段，又不是自然人事项。',
      en: 'There is no field of the unified code, yet the item takes no natural persons.',
    });
  }
  for (const rule of definition.rules) {
    if (!(CROSS_FIELD_RULES as readonly string[]).includes(rule)) {
      faults.push({ rule: 'form', zh: `没有名为 ${rule} 的规则。`, en: `There is no rule named ${rule}.` });
    }
  }
  return faults;
}
