/** Judges rows about natural persons on the terms of their item, and puts together what is sealed of them. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { birthDateOf, isOfAge } from '../../../kernel/identity-holder.ts';
import type { ItemDefinition } from '../../catalogue/pure.ts';
import type { DecisionFacts } from './decision.ts';
import type { PersonFacts } from './finding.ts';
import { type JudgedDocument, judgeDocument } from './identity-document.ts';
import type { MatchedColumn } from './match-header.ts';
import { PENALTY, type PenaltyFacts } from './penalty.ts';
import type { RowSink } from './row-sink.ts';
import { type Layout, type RowView, valueAt } from './row-view.ts';

/** The party class of natural persons in the standards of 2018. */
export const NATURAL_PERSON = '自然人';

const LONGEST_EVIDENCE = 200;

const DOCUMENT_RULES = {
  missing: 'person.identity-missing',
  invalid: 'person.identity-invalid',
  'unknown-kind': 'person.document-unknown',
  'not-usable': 'person.document-not-usable',
  differs: 'person.document-differs',
} as const;

/** A kind is told by its name in the list, never as it was typed. */
const paramsOf = (document: JudgedDocument): Record<string, string> | undefined =>
  'kind' in document ? { kind: document.kind } : undefined;

/** Who the row is about. */
export interface PersonParty {
  readonly name: string;
  readonly identityNumber: string;
  readonly nameChange?: { readonly formerName: string; readonly evidence: string };
}

/** Judges the party of a row; undefined when an error was found. */
export type PersonRule = (cells: readonly string[], row: RowView, sink: RowSink) => PersonParty | undefined;

/** Builds the rule; undefined for an item that takes nothing about natural persons. */
export function personRule(
  { subject, persons, decision }: ItemDefinition,
  layout: Layout,
  columns: readonly MatchedColumn[],
): PersonRule | undefined {
  if (persons === undefined) return undefined;
  // The columns that are read of those that are dropped, and of these rows alone.
  const reader = (code: string | undefined) => {
    const column = columns.find(({ field }) => field === code)?.index ?? -1;
    return (cells: readonly string[]) => (cells[column] ?? '').trim();
  };
  const [numberIn, kindIn] = [reader(persons.identityNumber), reader(persons.documentKind)];
  const [formerIn, evidenceIn] = [
    reader(persons.nameChange?.formerName),
    reader(persons.nameChange?.evidence),
  ];
  const [number, capacity, uscc, name, decided, ended] = [
    persons.identityNumber,
    persons.capacity.field,
    subject.uscc,
    subject.name,
    decision.decidedOn,
    PENALTY.conductEnd,
  ].map(layout.slotOf) as [number, number, number, number, number, number];
  const taken = new Set(persons.capacity.when);

  return (cells, row, sink) => {
    const before = sink.errors;
    const stated = valueAt(row.value, capacity);
    if (stated !== '' && !taken.has(stated)) sink.add('person.not-professional', layout.places[capacity]);
    if (valueAt(row.raw, uscc) !== '') sink.add('person.has-code', layout.places[uscc]);
    const document = judgeDocument(kindIn(cells), numberIn(cells));
    if ('problem' in document)
      sink.add(DOCUMENT_RULES[document.problem], layout.places[number], paramsOf(document));
    else {
      // The earlier of conduct and decision: who was a child then is not recorded.
      const day = [valueAt(row.value, ended), valueAt(row.value, decided)]
        .filter((on) => on !== '')
        .sort()[0];
      if (day !== undefined && !isOfAge(birthDateOf(document.number), day as CivilDate))
        sink.add('person.under-age', layout.places[number]);
    }
    const [formerName, evidence] = [formerIn(cells), evidenceIn(cells)];
    if ((formerName === '') !== (evidence === '')) sink.add('person.name-change-half', layout.places[name]);
    if (Math.max(formerName.length, evidence.length) > LONGEST_EVIDENCE)
      sink.add('person.name-change-long', layout.places[name]);
    if ('problem' in document || sink.errors > before) return undefined;
    const party = { name: valueAt(row.value, name), identityNumber: document.number };
    return formerName === '' ? party : { ...party, nameChange: { formerName, evidence } };
  };
}

/** Builds the maker of what is sealed: every value but who it is about, which stands by itself. */
export function personFactsMaker({ subject, fields }: ItemDefinition) {
  const left = new Set([subject.name, subject.uscc, subject.representative, subject.formerName]);
  for (const { field } of subject.legacy) left.add(field);
  const kept = fields.flatMap(({ code }, slot) => (left.has(code) ? [] : [{ code, slot }]));
  return (row: RowView, party: PersonParty, decision: DecisionFacts, penalty: PenaltyFacts): PersonFacts => {
    const values: Record<string, string> = {};
    for (const { code, slot } of kept) if (row.value[slot]) values[code] = row.value[slot];
    const { authorityUscc, authorityName, decisionNo, decidedOn, validFrom, validUntil, inEffect } = decision;
    return {
      ...party,
      identityText: decision.identityText,
      contentText: `${JSON.stringify(values)}\u001F${authorityUscc}\u001F${penalty.misconductClass}`,
      authorityUscc,
      authorityName,
      decisionNo,
      decidedOn,
      validFrom,
      validUntil,
      inEffect,
      ...penalty,
      fields: values,
    };
  };
}
