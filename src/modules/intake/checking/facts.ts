/** Puts the facts of a faultless row together, with the texts that intake hashes. */
import type { ItemDefinition, ItemList } from '../../catalogue/pure.ts';
import type { DecisionFacts } from './decision.ts';
import type { CheckedRow, RowFacts } from './finding.ts';
import type { PartyFacts } from './party.ts';
import type { PenaltyFacts } from './penalty.ts';
import type { RowSink } from './row-sink.ts';
import type { RowView } from './row-view.ts';

type Status = RowFacts['status'];

/** What JSON must escape (RFC 8259 § 7), and halves of characters, which `JSON.stringify` writes as escapes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** The text as JSON; most cells need no escape, and looking is cheaper than the whole way. */
const jsonText = (text: string): string => (ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`);

/** Builds the maker for a definition: JSON texts are written by hand in the order of its fields. */
export function factsMaker(definition: ItemDefinition, lists: readonly ItemList[]) {
  const { fields, registration } = definition;
  const slotOf = (code: string | undefined) => fields.findIndex((field) => field.code === code);
  const keys = fields.map((field) => `${JSON.stringify(field.code)}:`);
  const open = fields.map((field) => field.openness === 'open');
  const [status, registered, area] = [
    registration?.status,
    registration?.registeredOn,
    registration?.areaCode,
  ].map(slotOf) as [number, number, number];
  const means = lists.find((list) => list.id === fields[status]?.list)?.means ?? {};

  return (
    view: RowView,
    party: PartyFacts,
    decision: DecisionFacts,
    penalty: PenaltyFacts,
    sink: RowSink,
  ): CheckedRow => {
    let openFields = '';
    let closedFields = '';
    for (let slot = 0; slot < fields.length; slot++) {
      const value = view.value[slot] as string;
      if (value === '') continue;
      const member = (keys[slot] as string) + jsonText(value);
      if (open[slot]) openFields += openFields === '' ? member : `,${member}`;
      else closedFields += closedFields === '' ? member : `,${member}`;
    }
    const facts: RowFacts = {
      keyKind: party.keyKind,
      keyValue: party.keyValue,
      legacyKeys: party.legacyKeys,
      partyName: party.partyName,
      nameNorm: party.nameNorm,
      formerNameNorm: party.formerNameNorm,
      soleTrader: party.soleTrader,
      status: status < 0 ? null : ((means[view.value[status] ?? ''] as Status | undefined) ?? null),
      registeredOn: registered < 0 ? null : view.value[registered] || null,
      areaCode: areaOf(party, area < 0 ? '' : (view.value[area] ?? '')),
      identityText: decision.identityText,
      contentText: `{${openFields}}\u001F{${closedFields}}\u001F${decision.authorityUscc}\u001F${penalty.misconductClass}`,
      authorityUscc: decision.authorityUscc,
      authorityName: decision.authorityName,
      decisionNo: decision.decisionNo,
      decidedOn: decision.decidedOn,
      validFrom: decision.validFrom,
      validUntil: decision.validUntil,
      inEffect: decision.inEffect,
      misconductClass: penalty.misconductClass,
      classAssumed: penalty.classAssumed,
      conductEndedOn: penalty.conductEndedOn,
      conductAssumed: penalty.conductAssumed,
      ownMonths: penalty.ownMonths,
      openFields: `{${openFields}}`,
      closedFields: closedFields === '' ? null : `{${closedFields}}`,
    };
    return { row: sink.row, outcome: 'ok', facts, findings: sink.findings };
  };
}

function areaOf(party: PartyFacts, given: string): string | null {
  if (given !== '') return given;
  return party.keyKind === 'uscc' ? party.keyValue.slice(2, 8) : null;
}
