/** Turns a definition, the columns of a file and a context into one function that checks a row. */
import type { ItemDefinition } from '../../catalogue/pure.ts';
import { type CellCheck, cellCheckFor } from './cell-check.ts';
import type { CheckContext } from './context.ts';
import { crossFieldRules } from './cross-field-rules.ts';
import { decisionRule } from './decision.ts';
import { factsMaker } from './facts.ts';
import type { CheckedRow, RowOutcome } from './finding.ts';
import type { MatchedColumn } from './match-header.ts';
import { partyRule } from './party.ts';
import { NO_PENALTY, notCollected, penaltyRule } from './penalty.ts';
import { NATURAL_PERSON, personFactsMaker, personRule } from './person.ts';
import { requiredChecks } from './required-cells.ts';
import { type CellCounts, RowSink } from './row-sink.ts';
import { layOut, type RowView, valueAt } from './row-view.ts';
import type { RowRule } from './rules.ts';
import { shiftGuess } from './shifted.ts';
import { splitNumberRule } from './split-number.ts';
import { trimmed } from './trimmed.ts';

/** Checks one row; `cells` lie in the order of the file's header. */
export interface RowCheck {
  (row: number, cells: readonly string[]): CheckedRow;
  /** Over the rows checked so far. */
  readonly counts: Readonly<CellCounts>;
}

/** Compiles once a file; the result keeps memory of repeated cells and may not be shared between files at work. */
export function compileRowCheck(
  definition: ItemDefinition,
  columns: readonly MatchedColumn[],
  context: CheckContext,
): RowCheck {
  const layout = layOut(definition, columns);
  const read = columns.filter((column) => !column.drop);
  const indexes = read.map((column) => column.index);
  const slots = read.map((column) => layout.slotOf(column.field));
  const checks: CellCheck[] = slots.map((slot) => {
    const [field, place] = [layout.fields[slot], layout.places[slot]];
    if (field === undefined || place === undefined) throw new Error('a matched column has no field');
    return cellCheckFor(field, place, context.lists, context.today);
  });
  const optional = slots.map((slot) => layout.fields[slot]?.required === 'no');
  const required = requiredChecks(definition, layout);
  const partyClass = layout.slotOf(definition.subject.partyClass);
  const judgeParty = partyRule(definition, layout);
  const judgePerson = personRule(definition, layout, columns);
  const judgeDecision = decisionRule(definition, layout, context);
  const judgePenalty = definition.adverse ? penaltyRule(definition, layout, context) : () => NO_PENALTY;
  const refuse = definition.rules.includes('not-collected') ? notCollected(layout) : () => false;
  const crossField = crossFieldRules(definition, layout);
  const guessShift = shiftGuess(definition, columns);
  const judgeSplit = splitNumberRule(layout, slots);
  const makeFacts = factsMaker(definition, context.lists);
  const makePersonFacts = personFactsMaker(definition);
  const sink = new RowSink();
  const view: RowView = {
    raw: new Array<string>(layout.fields.length).fill(''),
    value: new Array<string>(layout.fields.length).fill(''),
  };

  const ended = (outcome: RowOutcome): CheckedRow => ({
    row: sink.row,
    outcome,
    facts: undefined,
    findings: sink.findings,
  });
  const endedBy = (rule: RowRule, outcome: RowOutcome, slot: number): CheckedRow => {
    sink.add(rule, layout.places[slot]);
    return ended(outcome);
  };

  const checkCells = (row: number, cells: readonly string[]): CheckedRow => {
    sink.begin(row);
    for (let at = 0; at < slots.length; at++) {
      view.raw[slots[at] as number] = trimmed(cells[indexes[at] as number] ?? '', optional[at] as boolean);
    }
    const isPerson = valueAt(view.raw, partyClass) === NATURAL_PERSON;
    // Nothing of such rows is looked at further, so that nothing of them can be kept or shown.
    if (isPerson && judgePerson === undefined)
      return { ...endedBy('not-accepted-yet', 'rejected', partyClass), person: 'rejected' };
    if (refuse(view)) return endedBy('penalty.not-collected', 'refused', -1);
    sink.cells.read += slots.length;
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] as number;
      const text = view.raw[slot] as string;
      if (text === '') sink.cells.blank++;
      view.value[slot] = text === '' ? '' : (checks[at] as CellCheck)(text, sink);
    }
    judgeSplit(view, sink);
    for (const check of required) check(view, sink);
    const person = isPerson ? judgePerson?.(cells, view, sink) : undefined;
    const party = isPerson ? undefined : judgeParty(view, sink);
    const decision = judgeDecision(view, sink);
    const penalty = judgePenalty(view, sink);
    for (const judge of crossField) judge(view, sink);
    if (isPerson) {
      if (sink.errors > 0 || person === undefined) return { ...ended('rejected'), person: 'rejected' };
      return { ...ended('ok'), person: makePersonFacts(view, person, decision, penalty) };
    }
    if (sink.errors > 0 || party === undefined) {
      if (sink.errors > 1) guessShift(cells, sink);
      return ended('rejected');
    }
    return makeFacts(view, party, decision, penalty, sink);
  };
  return Object.assign(checkCells, { counts: sink.cells });
}
