/** Judges who the row is about, and gathers the keys and names by which subjects finds that organisation. */

import { isIdentityNumber } from '../../../kernel/identity-number.ts';
import {
  isOrganisationCode,
  isRegistrationNo13,
  isRegistrationNo15,
  isTaxNo15,
} from '../../../kernel/legacy.ts';
import { normaliseName } from '../../../kernel/name.ts';
import { toHalfWidth } from '../../../kernel/text.ts';
import type { ItemDefinition, LegacyKeyKind } from '../../catalogue/pure.ts';
import type { LegacyKey } from './finding.ts';
import type { RowSink } from './row-sink.ts';
import { type Layout, type RowView, valueAt } from './row-view.ts';

/** What the party rule hands on to the facts. */
export interface PartyFacts {
  readonly keyKind: 'uscc' | LegacyKeyKind;
  readonly keyValue: string;
  readonly legacyKeys: readonly LegacyKey[];
  readonly partyName: string;
  readonly nameNorm: string;
  readonly formerNameNorm: string | null;
  readonly soleTrader: boolean;
}

const NO_KEYS: readonly LegacyKey[] = Object.freeze([]);
const SOLE_TRADER = '个体工商户';
/** How the codes of sole traders begin (GB 32100). */
export const SOLE_TRADER_CATEGORY = '92';

/** Builds the rule for a definition; it gives undefined when there is no key to find the subject by. */
export function partyRule(
  definition: ItemDefinition,
  layout: Layout,
): (row: RowView, sink: RowSink) => PartyFacts | undefined {
  const { subject } = definition;
  const uscc = layout.slotOf(subject.uscc);
  const [name, former] = [layout.slotOf(subject.name), layout.slotOf(subject.formerName)];
  const [partyClass, representative] = [
    layout.slotOf(subject.partyClass),
    layout.slotOf(subject.representative),
  ];
  const legacy = subject.legacy.map(({ kind, field }) => ({ kind, slot: layout.slotOf(field) }));

  return (row, sink) => {
    const code = valueAt(row.value, uscc);
    const legacyKeys = readLegacy(row, sink, layout, legacy);
    const key = code === '' ? legacyKeys[0] : undefined;
    if (valueAt(row.raw, uscc) === '') {
      if (key !== undefined) sink.add('subject.legacy-only', layout.places[uscc]);
      else if (sink.errors === 0 || legacyKeys.length === 0)
        sink.add('subject.code-missing', layout.places[uscc]);
    }
    judgeClass(code, valueAt(row.value, partyClass), layout, partyClass, sink);
    if (code === '' && key === undefined) return undefined;
    const partyName = valueAt(row.value, name);
    const person = valueAt(row.value, representative);
    const formerName = valueAt(row.value, former);
    return {
      keyKind: key?.kind ?? 'uscc',
      keyValue: key?.value ?? code,
      legacyKeys,
      partyName,
      nameNorm: normaliseName(partyName),
      formerNameNorm: formerName === '' ? null : normaliseName(formerName),
      soleTrader:
        code.startsWith(SOLE_TRADER_CATEGORY) ||
        valueAt(row.value, partyClass) === SOLE_TRADER ||
        (person.length >= 2 && partyName.includes(person)),
    };
  };
}

function readLegacy(
  row: RowView,
  sink: RowSink,
  layout: Layout,
  fields: readonly { kind: LegacyKeyKind; slot: number }[],
): readonly LegacyKey[] {
  let keys: LegacyKey[] | undefined;
  for (const { kind, slot } of fields) {
    const text = valueAt(row.value, slot);
    if (text === '') continue;
    const value = toHalfWidth(text).replace(/[\s-]/g, '').toUpperCase();
    if (isIdentityNumber(value.slice(0, 18))) sink.add('uscc.identity-number', layout.places[slot]);
    else if (!isLegacy(kind, value)) sink.add('legacy.invalid', layout.places[slot]);
    else {
      keys ??= [];
      keys.push({ kind, value });
    }
  }
  return keys ?? NO_KEYS;
}

/** Only the two oldest schemes and tax numbers have a form that can be checked. */
function isLegacy(kind: LegacyKeyKind, value: string): boolean {
  if (kind === 'organisation-code') return isOrganisationCode(value);
  if (kind === 'registration-no') return isRegistrationNo15(value) || isRegistrationNo13(value);
  if (kind === 'tax-no') return isTaxNo15(value);
  return value.length >= 4;
}

function judgeClass(code: string, word: string, layout: Layout, slot: number, sink: RowSink): void {
  if (code === '' || word === '') return;
  if (code.startsWith(SOLE_TRADER_CATEGORY) !== (word === SOLE_TRADER)) {
    sink.add('party.class-differs', layout.places[slot]);
  }
}
