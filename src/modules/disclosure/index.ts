/** The door of disclosure: the gate, looks at rows on hold, a subject's own file, and who looked. */
export { type Access, listAccesses } from './access-history.ts';
export { listExportFiles } from './bulk-export/end.ts';
export { type Disclosure, type DisclosureRequest, disclose } from './disclose.ts';
export { type ShownHeldRow, writeHeldRowLook } from './held-rows.ts';
export { loadPurposes } from './load.ts';
export { accessSource } from './log-source.ts';
export { type OwnFile, readOwnFile } from './own-file.ts';
export { accessNotWritable } from './problems.ts';
export { type Purpose, type PurposeName, purposesData } from './purposes-data.ts';
export { tellOfAdverseRecords, tellOfEnds } from './tell-subjects.ts';
