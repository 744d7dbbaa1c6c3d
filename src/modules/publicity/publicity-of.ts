/** From when until when a record is public and why: the same answer as the view published.record gives. */
import { addMonths, addYears, type CivilDate } from '../../kernel/civil-date.ts';
import { type MisconductClass, type PublicityRule, ruleOn } from './rules.ts';

/** 山东省社会信用条例 art. 38: at most five years from the end of the conduct. */
export const LONGEST_YEARS = 5;

/** What the publicity of a record is computed from. */
export interface PublicityFacts {
  readonly publicity: 'adverse' | 'while-valid' | 'while-listed' | 'while-registered' | 'none';
  readonly acceptedOn: CivilDate;
  readonly decidedOn: CivilDate;
  readonly inEffect: boolean;
  /** First day it is no longer valid. */
  readonly validUntil: CivilDate | null;
  readonly misconductClass: MisconductClass | null;
  readonly conductEndedOn: CivilDate | null;
  /** A law's own period in months. */
  readonly ownMonths: number | null;
}

/** Why publicity ends when it does. */
export type UntilBecause =
  | 'open-ended'
  | 'valid-until'
  | 'rule-now'
  | 'rule-at-decision'
  | 'own-period'
  | 'five-years';

/** Whether, from when and until when (half-open) a record is public, and by which rules. */
export interface Publicity {
  readonly published: boolean;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly because: UntilBecause | 'not-published' | 'class-unknown' | 'not-in-effect' | 'ended';
  readonly ruleNow: PublicityRule | undefined;
  readonly ruleThen: PublicityRule | undefined;
  /** First day on which repair may be applied for, by the rule in force today. */
  readonly repairFrom: CivilDate | null;
  /** The rules of decision and of today differ, and how one passes into the other is unsettled: the earlier end holds. */
  readonly marked: boolean;
}

/** Computes a record's publicity as read on `today`. */
export function publicityOf(
  facts: PublicityFacts,
  rules: readonly PublicityRule[],
  today: CivilDate,
): Publicity {
  if (facts.publicity === 'adverse') return adversePublicity(facts, rules, today);
  const ends = facts.publicity === 'while-valid' || facts.publicity === 'while-listed';
  const until = ends ? facts.validUntil : null;
  const plain = {
    from: facts.acceptedOn,
    until,
    ruleNow: undefined,
    ruleThen: undefined,
    repairFrom: null,
    marked: false,
  };
  if (facts.publicity === 'none') return { ...plain, published: false, because: 'not-published' };
  if (ends && !facts.inEffect) {
    return { ...plain, published: false, because: 'not-in-effect' };
  }
  if (until !== null && until <= today) return { ...plain, published: false, because: 'ended' };
  return { ...plain, published: true, because: until === null ? 'open-ended' : 'valid-until' };
}

function adversePublicity(
  facts: PublicityFacts,
  rules: readonly PublicityRule[],
  today: CivilDate,
): Publicity {
  const misconductClass = facts.misconductClass;
  const ruleNow = misconductClass === null ? undefined : ruleOn(rules, misconductClass, today);
  const ruleThen = misconductClass === null ? undefined : ruleOn(rules, misconductClass, facts.decidedOn);
  const nowUntil = monthsAfter(facts.decidedOn, ruleNow?.maxMonths);
  const thenUntil = monthsAfter(facts.decidedOn, ruleThen?.maxMonths);
  const ownUntil = monthsAfter(facts.decidedOn, facts.ownMonths);
  const ruled = ownUntil ?? earliest(nowUntil, thenUntil);
  const capped = facts.conductEndedOn === null ? null : addYears(facts.conductEndedOn, LONGEST_YEARS);
  const until = earliest(ruled, capped);
  const result = {
    from: facts.acceptedOn,
    until,
    ruleNow,
    ruleThen,
    repairFrom: monthsAfter(facts.decidedOn, ruleNow?.minMonths),
    marked:
      ownUntil === null && ruleThen !== undefined && ruleNow !== undefined && ruleThen.rule !== ruleNow.rule,
  };
  if (misconductClass === null) return { ...result, published: false, because: 'class-unknown' };
  if (!ruleNow?.published || ruleThen?.published === false) {
    return { ...result, published: false, because: 'not-published' };
  }
  if (until !== null && until <= today) return { ...result, published: false, because: 'ended' };
  const because =
    until !== null && until === capped && (ruled === null || until < ruled)
      ? 'five-years'
      : ownUntil !== null
        ? 'own-period'
        : thenUntil !== null && nowUntil !== null && thenUntil < nowUntil
          ? 'rule-at-decision'
          : 'rule-now';
  return { ...result, published: true, because };
}

function monthsAfter(date: CivilDate, months: number | null | undefined): CivilDate | null {
  return months === null || months === undefined ? null : addMonths(date, months);
}

function earliest(a: CivilDate | null, b: CivilDate | null): CivilDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
