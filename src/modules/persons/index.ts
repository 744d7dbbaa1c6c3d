/** The door of persons: appending, ending, erasing, and masked reading of what is held about natural persons. */
export { appendPersons } from './append-persons.ts';
export { type CleanUp, cleanUpAfterErasure } from './clean-up.ts';
export { endPersonVersions } from './end-versions.ts';
export { eraseListed } from './erase-listed.ts';
export { type ErasureGround, erasePerson } from './erase-person.ts';
export { askForErasure, listWishesOf, type Wish } from './erasure-wishes.ts';
export { findPersonSubject, isPersonHeld } from './find-person.ts';
export { listNameChanges, type ShownNameChange } from './list-name-changes.ts';
export { listOwnRecords } from './list-own-records.ts';
export { personSources } from './log-source.ts';
export { type PersonKeys, personKeysOf } from './person-keys.ts';
export type {
  PersonEntry,
  PersonOutcome,
  PersonPayload,
  PersonSettlement,
  ShownPersonRecord,
} from './person-record.ts';
export { erasureAlreadyAsked } from './problems.ts';
export { rotateKeys } from './rotate-keys.ts';
export { openFor, sealFor } from './seal.ts';
export { presentWish, wishGround, wishShape } from './wish-shape.ts';
export { keptAfterErasure, refusalSays, WISH_GROUND_WORDS, WISH_GROUNDS } from './wishes-data.ts';
