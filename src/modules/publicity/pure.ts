/** The door of publicity for the browser and for pure rules: classes, periods, and why they end. */
export { classOf } from './class-of.ts';
export { type DecisionTraits, ownMonthsOf } from './own-months.ts';
export {
  type Publicity,
  type PublicityFacts,
  publicityOf,
  type UntilBecause,
} from './publicity-of.ts';
export {
  CLASS_BY_WORD,
  type MisconductClass,
  type OwnPeriod,
  type PenaltyKindClass,
  type PublicityRule,
} from './rules.ts';
