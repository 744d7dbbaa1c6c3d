/** The over-reach check of an item (charter C7): every clause that it would exceed on a day, with the sentence about it. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Refusal } from '../../law/index.ts';
import { checkDefinition } from '../check-definition.ts';
import { type FieldKinds, findForbidden } from '../field-kinds.ts';
import type { Basis, ItemDefinition, ItemList } from '../item-definition.ts';
import { type Effect, levelRuleOn, type Powers } from './powers.ts';
import { widerThan } from './wider-than.ts';

/** An instrument as the check needs it; in force on [from, until), or carried by its declared successor. */
export interface KnownInstrument {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly level: string;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly succeededBy: string | null;
  readonly articles: readonly string[];
}

/** What an item is judged against. */
export interface OverReachFacts {
  readonly on: CivilDate;
  readonly instruments: readonly KnownInstrument[];
  readonly kinds: FieldKinds;
  readonly lists: readonly ItemList[];
  readonly powers: Powers;
  /** Whether the item's edition is there. */
  readonly editionKnown: boolean;
  /** What the edition stands under, for a supplement: the same item there, or nothing where the item is new. */
  readonly under?: { readonly edition: string; readonly item: ItemDefinition | undefined };
}

const find = ({ instruments }: OverReachFacts, { instrument }: Basis) =>
  instruments.find(({ id }) => id === instrument);

/** Whether the instrument, or its declared successor, carries something on the day. */
function carries(facts: OverReachFacts, instrument: KnownInstrument): boolean {
  const holds = (one: KnownInstrument) =>
    one.from <= facts.on && (one.until === null || facts.on < one.until);
  if (holds(instrument)) return true;
  const successor = facts.instruments.find(({ id }) => id === instrument.succeededBy);
  return instrument.from <= facts.on && successor !== undefined && holds(successor);
}

function standing(facts: OverReachFacts, basis: Basis): Refusal[] {
  const instrument = find(facts, basis);
  const cited = `${basis.instrument} ${basis.article}`;
  if (!instrument?.articles.includes(basis.article))
    return [
      {
        clause: 'C1',
        rule: 'basis-unknown',
        zh: `所引 ${cited} 不在已生效的依据登记中。`,
        en: `${cited} is not in the register of law that is in force here.`,
      },
    ];
  if (carries(facts, instrument)) return [];
  const { zh, en } = instrument.title;
  return [
    instrument.from > facts.on
      ? {
          clause: 'C1',
          rule: 'basis-not-yet',
          zh: `《${zh}》${instrument.from} 才施行。`,
          en: `${en} comes into force on ${instrument.from} only.`,
        }
      : {
          clause: 'C1',
          rule: 'basis-ended',
          zh: `《${zh}》已于 ${instrument.until} 失效，没有施行中的接续文件。`,
          en: `${en} ended on ${instrument.until}, and no declared successor is in force.`,
        },
  ];
}

/** Whether any of the bases is of a level that may carry the effect; each must stand by itself, so one suffices. */
function level(facts: OverReachFacts, effect: Effect, bases: readonly Basis[]): Refusal[] {
  const { levels, clause, says } = levelRuleOn(facts.powers, effect, facts.on);
  const known = bases.flatMap((basis) => find(facts, basis) ?? []);
  if (known.length === 0 || known.some((instrument) => levels.includes(instrument.level))) return [];
  const cited = known.map(({ title }) => title);
  return [
    {
      clause,
      rule: `level-${effect}`,
      zh: `${says.zh}；所引为${cited.map(({ zh }) => `《${zh}》`).join('、')}。`,
      en: `It is based on ${cited.map(({ en }) => en).join('; ')}, but ${says.en}.`,
    },
  ];
}

function levels(item: ItemDefinition, facts: OverReachFacts): Refusal[] {
  // An instrument that has ended carries nothing: further bases count while they are in force.
  const bases = [item.basis, ...(item.furtherBases ?? [])].filter((basis) => {
    const instrument = find(facts, basis);
    return instrument !== undefined && carries(facts, instrument);
  });
  return [
    ...(item.adverse ? level(facts, 'adverse', bases) : []),
    ...(item.openness === 'open' ? level(facts, 'open', bases) : []),
    ...level(facts, 'collected', bases),
  ];
}

/** C3: a record about a person comes from a formal decision, so its number, body and date can't be left out. */
function formalAct(item: ItemDefinition): Refusal[] {
  if (!item.naturalPerson) return [];
  const { number, authorityName, decidedOn, defaults } = item.decision;
  const optional = [number, authorityName, decidedOn].filter(
    (code) => item.fields.find((field) => field.code === code)?.required === 'no',
  );
  if (defaults !== 'registration' && optional.length === 0) return [];
  return [
    {
      clause: 'C3',
      rule: 'formal-act',
      zh: '自然人的记录须出自正式决定：文号、机关、日期都是必填。',
      en: 'A record about a person comes from a formal decision: its number, body and date are required.',
    },
  ];
}

function forbiddenName(item: ItemDefinition, { kinds }: OverReachFacts): Refusal[] {
  const names = [item.name.zh];
  const found =
    findForbidden(kinds.never, '', names) ??
    (item.naturalPerson ? findForbidden(kinds.personFinance, '', names) : undefined);
  if (!found) return [];
  return [
    {
      clause: 'C2',
      rule: 'forbidden-item',
      zh: `事项本身属于禁止归集的信息（${found.source}）。`,
      en: `The item itself is forbidden information: ${found.kind}.`,
    },
  ];
}

function higher(item: ItemDefinition, facts: OverReachFacts): Refusal[] {
  if (!facts.under) return [];
  const above = facts.under.item;
  if (!above) return level(facts, 'supplement', [item.basis]);
  return widerThan(above, item).map(({ rule, zh, en }) => ({
    clause: 'C7',
    rule: `wider-${rule}`,
    zh: `${zh}（上级目录：${facts.under?.edition}）`,
    en: `${en} (Higher edition: ${facts.under?.edition})`,
  }));
}

/** All refusals; none means that the item may come into force on the day. */
export function overReachOf(item: ItemDefinition, facts: OverReachFacts): Refusal[] {
  const form = checkDefinition(item, {
    kinds: facts.kinds,
    lists: facts.lists,
    basisLevel: find(facts, item.basis)?.level,
    personBasisLevel: item.persons && find(facts, item.persons.basis)?.level,
  }).map(({ rule, field, zh, en }): Refusal => {
    const place = field === undefined ? '' : `${field}：`;
    return {
      clause: rule,
      rule: `definition-${rule.toLowerCase()}`,
      zh: `${place}${zh}`,
      en: `${place}${en}`,
    };
  });
  const bases = [item.basis, ...(item.persons ? [item.persons.basis] : [])];
  const edition: Refusal[] = facts.editionKnown
    ? []
    : [
        {
          clause: 'C1',
          rule: 'edition-unknown',
          zh: `目录版本 ${item.edition} 还没有启用。`,
          en: `The edition ${item.edition} is not in force here yet.`,
        },
      ];
  return [
    ...edition,
    ...form,
    ...forbiddenName(item, facts),
    ...bases.flatMap((basis) => standing(facts, basis)),
    ...levels(item, facts),
    ...formalAct(item),
    ...higher(item, facts),
  ];
}
