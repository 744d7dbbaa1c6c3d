/** The cross-field rules that an item names, beyond party, decision and required cells. */
import type { CrossFieldRule, ItemDefinition } from '../../catalogue/pure.ts';
import { CONFISCATION, FINE, judgeAmount } from './judge-amount.ts';
import { PENALTY } from './penalty.ts';
import type { RowSink } from './row-sink.ts';
import { type Layout, type RowView, valueAt } from './row-view.ts';

type Judge = (row: RowView, sink: RowSink) => void;

/** `undefined` where another file of this folder carries the rule out. */
const RULES: Readonly<Record<CrossFieldRule, ((layout: Layout) => Judge) | undefined>> = {
  party: undefined,
  'validity-order': undefined,
  'not-collected': undefined,
  'misconduct-class': undefined,
  'publicity-end': undefined,
  'amount-in-text': amountInText,
};

/** The judges of a definition. @throws Error for a rule that doesn't exist (checkDefinition refuses it earlier) */
export function crossFieldRules(definition: ItemDefinition, layout: Layout): Judge[] {
  const named = definition.rules.flatMap((name) => {
    if (!Object.hasOwn(RULES, name))
      throw new Error(`the item ${definition.item} names an unknown rule: ${name}`);
    const make = RULES[name as CrossFieldRule];
    return make === undefined ? [] : [make(layout)];
  });
  return [...named, ...dateOrder(definition, layout)];
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
