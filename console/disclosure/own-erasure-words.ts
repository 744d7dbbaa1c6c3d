/** Words of a natural person's own request for erasure. */
import type { Bilingual } from '../language/language.ts';

const zh = {
  title: '要求删除我的信息',
  lead: '认为这些信息不该再保存的，可以在这里提出。由信用中心两人分别核对、决定；批准后立即删除，不能恢复。不收费。',
  ground: '理由',
  groundFault: '请选一个理由。',
  ask: '提出删除',
  kept: '删除后仍会保留的',
  keptBecause: (what: string, basis: string) => `${what}（${basis}）`,
  asked: (on: string) => `${on} 提出`,
  due: (on: string) => `最晚 ${on} 答复`,
  dueEarliest: (on: string) => `最早 ${on}；之后的放假安排还没有公布，可能更晚`,
  overdue: '已经超过答复期限，可以向市级主管部门反映',
  waiting: '办理中',
  refused: (on: string) => `${on} 答复：没有同意`,
};

export type OwnErasureWords = typeof zh;

const en: OwnErasureWords = {
  title: 'Ask that my information be erased',
  lead: 'If this should be kept no longer, say so here. Two people of the credit centre check and decide; once approved it is erased at once and for good. It is free.',
  ground: 'Ground',
  groundFault: 'Choose a ground.',
  ask: 'Ask for erasure',
  kept: 'What stays after an erasure',
  keptBecause: (what, basis) => `${what} (${basis})`,
  asked: (on) => `Asked on ${on}`,
  due: (on) => `answered by ${on}`,
  dueEarliest: (on) =>
    `${on} at the earliest; the holidays after it are not announced yet, so it may be later`,
  overdue: 'The day of the answer has passed; you may tell the department above',
  waiting: 'being handled',
  refused: (on) => `Answered on ${on}: not agreed`,
};

export const words: Bilingual<OwnErasureWords> = { zh, en };
