/** The dated rules of publicity as values: what data/law and the tables of this module hold. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { contains, type Period } from '../../kernel/period.ts';

/** slight 轻微 · general 一般 · serious 严重 (信用修复管理办法, chapter two). */
export type MisconductClass = 'slight' | 'general' | 'serious';

/** From the mildest to the gravest. */
export const MISCONDUCT_CLASSES: readonly MisconductClass[] = ['slight', 'general', 'serious'];

/** How the data standard writes the classes. */
export const CLASS_BY_WORD: Readonly<Record<string, MisconductClass>> = {
  轻微: 'slight',
  一般: 'general',
  严重: 'serious',
};

/** One rule for one class; the period is when the rule holds, half-open. */
export interface PublicityRule {
  readonly rule: string;
  readonly kind: 'penalty';
  readonly class: MisconductClass;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly published: boolean;
  readonly minMonths: number | null;
  readonly maxMonths: number | null;
  readonly clock: 'decision';
  readonly instrument: string;
  readonly article: string;
  readonly confidence: string;
}

/** The class assumed for a kind of penalty where the deciding unit states none. */
export interface PenaltyKindClass {
  readonly kind: string;
  readonly class: MisconductClass;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly instrument: string;
  readonly article: string;
  readonly confidence: string;
}

/** A period that a law itself sets for an item and, where it says so, a sector or class. */
export interface OwnPeriod {
  readonly id: string;
  readonly item: string;
  readonly sector: string | null;
  readonly class: MisconductClass | null;
  readonly months: number;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly instrument: string;
  readonly article: string;
}

/** Whether a dated row holds on the day. */
export function holdsOn(row: { from: CivilDate; until: CivilDate | null }, date: CivilDate): boolean {
  return contains(periodOf(row), date);
}

/** The half-open period of a dated row. */
export function periodOf(row: { from: CivilDate; until: CivilDate | null }): Period {
  return row.until === null ? { from: row.from } : { from: row.from, until: row.until };
}

/** The rule for penalties of a class on a day; overlaps are refused on load, so there is one at most. */
export function ruleOn(
  rules: readonly PublicityRule[],
  misconductClass: MisconductClass,
  date: CivilDate,
): PublicityRule | undefined {
  return rules.find((rule) => rule.class === misconductClass && holdsOn(rule, date));
}
