/** The problems of law: a year's holiday notice, and rules that wait. */
import { defineProblem } from '../../platform/problem.ts';

export const calendarYearKnown = defineProblem({
  type: 'calendar-year-known',
  status: 409,
  title: { zh: '这一年的放假通知已经加载', en: 'The notice of that year is loaded already' },
  advice: {
    zh: '已加载的年份不能改写，因为到期日已按它计算。如通知有调整，请更新 data/calendar 后升级。',
    en: 'A loaded year is not overwritten, since due days were computed by it. If the notice was amended, update data/calendar with the next release.',
  },
});

export const calendarYearNotNext = defineProblem({
  type: 'calendar-year-not-next',
  status: 409,
  title: { zh: '年份不相连', en: 'The years would not follow each other' },
  advice: {
    zh: '请先加载紧接最后一年的那一年的通知。',
    en: 'Load the notice of the year right after the last one first.',
  },
});

export const calendarNoticeInvalid = defineProblem({
  type: 'calendar-notice-invalid',
  status: 422,
  title: { zh: '放假通知的内容有误', en: 'The notice of holidays has faults' },
  advice: {
    zh: '请按所列各项，对照国务院办公厅的通知改正后重新提交。',
    en: 'Correct each item listed by the notice of the State Council General Office and send it again.',
  },
});

export const ruleNotWaiting = defineProblem({
  type: 'rule-not-waiting',
  status: 404,
  title: { zh: '没有这条待启用的规则', en: 'No such rule waits' },
  advice: {
    zh: '它可能已经启用，或被更新的版本取代。请打开“待启用规则”查看。',
    en: 'It may be in force already, or a newer version took its place. Look at “Rules waiting”.',
  },
});

export const ruleRefused = defineProblem({
  type: 'rule-refused',
  status: 409,
  title: { zh: '这条规则不能启用', en: 'The rule may not come into force' },
  advice: {
    zh: '每一项都写明了所超出的条款。请按条款收窄规则，或由有权机关制定后再启用。',
    en: 'Each entry names the clause that would be exceeded. Narrow the rule, or have it made by a body that may.',
  },
});

export const instrumentUnknown = defineProblem({
  type: 'instrument-unknown',
  status: 404,
  title: { zh: '依据登记中没有这部文件', en: 'The register has no such instrument' },
  advice: { zh: '全部文件见 /law。', en: 'All instruments are listed at /law.' },
});

export const instrumentEndRefused = defineProblem({
  type: 'instrument-end-refused',
  status: 409,
  title: { zh: '不能这样终止这部文件', en: 'The instrument can’t be ended this way' },
  advice: {
    zh: '请按提示改正日期或接续文件后再提出。',
    en: 'Correct the day or the successor as told, and ask again.',
  },
});

export const paperNotFound = defineProblem({
  type: 'paper-not-found',
  status: 404,
  title: { zh: '本单位没有这份文件', en: 'Your unit has no such paper' },
  advice: {
    zh: '谁制定谁整改：清理意见由制定单位填写。请从本单位的列表中选择。',
    en: 'Whoever made a paper reviews it. Choose from the list of your own unit.',
  },
});
