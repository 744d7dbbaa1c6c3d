/** What can go wrong with findings and with the register of incidents. */
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

export const findingNotFound = defineProblem({
  type: 'finding-not-found',
  status: 404,
  title: { zh: '没有这个问题', en: 'There is no such finding' },
  advice: {
    zh: '请从本单位的自查清单中打开；其他单位的问题由该单位办理。',
    en: 'Open it from your unit’s own list. Findings of other units are theirs to answer.',
  },
});

export const findingOver = defineProblem({
  type: 'finding-over',
  status: 409,
  title: { zh: '这个问题已经改正', en: 'This finding is mended already' },
  advice: {
    zh: '最近一次自查没有再发现它，不需要再办理。请刷新清单。',
    en: 'The last self-check did not find it again, so nothing is left to do. Reload the list.',
  },
});

export const assigneeNotOfUnit = defineProblem({
  type: 'assignee-not-of-unit',
  status: 409,
  title: { zh: '只能交给本单位在职的人员', en: 'It can be given to somebody of your unit alone' },
  advice: {
    zh: '请选择本单位的一个在用账户。',
    en: 'Choose an account of your unit that is in use.',
  },
});
