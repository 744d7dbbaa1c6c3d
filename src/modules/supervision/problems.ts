/** What can go wrong with the register of incidents. */
import { defineProblem } from '../../platform/problem.ts';

export const incidentNotFound = defineProblem({
  type: 'incident-not-found',
  status: 404,
  title: { zh: '没有这个事件', en: 'There is no such incident' },
  advice: {
    zh: '请检查编号。事件登记簿由信用中心的管理员登记，审计人员可以查看。',
    en: 'Check the number. The register is kept by the credit centre’s administrators; its auditors read it.',
  },
});

export const stepNotOpen = defineProblem({
  type: 'incident-step-not-open',
  status: 409,
  title: {
    zh: '这一步已经完成，或者这个事件不需要',
    en: 'This step is done, or this incident does not need it',
  },
  advice: { zh: '请打开事件，查看还有哪些步骤。', en: 'Open the incident to see which steps are left.' },
});

export const stepsLeft = defineProblem({
  type: 'incident-steps-left',
  status: 409,
  title: { zh: '还有法定步骤没有完成', en: 'Steps that the law asks for are left' },
  advice: {
    zh: '请先完成并记录每一步，再关闭事件。',
    en: 'Do and note every step first, then close the incident.',
  },
});
