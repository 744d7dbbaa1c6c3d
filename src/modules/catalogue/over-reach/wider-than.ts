/** Where an item goes beyond the same item of the higher edition: conduct, subject kind, openness, retention, data (charter C7). */
import type { ItemDefinition } from '../item-definition.ts';

/** One way of being wider. */
export interface Widening {
  readonly rule: 'conduct' | 'subject-kind' | 'openness' | 'retention' | 'publicity' | 'data';
  readonly zh: string;
  readonly en: string;
}

const OPENNESS = ['sharedOnly', 'onRequest', 'open'];
const FIELD_OPENNESS = ['never', 'closed', 'open'];
const isMore = (order: readonly string[], higher: string, own: string) =>
  order.indexOf(own) > order.indexOf(higher);
const beyond = (higher: readonly string[], own: readonly string[]) =>
  own.filter((entry) => !higher.includes(entry));

/** Rules that leave something out of collection; to drop one is to collect more. */
const EXCLUDING = ['not-collected'];

function conduct(higher: ItemDefinition, own: ItemDefinition): Widening[] {
  const found: Widening[] = [];
  const say = (zh: string, en: string) => found.push({ rule: 'conduct', zh, en });
  if (own.category !== higher.category)
    say(
      `改列“${own.category}”类，上级目录为“${higher.category}”。`,
      `Moved to the class ${own.category}; the higher edition has ${higher.category}.`,
    );
  if (own.adverse && !higher.adverse)
    say(
      '上级目录不作为不良信息，这里作为不良信息。',
      'Taken as adverse; the higher edition does not take it so.',
    );
  for (const rule of beyond(own.rules, higher.rules).filter((name) => EXCLUDING.includes(name)))
    say(
      `去掉了上级目录的排除规则 ${rule}，归集了应排除的行为。`,
      `The exclusion ${rule} of the higher edition is dropped, so that excluded conduct is collected.`,
    );
  return found;
}

function subjects(higher: ItemDefinition, own: ItemDefinition): Widening[] {
  const found: Widening[] = [];
  const say = (zh: string, en: string) => found.push({ rule: 'subject-kind', zh, en });
  if (own.naturalPerson && !higher.naturalPerson)
    say(
      '上级目录只涉及组织，这里扩大到自然人。',
      'The higher edition is about organisations alone; this takes natural persons.',
    );
  const capacities = higher.persons
    ? beyond(higher.persons.capacity.when, own.persons?.capacity.when ?? [])
    : [];
  if (capacities.length > 0)
    say(
      `自然人的行为性质多出：${capacities.join('、')}。`,
      `Takes persons in further capacities: ${capacities.join(', ')}.`,
    );
  if (own.naturalPerson && higher.persons && own.persons === undefined)
    say(
      '去掉了上级目录对自然人的限定条件。',
      'The terms that the higher edition sets for natural persons are dropped.',
    );
  return found;
}

function openness(higher: ItemDefinition, own: ItemDefinition): Widening[] {
  const found: Widening[] = [];
  const say = (zh: string, en: string) => found.push({ rule: 'openness', zh, en });
  if (isMore(OPENNESS, higher.openness, own.openness))
    say(
      `公开属性由 ${higher.openness} 扩大为 ${own.openness}。`,
      `Openness widened from ${higher.openness} to ${own.openness}.`,
    );
  if (own.persons && higher.persons && isMore(OPENNESS, higher.persons.openness, own.persons.openness))
    say(
      '自然人信息的提供范围扩大。',
      'What is held about natural persons is given to more than the higher edition allows.',
    );
  for (const field of own.fields) {
    const above = higher.fields.find(({ code }) => code === field.code);
    if (above && isMore(FIELD_OPENNESS, above.openness, field.openness))
      say(
        `字段 ${field.code}（${field.name.zh}）由 ${above.openness} 扩大为 ${field.openness}。`,
        `Field ${field.code} (${field.name.en}) widened from ${above.openness} to ${field.openness}.`,
      );
  }
  return found;
}

function terms(higher: ItemDefinition, own: ItemDefinition): Widening[] {
  const found: Widening[] = [];
  const longer =
    higher.retentionMonths !== undefined &&
    (own.retentionMonths === undefined || own.retentionMonths > higher.retentionMonths);
  if (longer)
    found.push({
      rule: 'retention',
      zh: `保存期限超过上级目录的 ${higher.retentionMonths} 个月。`,
      en: `Kept longer than the ${higher.retentionMonths} months of the higher edition.`,
    });
  if (own.publicity !== higher.publicity && own.publicity !== 'none')
    found.push({
      rule: 'publicity',
      zh: `公示方式由 ${higher.publicity} 改为 ${own.publicity}。`,
      en: `The publicity is changed from ${higher.publicity} to ${own.publicity}.`,
    });
  return found;
}

function data(higher: ItemDefinition, own: ItemDefinition): Widening[] {
  const known = higher.fields.map(({ code }) => code);
  return beyond(
    known,
    own.fields.map(({ code }) => code),
  ).map((code) => ({
    rule: 'data' as const,
    zh: `字段 ${code} 是上级目录没有的。`,
    en: `The higher edition has no field ${code}.`,
  }));
}

/** All ways in which `own` is wider than the item of the higher edition; none means that it only narrows. */
export function widerThan(higher: ItemDefinition, own: ItemDefinition): Widening[] {
  return [conduct, subjects, openness, terms, data].flatMap((judge) => judge(higher, own));
}
