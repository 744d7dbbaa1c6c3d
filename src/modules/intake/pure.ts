/** The door of intake for the browser: the same reading, header matching and row checks as on the server, and their words. */
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
} from './checking/match-header.ts';
export { fillPlaceholders, ROW_RULES, type RowRule, type RuleText } from './checking/rules.ts';
export { FileRefused } from './reading/file-refused.ts';
export { FindingLog } from './reading/finding-log.ts';
export type { HeaderAndRows } from './reading/header.ts';
export { readCsv } from './reading/read-csv.ts';
export { readJson } from './reading/read-json.ts';
export { DEFAULT_READ_LIMITS, type ReadLimits } from './reading/read-limits.ts';
export { READING_RULES } from './reading/rules.ts';
export type { ReadFinding, SourceRow } from './reading/source-row.ts';
export type { PackageParts } from './reading/xlsx/package-parts.ts';
export { readPackage } from './reading/xlsx/read-package.ts';
