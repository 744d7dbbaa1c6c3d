/** Judges what only penalties have: whether they may be collected, the class of misconduct, and the end of publicity. */
import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import { findInList } from '../../../kernel/code-list.ts';
import type { ItemDefinition } from '../../catalogue/pure.ts';
import {
  CLASS_BY_WORD,
  classOf,
  type MisconductClass,
  ownMonthsOf,
  publicityOf,
} from '../../publicity/pure.ts';
import { LISTED } from './cell-list.ts';
import type { CheckContext } from './context.ts';
import { remember } from './remember.ts';
import type { RowSink } from './row-sink.ts';
import { type Layout, type RowView, valueAt } from './row-view.ts';

/** Field codes of the penalty standard that these rules look at. */
export const PENALTY = {
  kinds: 'CF_CFLB',
  content: 'CF_NR',
  fine: 'CF_NR_FK',
  confiscated: 'CF_NR_WFFF',
  publicityEnd: 'CF_GSJZQ',
  procedure: 'procedure',
  class: 'misconductClass',
  conductEnd: 'conductEndedOn',
} as const;

/** What the rules hand on to the facts. */
export interface PenaltyFacts {
  readonly misconductClass: MisconductClass | null;
  readonly classAssumed: boolean;
  readonly conductEndedOn: CivilDate | null;
  readonly conductAssumed: boolean;
  readonly ownMonths: number | null;
}

/** For items that aren't adverse: no class, no conduct. */
export const NO_PENALTY: PenaltyFacts = Object.freeze({
  misconductClass: null,
  classAssumed: false,
  conductEndedOn: null,
  conductAssumed: false,
  ownMonths: null,
});

/**
 * Whether the row may not be collected: simple procedure, or stated to be slight, which by the field's help means
 * slight and put right (山东省社会信用条例 art. 13 para. 2). Asked of raw cells, before anything else is looked at.
 */
export function notCollected(layout: Layout): (row: RowView) => boolean {
  const [procedure, slight] = [layout.slotOf(PENALTY.procedure), layout.slotOf(PENALTY.class)];
  return (row) =>
    valueAt(row.raw, procedure).startsWith('简易') || valueAt(row.raw, slight).startsWith('轻微');
}

/** Builds the rule that finds class, conduct and a law's own period: what publicity by dated rules is computed from. */
export function penaltyRule(
  definition: ItemDefinition,
  layout: Layout,
  context: CheckContext,
): (row: RowView, sink: RowSink) => PenaltyFacts {
  if (definition.publicity !== 'adverse') return () => NO_PENALTY;
  const [kinds, stated, ended] = [PENALTY.kinds, PENALTY.class, PENALTY.conductEnd].map(layout.slotOf) as [
    number,
    number,
    number,
  ];
  const [decided, given] = [
    layout.slotOf(definition.decision.decidedOn),
    layout.slotOf(PENALTY.publicityEnd),
  ];
  const { today, penaltyClasses, ownPeriods } = context;
  const assumed = remember((text) => ({
    found: classOf(kindsOf(text, context), today, penaltyClasses)?.class ?? null,
  }));

  return (row, sink) => {
    const word = valueAt(row.value, stated);
    const kindText = valueAt(row.value, kinds);
    const misconductClass = CLASS_BY_WORD[word] ?? (kindText === '' ? null : assumed(kindText).found);
    if (misconductClass === null && kindText !== '') {
      sink.add('penalty.class-unknown', layout.places[stated < 0 ? kinds : stated]);
    }
    const decidedOn = valueAt(row.value, decided);
    const conduct = valueAt(row.value, ended);
    if (conduct !== '' && decidedOn !== '' && conduct > decidedOn) {
      sink.add('date.order-before', layout.places[ended], { other: layout.places[decided]?.name ?? '' });
    }
    const own =
      ownPeriods.length === 0
        ? undefined
        : ownMonthsOf(ownPeriods, {
            item: definition.item,
            sector: context.unit.sector,
            class: misconductClass ?? undefined,
            decidedOn,
          });
    const facts: PenaltyFacts = {
      misconductClass,
      classAssumed: word === '' && misconductClass !== null,
      conductEndedOn: conduct === '' ? decidedOn || null : conduct,
      conductAssumed: conduct === '',
      ownMonths: own ?? null,
    };
    const end = valueAt(row.value, given);
    if (end !== '' && decidedOn !== '') compareEnd(end, decidedOn, facts, context, layout, given, sink);
    return facts;
  };
}

/** The kinds as the list writes them; 其他-note counts by its note being unknown to the table. */
function kindsOf(text: string, context: CheckContext): string[] {
  const list = context.lists.find((entry) => entry.id === 'penalty_kind');
  return text
    .split(LISTED)
    .map((kind) => (list && findInList(list, kind)?.note === undefined ? kind : '其他'));
}

/** The end that the feed gives may be the last public day or the first that isn't. */
function compareEnd(
  end: CivilDate,
  decidedOn: CivilDate,
  facts: PenaltyFacts,
  context: CheckContext,
  layout: Layout,
  slot: number,
  sink: RowSink,
): void {
  const computed = publicityOf(
    {
      publicity: 'adverse',
      acceptedOn: context.today,
      decidedOn,
      inEffect: true,
      validUntil: null,
      misconductClass: facts.misconductClass,
      conductEndedOn: facts.conductEndedOn,
      ownMonths: facts.ownMonths,
    },
    context.publicityRules,
    context.today,
  );
  const { until } = computed;
  if (until === null || until === end || addDays(end, 1) === until) return;
  sink.add('publicity.end-differs', layout.places[slot], { computed: until });
}
