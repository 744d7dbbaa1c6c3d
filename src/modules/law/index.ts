/** The door of law: instruments and what rests on them, time limits, and the calendar of working days. */
export { type BasisUse, type BasisUseKind, recordBasisUse } from './basis-use.ts';
export { dueOn, getCalendar } from './calendar.ts';
export type { CalendarNotice, NoticeDayInput, NoticeFault } from './check-notice.ts';
export { DataFault, requireNoOverlap } from './data-fault.ts';
export { listInstrumentLevels } from './instrument-levels.ts';
export type { ArticleEntry, InstrumentEntry, InstrumentLevel, TimeLimit } from './law-data.ts';
export { loadLaw } from './load.ts';
export { basisUseSource, lawSource, workingDayTable } from './log-source.ts';
export { requestActivation } from './rule-versions/activate-rules.ts';
export { type Change, differencesOf } from './rule-versions/difference.ts';
export { listWaitingRules } from './rule-versions/list-waiting.ts';
export { ruleVersionSource } from './rule-versions/log-source.ts';
export { completeFounding, offerRules, putToWait } from './rule-versions/offer-rules.ts';
export { defineRuleSet, type Refusal, type RuleSet, refusalsTold } from './rule-versions/rule-set.ts';
export { unknownArticles } from './rule-versions/unknown-articles.ts';
export { findTimeLimit, listTimeLimits, pickTimeLimit } from './time-limits.ts';
