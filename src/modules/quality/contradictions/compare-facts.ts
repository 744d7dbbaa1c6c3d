/** Which statements contradict each other, and whose department checks first. */
import kindsFile from '../../../../data/quality/comparable-kinds.json' with { type: 'json' };
import { toHalfWidth } from '../../../kernel/text.ts';
import type { StatedFact } from '../../records/index.ts';

/** The kinds of fact that are compared, with the sectors that own them, first one first. */
export const comparableKinds: readonly { readonly kind: string; readonly owners: readonly string[] }[] =
  kindsFile.kinds;

/** Departments that state different things of one organisation; no value leaves the comparison. */
export interface Contradiction {
  readonly subjectId: string;
  readonly kind: string;
  /** The unit that checks first. */
  readonly owner: string;
  /** The item of the owner's statement. */
  readonly item: string;
  /** `recordId.version` of each statement, the owner's first. */
  readonly recordRefs: readonly string[];
}

/** The same address, status or amount, however it is written. */
export function sameForm(kind: string, value: string): string {
  const text = toHalfWidth(value).replace(/\s+/g, '').toUpperCase();
  return kind === 'registered-capital' && /^\d+(\.\d+)?$/.test(text) ? String(Number(text)) : text;
}

/**
 * What a unit said that is merged into another counts as the other's, and not at all where that one has spoken itself:
 * nobody is left to mend it.
 */
export function withHeirs(facts: readonly StatedFact[], heirs: ReadonlyMap<string, string>): StatedFact[] {
  const heirOf = (unit: string): string => {
    let last = unit;
    for (let next = heirs.get(last); next !== undefined && next !== unit; next = heirs.get(last)) last = next;
    return last;
  };
  const placeOf = ({ subjectId, kind, unit }: StatedFact) => `${subjectId} ${kind} ${unit}`;
  const own = facts.filter(({ unit }) => heirOf(unit) === unit);
  const spoken = new Set(own.map(placeOf));
  const inherited = new Map<string, StatedFact>();
  for (const fact of facts) {
    const heir = { ...fact, unit: heirOf(fact.unit) };
    const known = inherited.get(placeOf(heir));
    if (!spoken.has(placeOf(heir)) && (known === undefined || known.decidedOn < fact.decidedOn))
      inherited.set(placeOf(heir), heir);
  }
  return [...own, ...inherited.values()];
}

/** The first whose sector owns the kind; else who stated it first, since the later one may have seen a change. */
function ownerOf(facts: readonly StatedFact[], sectorOf: (unit: string) => string | undefined): StatedFact {
  const [first] = facts;
  if (!first) throw new Error('a contradiction has statements');
  const owners = comparableKinds.find(({ kind }) => kind === first.kind)?.owners ?? [];
  for (const sector of owners) {
    const found = facts.find(({ unit }) => sectorOf(unit) === sector);
    if (found) return found;
  }
  return facts.reduce((older, fact) => (fact.decidedOn < older.decidedOn ? fact : older), first);
}

/** Compares statements grouped by organisation and kind. */
export function contradictionsAmong(
  facts: readonly StatedFact[],
  sectorOf: (unit: string) => string | undefined,
): Contradiction[] {
  const groups = Map.groupBy(facts, ({ subjectId, kind }) => `${subjectId} ${kind}`);
  return [...groups.values()].flatMap((group) => {
    const forms = new Set(group.map(({ kind, value }) => sameForm(kind, value)));
    if (forms.size < 2) return [];
    const owner = ownerOf(group, sectorOf);
    const refs = [owner, ...group.filter((fact) => fact !== owner)];
    return {
      ...{ subjectId: owner.subjectId, kind: owner.kind, owner: owner.unit, item: owner.item },
      recordRefs: refs.map(({ recordId, version }) => `${recordId}.${version}`),
    };
  });
}
