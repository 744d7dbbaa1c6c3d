/** The door of intake for the browser: the same header matching and row checks as on the server, and their words. */
export { checkRow } from './checking/check-row.ts';
export { compileRowCheck, type RowCheck } from './checking/compile-check.ts';
export type { CheckContext, KnownAuthority } from './checking/context.ts';
export type {
  CheckedRow,
  Finding,
  FindingParams,
  LegacyKey,
  RowFacts,
  RowOutcome,
  Severity,
} from './checking/finding.ts';
export {
  type HeaderMatch,
  type MatchedColumn,
  matchHeader,
  normaliseHeader,
} from './checking/match-header.ts';
export { fillPlaceholders, ROW_RULES, type RowRule, type RuleText } from './checking/rules.ts';
