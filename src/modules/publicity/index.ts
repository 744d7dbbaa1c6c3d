/** The door of publicity: the dated rules, and from when until when a record is public and why. */
export { listOwnPeriods, listPenaltyClasses, listPublicityRules } from './list-rules.ts';
export { loadPublicity } from './load.ts';
export { publicitySource } from './log-source.ts';
export * from './pure.ts';
