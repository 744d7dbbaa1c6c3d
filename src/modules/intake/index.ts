/** The door of intake for other modules and the app: handing in, following, withdrawing, deciding. */
export { decideHeldRow } from './decide-held-row.ts';
export { FINDING_RULES } from './finding-words.ts';
export { countOpenWork } from './open-work.ts';
export { getSubmission, listFindings, listSubmissions, type Submission } from './submission-view.ts';
export { type Acknowledgement, type Channel, submitFile } from './submit-file.ts';
export { withdrawSubmission } from './withdraw-submission.ts';
