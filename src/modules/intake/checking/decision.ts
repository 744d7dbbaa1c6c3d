/** Judges who decided, under which number, when and for how long, and gathers these facts. */
import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import { normaliseName } from '../../../kernel/name.ts';
import type { ItemDefinition } from '../../catalogue/pure.ts';
import type { CheckContext } from './context.ts';
import { remember } from './remember.ts';
import type { RowSink } from './row-sink.ts';
import { type Layout, type RowView, valueAt } from './row-view.ts';

/** What the decision rule hands on to the facts. */
export interface DecisionFacts {
  readonly authorityUscc: string;
  readonly authorityName: string;
  readonly decisionNo: string;
  readonly decidedOn: CivilDate;
  readonly validFrom: CivilDate | null;
  readonly validUntil: CivilDate | null;
  readonly inEffect: boolean;
  readonly identityText: string;
}

/** 2099/12/31 and later is how the data standard writes long-term. */
const LONG_TERM = '2099-12-31';
const PART = '\u001F';

/** The first day after the last valid one; null for long-term or none. */
export const dayAfter: (last: CivilDate) => CivilDate | null = (last) =>
  last === '' || last >= LONG_TERM ? null : nextDay(last);
const nextDay = remember((date) => addDays(date, 1));

/** Builds the rule for a definition. */
export function decisionRule(
  definition: ItemDefinition,
  layout: Layout,
  context: CheckContext,
): (row: RowView, sink: RowSink) => DecisionFacts {
  const { decision, identity } = definition;
  const [name, code, number] = [decision.authorityName, decision.authorityCode, decision.number].map(
    layout.slotOf,
  ) as [number, number, number];
  const decided = layout.slotOf(decision.decidedOn);
  const [from, until] = [layout.slotOf(decision.validFrom), layout.slotOf(decision.validUntil)];
  const status = layout.slotOf(decision.inEffect?.field);
  const inEffect = new Set(decision.inEffect?.when ?? []);
  const discriminators = identity.discriminator.map(layout.slotOf);
  const registration = decision.defaults === 'registration';
  const judgeAuthority = authorityJudge(context);
  const collectableFrom = registration ? undefined : context.collectableFrom;

  return (row, sink) => {
    const decidedOn = valueAt(row.value, decided);
    if (collectableFrom !== undefined && decidedOn !== '' && decidedOn < collectableFrom) {
      sink.add('basis.not-in-force', layout.places[decided], { from: collectableFrom });
    }
    let authorityUscc = valueAt(row.value, code);
    let authorityName = valueAt(row.value, name);
    if (authorityUscc !== '') judgeAuthority(authorityUscc, authorityName, code, name, layout, sink);
    if (registration) {
      authorityUscc ||= context.unit.uscc ?? '';
      authorityName ||= context.unit.name;
    }
    const validFrom = valueAt(row.value, from);
    const lastDay = valueAt(row.value, until);
    if (lastDay !== '' && lastDay < (validFrom || decidedOn)) {
      sink.add('date.order', layout.places[until], {
        other: layout.places[validFrom === '' ? decided : from]?.name ?? '',
      });
    }
    const decisionNo = valueAt(row.value, number);
    let identityText = definition.item + PART + (registration ? '' : authorityUscc) + PART + decisionNo;
    for (const slot of discriminators) identityText += PART + valueAt(row.value, slot);
    return {
      authorityUscc,
      authorityName,
      decisionNo,
      decidedOn,
      validFrom: validFrom === '' ? null : validFrom,
      validUntil: dayAfter(lastDay),
      inEffect: status < 0 || inEffect.has(row.value[status] ?? ''),
      identityText,
    };
  };
}

function authorityJudge(context: CheckContext) {
  const known = new Map(
    context.authorities.map(({ uscc, name }) => [uscc, { name, norm: normaliseName(name) }]),
  );
  const normalised = remember(normaliseName);
  return (
    uscc: string,
    name: string,
    code: number,
    nameSlot: number,
    layout: Layout,
    sink: RowSink,
  ): void => {
    const authority = known.get(uscc);
    if (authority === undefined) sink.add('authority.not-registered', layout.places[code]);
    else if (name !== '' && normalised(name) !== authority.norm) {
      sink.add('authority.name-differs', layout.places[nameSlot], { name: authority.name });
    }
  };
}
