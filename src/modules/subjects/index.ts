/** The door of the module subjects for other modules and for app/. */
export { type AppliedRegistrations, applyRegistrations } from './apply-registrations.ts';
export { isC13 } from './c13.ts';
export {
  findKnownSubject,
  findKnownSubjectById,
  findKnownSubjectsById,
  subjectIdsOfKeys,
} from './find-known-subject.ts';
export { findSubject, findSubjectById, findSubjectByLegacy, type Subject } from './find-subject.ts';
export { listMerges, type MergeEntry } from './list-merges.ts';
export { aliasSources } from './log-sources.ts';
export { type Merge, mergeSubjects } from './merge-subjects.ts';
export { type NameColumns, nameColumns } from './name-columns.ts';
export { subjectNotFound } from './problems.ts';
export { type RegistrationOptions, registerUnknown, SubjectIdTaken } from './register-unknown.ts';
export type { RegistrationStatus } from './registration-status.ts';
export { type ResolveOptions, resolveStaged, type Verdict } from './resolve-staged.ts';
export {
  type FoundSubject,
  MOST_RESULTS,
  type SearchOptions,
  type SearchPage,
  searchNames,
} from './search-names.ts';
export { splitSubjects } from './split-subjects.ts';
export { subjectIdFor } from './subject-id.ts';
export { type Suggestion, suggestNames } from './suggest-names.ts';
export { withdrawRegistrations } from './withdraw-registrations.ts';
