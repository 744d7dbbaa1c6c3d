/** Why a person is not erased. */
import { defineProblem } from '../../platform/problem.ts';

export const nobodyToErase = defineProblem({
  type: 'nobody-to-erase',
  status: 404,
  title: { zh: '没有此人的信息', en: 'Nothing is held about this person' },
  advice: {
    zh: '请核对身份证件号码；平台没有保存此人的信息，不需要删除。',
    en: 'Check the identity number; nothing is held about this person, so there is nothing to erase.',
  },
});

export const reasonNamesSomebody = defineProblem({
  type: 'reason-names-somebody',
  status: 400,
  title: { zh: '理由中有能识别个人的号码', en: 'The reason holds a number that identifies somebody' },
  advice: {
    zh: '理由会长期保存。请写事项编号和情由，不写身份证件号码、电话、银行卡号或邮箱。',
    en: 'The reason is kept. Give the number of the matter and why; no identity, phone or card numbers and no e-mail.',
  },
});

export const erasureAlreadyAsked = defineProblem({
  type: 'erasure-already-asked',
  status: 409,
  title: { zh: '您已经提出过删除，正在办理', en: 'You have asked for this already, and it is being handled' },
  advice: {
    zh: '请等待答复；答复期限写在“我的信用档案”里。',
    en: 'Wait for the answer; My file says by which day it comes.',
  },
});

export const wishUnknown = defineProblem({
  type: 'erasure-request-unknown',
  status: 404,
  title: { zh: '没有这个等待答复的删除请求', en: 'There is no such request for erasure that waits' },
  advice: {
    zh: '可能已经答复，或者本人的信息已经删除；请刷新列表。',
    en: 'It may be answered, or the person erased already; read the list again.',
  },
});
