/** The cross-field rules that an item names, beyond party, decision and required cells. */
import type { CrossFieldRule, ItemDefinition } from '../../catalogue/pure.ts';
import { CONFISCATION, FINE, judgeAmount } from './judge-amount.ts';
import { SOLE_TRADER_CATEGORY } from './party.ts';
import { PENALTY } from './penalty.ts';
import type { RowSink } from './row-sink.ts';
import { type Layout, type RowView, valueAt } from './row-view.ts';

type Judge = (row: RowView, sink: RowSink) => void;

/** `undefined` where another file of this folder carries the rule out. */
const RULES: Readonly<
  Record<CrossFieldRule, ((layout: Layout, definition: ItemDefinition) => Judge) | undefined>
> = {
  party: undefined,
  'validity-order': undefined,
  'not-collected': undefined,
  'misconduct-class': undefined,
  'publicity-end': undefined,
  'amount-in-text': amountInText,
  'no-sole-traders': noSoleTraders,
};

/** The judges of a definition. @throws Error for a rule that doesn't exist (checkDefinition refuses it earlier) */
export function crossFieldRules(definition: ItemDefinition, layout: Layout): Judge[] {
  const named = definition.rules.flatMap((name) => {
    if (!Object.hasOwn(RULES, name))
      throw new Error(`the item ${definition.item} names an unknown rule: ${name}`);
    const make = RULES[name as CrossFieldRule];
    return make === undefined ? [] : [make(layout, definition)];
  });
  return [...named, ...dateOrder(definition, layout)];
}

/** Sole traders count as natural persons (charter C13), of whom there is no grade, computed or received (C4). */
function noSoleTraders(layout: Layout, { subject }: ItemDefinition): Judge {
  const slot = layout.slotOf(subject.uscc);
  return (row, sink) => {
    if (valueAt(row.value, slot).startsWith(SOLE_TRADER_CATEGORY))
      sink.add('party.not-graded', layout.places[slot]);
  };
}

/** Dates that may not lie before another one of the row; both must be readable. */
function dateOrder({ fields }: ItemDefinition, layout: Layout): Judge[] {
  return fields.flatMap(({ code, notBefore }) => {
    if (notBefore === undefined) return [];
    const [later, earlier] = [layout.slotOf(code), layout.slotOf(notBefore)];
    return (row: RowView, sink: RowSink) => {
      const [on, from] = [valueAt(row.value, later), valueAt(row.value, earlier)];
      if (on === '' || from === '' || on >= from) return;
      sink.add('date.order', layout.places[later], { other: layout.places[earlier]?.name ?? '' });
    };
  });
}

function amountInText(layout: Layout): Judge {
  const content = layout.slotOf(PENALTY.content);
  const amounts = [
    { slot: layout.slotOf(PENALTY.fine), which: FINE },
    { slot: layout.slotOf(PENALTY.confiscated), which: CONFISCATION },
  ];
  return (row, sink) => {
    const text = valueAt(row.value, content);
    for (const { slot, which } of amounts) {
      const value = valueAt(row.value, slot);
      if (value !== '' && value !== '0') judgeAmount(value, text, which, layout.places[slot], sink);
    }
  };
}
