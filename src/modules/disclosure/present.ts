/** Shown records with the names that readers need: of items, units and fields, and the articles behind them. */
import type { Platform } from '../../platform/index.ts';
import { listActiveItems } from '../catalogue/index.ts';
import { listAllUnits } from '../identity/index.ts';
import { listPublicityRules } from '../publicity/index.ts';
import { listInstrumentTitles } from './instrument-titles.ts';
import type { ShownRecord } from './least.ts';

/** Names and rules as they are today. */
async function namesOf(platform: Platform) {
  const db = platform.db.app;
  const [items, units, rules, titles] = await Promise.all([
    listActiveItems(db),
    listAllUnits(platform),
    listPublicityRules(db),
    listInstrumentTitles(db),
  ]);
  return {
    items: new Map(items.map((item) => [item.item, item])),
    units: new Map(units.map((unit) => [unit.code, unit.name])),
    titles,
    rules: new Map(rules.map(({ rule, instrument, article }) => [rule, { instrument, article }])),
  };
}

type Names = Awaited<ReturnType<typeof namesOf>>;

/** Five years from the end of the conduct is the longest that any adverse record is disclosed. */
const FIVE_YEARS = { instrument: 'shandong-credit-2020', article: '第三十八条' };

function untilBasisOf(record: ShownRecord, { rules, items }: Names) {
  const ruleOf = (rule: string | null) => (rule === null ? undefined : rules.get(rule)) ?? null;
  switch (record.untilBecause) {
    case null:
      return null;
    case 'rule-now':
      return ruleOf(record.ruleNow);
    case 'rule-at-decision':
      return ruleOf(record.ruleAtDecision);
    case 'five-years':
      return FIVE_YEARS;
    default:
      return items.get(record.item)?.basis ?? null;
  }
}

function cited(basis: { readonly instrument: string; readonly article: string } | null, { titles }: Names) {
  if (!basis) return null;
  const { instrument, article } = basis;
  return { instrument, article, title: titles.get(instrument) ?? { zh: instrument, en: instrument } };
}

function toPresented(record: ShownRecord, names: Names, about: 'organisation' | 'person') {
  const item = names.items.get(record.item);
  const basis = about === 'person' ? item?.persons?.basis : item?.basis;
  return {
    id: record.id,
    item: record.item,
    itemName: item?.name ?? { zh: record.item, en: record.item },
    basis: cited(basis ?? null, names),
    unit: record.unit,
    unitName: names.units.get(record.unit) ?? { zh: record.unit, en: record.unit },
    authorityName: record.authorityName,
    decisionNo: record.decisionNo,
    decidedOn: record.decidedOn,
    version: record.version,
    state: record.state,
    endReason: record.endReason,
    misconductClass: record.misconductClass,
    handedInOn: record.handedInOn,
    fields: (item?.fields ?? []).flatMap(({ code, name, openness }) => {
      const value = record.fields[code];
      return value === undefined
        ? []
        : [{ code, name, value, open: about === 'organisation' && openness === 'open' }];
    }),
    public: record.isPublic,
    publicFrom: record.publicFrom,
    publicUntil: record.publicUntil,
    untilBecause: record.untilBecause,
    untilBasis: cited(untilBasisOf(record, names), names),
    repairFrom: record.repairFrom,
  };
}

/** A record as it is presented. */
export type PresentedRecord = ReturnType<typeof toPresented>;

/** Records as the API and the documents give them. */
export async function present(
  platform: Platform,
  records: readonly ShownRecord[],
  about: 'organisation' | 'person' = 'organisation',
): Promise<PresentedRecord[]> {
  const names = await namesOf(platform);
  return records.map((record) => toPresented(record, names, about));
}
