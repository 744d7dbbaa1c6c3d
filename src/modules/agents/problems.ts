/** Why an agent or a code is refused. */
import { defineProblem } from '../../platform/problem.ts';

export const readOnlySession = defineProblem({
  type: 'read-only-session',
  status: 403,
  title: { zh: '这次登录只能查看', en: 'This sign-in may only read' },
  advice: {
    zh: '用验证码或代办码登录只能查看。要指定代办人或更换联系方式，请由本单位用全市统一身份认证登录。',
    en: 'A one-time or agent’s code lets you read only. To name agents or change the contact, sign in through the city’s sign-on.',
  },
});

export const organisationsOnly = defineProblem({
  type: 'organisations-only',
  status: 403,
  title: { zh: '只有单位可以使用', en: 'This is for organisations only' },
  advice: {
    zh: '代办人和联系方式只为单位设置。自然人的档案只由本人登录后查看。',
    en: 'Agents and contacts are kept for organisations. A natural person’s file is read by that person alone, signed in.',
  },
});

export const notWithinAgency = defineProblem({
  type: 'not-within-agency',
  status: 403,
  title: { zh: '代办权限不包括这项内容', en: 'The agency does not reach this far' },
  advice: {
    zh: '请让委托的单位在“代办人”里放宽权限或延长期限。',
    en: 'Ask the organisation to widen the limits or move the end of the agency under Agents.',
  },
});

export const agentPeriodRefused = defineProblem({
  type: 'agent-period-refused',
  status: 400,
  title: { zh: '代办期限不合适', en: 'The period of the agency does not fit' },
  advice: {
    zh: '请选择今天之后、一年之内的截止日。',
    en: 'Choose an end after today and within a year.',
  },
});

export const agentNotFound = defineProblem({
  type: 'agent-not-found',
  status: 404,
  title: { zh: '没有这个代办人', en: 'There is no such agent' },
  advice: { zh: '现有代办人见“代办人”页面。', en: 'The agents there are stand on the page Agents.' },
});

export const codeNotAccepted = defineProblem({
  type: 'file-code-not-accepted',
  status: 401,
  title: { zh: '统一社会信用代码或验证码不对', en: 'The unified code or the one-time code is not right' },
  advice: {
    zh: '验证码十分钟内有效、只能用一次、最多试五次。请核对，或重新获取。没有登记联系方式、或者同一联系方式用于五个以上单位的，不能用验证码。',
    en: 'A code is good for ten minutes, once, and for five tries. Check it or ask for another. Without a registered contact, or where one contact serves more than five subjects, codes can’t be used.',
  },
});
