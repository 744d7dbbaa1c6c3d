/** The door of notices: telling subjects, their contact, and what they were told. */
export { type Contact, findContact, registerContact, sendToContact } from './contact.ts';
export { deliverNotices } from './deliver.ts';
export type { NoticeKind } from './kinds.ts';
export { listDueEnds, listNotices, type News, type Notice, seeNotices, tell } from './tell.ts';
