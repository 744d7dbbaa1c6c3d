/** The door of notices: telling subjects, their contact, and what they were told. */
export { type Contact, findContact, registerContact, sendToContact } from './contact.ts';
export { deliverNotices } from './deliver.ts';
export { forgetNotices, noticeTables } from './forget-notices.ts';
export type { NoticeKind } from './kinds.ts';
export { noticeSources } from './log-sources.ts';
export { listDueEnds, listNotices, type News, type Notice, seeNotices, tell, tellPerson } from './tell.ts';
export {
  listUnitNotices,
  tellUnits,
  type UnitNews,
  type UnitNotice,
  unitNoticeKinds,
} from './unit-notices.ts';
