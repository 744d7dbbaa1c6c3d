/** The door of records for other modules: appending, ending, and reading what is public. */
export { appendStaged, endSubmissionVersions } from './append-staged.ts';
export { countForBulk, listSubjectsForBulk } from './bulk.ts';
export {
  countVersionsBySubmission,
  listDecisionNumbers,
  listRecordDates,
  type RecordDates,
} from './clock-facts.ts';
export {
  type HeldRecord,
  listHeldRecords,
  listPublicOfSubmission,
  type RecordOfSubmission,
} from './held-record.ts';
export { listRecordsOfUnit, type OwnRecordsQuery } from './list-own-records.ts';
export { recordIdentityTable, recordSource, versionEndSource } from './log-sources.ts';
export { readOwnRecords } from './permissions.ts';
export {
  countPublicRecords,
  findPublicRecord,
  listPublicRecordsOfItem,
  type PublicRecord,
  publicRecordId,
} from './public-record.ts';
export type { SettlementFacts } from './queries/append.ts';
export type { BulkFilter } from './queries/bulk.ts';
export type { ListFilter, ListPosition } from './queries/published.ts';
export type { FactField } from './queries/stated-facts.ts';
export type { RowOutcome, StagedRelations } from './staged.ts';
export { listStatedFacts, listSubjectsOfSubmissions, type StatedFact } from './stated-facts.ts';
