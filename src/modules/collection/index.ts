/** The door of the collection list: who owes what, what came of it, and the round that counts and reminds. */
export { type Assignment, assignItem, endAssignment, listAssignments } from './assign.ts';
export { countDeliveries } from './count-deliveries.ts';
export { declareDelivery, declareNil, withdrawNilReport } from './declare.ts';
export type { DueState } from './due-state.ts';
export { type Due, listDues, readDues } from './list-dues.ts';
export { runCollectionRound } from './remind.ts';
