/** The door of intake for other modules and the app: handing in, the words of findings, and what waits. */
export { FINDING_RULES } from './finding-words.ts';
export { openFindingsFile } from './findings-file.ts';
export { countOpenWork, countWorkOf } from './open-work.ts';
export { itemNotYours, submissionNotFound } from './problems.ts';
export { countRows, openStoredZip } from './stored-package.ts';
export { getSubmission, listLastByChannel, type Submission } from './submission-view.ts';
export { type Acknowledgement, type Channel, submitFile } from './submit-file.ts';
export { destroyKeptUploads } from './sweep-files.ts';
export { templateCsv } from './templates/template-csv.ts';
export { templateXlsx } from './templates/template-xlsx.ts';
