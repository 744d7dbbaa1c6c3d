/** The door of publicity for the browser and for pure rules: classes, periods, and why they end. */
export { classOf } from './class-of.ts';
export { type DecisionTraits, ownMonthsOf } from './own-months.ts';
export {
  LONGEST_YEARS,
  type Publicity,
  type PublicityFacts,
  publicityOf,
  type UntilBecause,
} from './publicity-of.ts';
export {
  CLASS_BY_WORD,
  holdsOn,
  MISCONDUCT_CLASSES,
  type MisconductClass,
  type OwnPeriod,
  type PenaltyKindClass,
  type PublicityRule,
  periodOf,
  ruleOn,
} from './rules.ts';
