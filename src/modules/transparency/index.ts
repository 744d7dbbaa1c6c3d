/** The door of transparency: putting entries down, offering sources, keeping the log, proving, watching. */
export { entryTables, forgetEntries } from './forget-entries.ts';
export { findKeys, keepKeys } from './keep-keys.ts';
export { LogFileMissing, type LogFiles, logFolderOf, openLogFiles } from './log-files.ts';
export { logOrigin, openLogKey, openWitnessKey } from './log-keys.ts';
export { logEachRow, logRows, type NewEntry } from './log-rows.ts';
export { logState } from './log-state.ts';
export type { Difference, DifferenceKind } from './monitor/difference.ts';
export { type Round, type Watched, watch } from './monitor/watch.ts';
export { logProofPending } from './problems.ts';
export { findRowProof, type RowProof } from './prove-row.ts';
export { ownEntries } from './queries/own-entries.ts';
export { logRemoval, type RemovalGround, removalSource } from './removals.ts';
export { findRowReceipt, type RowReceipt } from './row-receipt.ts';
export { integrate, type Log } from './sequencer.ts';
export { type DerivedTable, type LoggedRow, type LogSource, paged } from './source.ts';
export { type LoggedRowColumns, stateSource, type TableStatements, tableSource } from './table-source.ts';
export { type VerifiedLog, verifyLog } from './verify-log.ts';
export { openWitness, type Witness, type WitnessAnswer } from './witness/witness.ts';
