/** The door of records for other modules: appending, ending, and reading what is public. */
export { appendStaged, endSubmissionVersions } from './append-staged.ts';
export { listDecisionNumbers, listRecordDates, type RecordDates } from './clock-facts.ts';
export {
  countPublicRecords,
  countPublicRecordsOfSubject,
  findPublicRecord,
  listPublicRecordsOfItem,
  listPublicRecordsOfSubject,
  type PublicRecord,
  parsePublicRecordId,
  publicRecordId,
} from './public-record.ts';
export type { SettlementFacts } from './queries/append.ts';
export type { ListFilter, ListPosition } from './queries/published.ts';
export type { RowOutcome, StagedRelations } from './staged.ts';
export { STAGED_COLUMNS } from './staged.ts';
