/** The problems of the catalogue. */
import { defineProblem } from '../../platform/problem.ts';

export const itemNotInCatalogue = defineProblem({
  type: 'item-not-in-catalogue',
  status: 404,
  title: { zh: '目录中没有这个信息事项', en: 'The catalogue has no such item' },
  advice: {
    zh: '全部事项见 /api/v1/public/catalogue。',
    en: 'All items are listed at /api/v1/public/catalogue.',
  },
});

export const draftRefused = defineProblem({
  type: 'draft-refused',
  status: 409,
  title: { zh: '不能这样起草', en: 'This may not be drafted here' },
  advice: {
    zh: '每一项都写明了条款和有权制定的机关。请只收窄、指定单位或提前期限，其余请报有权机关。',
    en: 'Each entry names the clause and who may make such a rule. Narrow, assign units or set earlier dates; bring the rest to that body.',
  },
});

export const draftNotFound = defineProblem({
  type: 'draft-not-found',
  status: 404,
  title: { zh: '没有这份草案', en: 'There is no such draft' },
  advice: { zh: '请回到目录草案列表查看。', en: 'Go back to the list of drafts.' },
});

export const draftNotReady = defineProblem({
  type: 'draft-not-ready',
  status: 409,
  title: { zh: '草案还不到这一步', en: 'The draft is not at this step' },
  advice: {
    zh: '草案要先由另一人审核，再公开征求意见到截止日，之后才能报请启用。请刷新查看现在的状态。',
    en: 'A draft is reviewed by somebody else, then open for comments until its closing day, and only then concluded. Look at its present state.',
  },
});

export const ownDraft = defineProblem({
  type: 'own-draft',
  status: 403,
  title: { zh: '不能审核自己起草的', en: 'Nobody reviews their own draft' },
  advice: { zh: '请由信用中心的另一人审核。', en: 'Somebody else of the centre reviews it.' },
});

export const commentsUnread = defineProblem({
  type: 'comments-unread',
  status: 409,
  title: { zh: '还有意见没有处理', en: 'Some comments were not looked at' },
  advice: {
    zh: '请先逐条决定是否显示，再写采纳情况。',
    en: 'Decide on each of them first, then say what became of them.',
  },
});

export const commentNotFound = defineProblem({
  type: 'comment-not-found',
  status: 404,
  title: { zh: '没有这条待处理的意见', en: 'No such comment waits' },
  advice: {
    zh: '它可能已经处理过，请刷新列表。',
    en: 'It may have been judged already; read the list anew.',
  },
});

export const consultationClosed = defineProblem({
  type: 'consultation-closed',
  status: 409,
  title: { zh: '征求意见已经截止', en: 'The consultation is closed' },
  advice: {
    zh: '正在征求意见的草案见 /catalogue/consultations。',
    en: 'Drafts that are open for comments are listed at /catalogue/consultations.',
  },
});

export const commentNamesSomebody = defineProblem({
  type: 'comment-names-somebody',
  status: 400,
  title: { zh: '意见里有号码或地址', en: 'The comment holds a number or an address' },
  advice: {
    zh: '意见会公开显示。请删去身份证号、电话、邮箱、住址等个人信息后再提交，不必留名。',
    en: 'Comments are shown to everybody. Leave out identity numbers, telephones, e-mail and home addresses, and send it again; no name is needed.',
  },
});
