/** The states of a source that is read, each with a sentence that says what is and one that says what to do. */

import type { Language, Words } from '../../../platform/language.ts';
import { fillPlaceholders } from '../../intake/pure.ts';

export type PullState =
  | 'waiting'
  | 'running'
  | 'paused'
  | 'columns-missing'
  | 'columns-changed'
  | 'view-missing'
  | 'watermark-unfit'
  | 'source-away'
  | 'source-slow'
  | 'credentials-refused'
  | 'secret-missing'
  | 'host-not-allowed'
  | 'item-not-supplied'
  | 'source-failed';

type StateWords = { readonly message: Words; readonly advice: Words };

const nothingToDo: Words = { zh: '无需处理。', en: 'Nothing needs to be done.' };
const goesOn: Words = {
  zh: '已读取的位置保存着，恢复后从原处继续，不会漏报。',
  en: 'The place that was read to is kept: it goes on from there, and nothing is lost.',
};

export const pullStates: Readonly<Record<PullState, StateWords>> = {
  waiting: {
    message: {
      zh: '已读到最新，等待下一次。',
      en: 'Everything was read; it waits for the next time.',
    },
    advice: nothingToDo,
  },
  running: {
    message: { zh: '正在逐页读取。', en: 'It is being read page by page.' },
    advice: nothingToDo,
  },
  paused: {
    message: { zh: '已由本单位暂停。', en: 'Your unit has paused it.' },
    advice: {
      zh: `需要时点“恢复”。${goesOn.zh}`,
      en: `Resume it when you want. ${goesOn.en}`,
    },
  },
  'columns-missing': {
    message: { zh: '视图中缺少列：{columns}。', en: 'The view lacks columns: {columns}.' },
    advice: {
      zh: `请在视图中恢复这些列，或变更来源的列对应；一小时内自动再试。${goesOn.zh}`,
      en: `Bring them back in the view, or change which columns are read; it tries again within an hour. ${goesOn.en}`,
    },
  },
  'columns-changed': {
    message: { zh: '列的类型变了：{columns}。', en: 'Columns changed their type: {columns}.' },
    advice: {
      zh: `请核对数据仍是原来的意思，然后点“恢复”，即按新类型读取。${goesOn.zh}`,
      en: `See that the data still mean the same, then resume: the new types count from then on. ${goesOn.en}`,
    },
  },
  'view-missing': {
    message: {
      zh: '来源库中没有这个库或视图，或此账号看不到它。',
      en: 'The source has no such database or view, or this account may not see it.',
    },
    advice: {
      zh: `请核对库名、模式和视图名以及账号的只读权限；一小时内自动再试。${goesOn.zh}`,
      en: `Check the names of database, schema and view and the account’s right to read; it tries again within an hour. ${goesOn.en}`,
    },
  },
  'watermark-unfit': {
    message: {
      zh: '水位列 {column} 不能用来分页：{why}。',
      en: 'The watermark column {column} cannot be paged by: {why}.',
    },
    advice: {
      zh: `请换用每次新增或修改都会增大、不为空的数字或时间列，然后点“恢复”。${goesOn.zh}`,
      en: `Use a number or time that is never empty and rises with every new or changed row, then resume. ${goesOn.en}`,
    },
  },
  'source-away': {
    message: { zh: '连接不上来源库（{code}）。', en: 'The source cannot be reached ({code}).' },
    advice: {
      zh: `请确认来源库在运行、网络可通；会自动再试，间隔逐次加长到一小时。${goesOn.zh}`,
      en: `See that it runs and the network is up; it tries again by itself, in the end once an hour. ${goesOn.en}`,
    },
  },
  'source-slow': {
    message: {
      zh: '来源库在 {seconds} 秒内没有答完，已停止这次查询。',
      en: 'The source did not answer within {seconds} seconds; the question was stopped.',
    },
    advice: {
      zh: `请给水位列建索引，或减小每页行数；会自动再试。${goesOn.zh}`,
      en: `Give the watermark column an index, or read fewer rows a page; it tries again by itself. ${goesOn.en}`,
    },
  },
  'credentials-refused': {
    message: {
      zh: '来源库拒绝了账号或口令（{code}）。',
      en: 'The source refused account or password ({code}).',
    },
    advice: {
      zh: `请核对账号及其读取此视图的权限，更新口令文件；一小时内自动再试。${goesOn.zh}`,
      en: `Check the account and its right to read this view, renew the password’s file; it tries again within an hour. ${goesOn.en}`,
    },
  },
  'secret-missing': {
    message: {
      zh: '平台上没有名为 {secret} 的口令文件。',
      en: 'The platform has no password file named {secret}.',
    },
    advice: {
      zh: `请平台运维人员放入口令文件（见“接入渠道”指南）；一小时内自动再试。${goesOn.zh}`,
      en: `Have the platform’s operator put the file in place (guide “Ways in”); it tries again within an hour. ${goesOn.en}`,
    },
  },
  'host-not-allowed': {
    message: { zh: '平台不允许读取 {host}。', en: 'The platform may not read from {host}.' },
    advice: {
      zh: `请平台运维人员把它列入 GONGXIN_PULL_HOSTS。${goesOn.zh}`,
      en: `Have the platform’s operator add it to GONGXIN_PULL_HOSTS. ${goesOn.en}`,
    },
  },
  'item-not-supplied': {
    message: {
      zh: '本单位现在不归集这个信息事项。',
      en: 'Your unit does not supply this item at present.',
    },
    advice: {
      zh: `请信用中心核对归集清单；一小时内自动再试。${goesOn.zh}`,
      en: `Have the credit centre look at the collection list; it tries again within an hour. ${goesOn.en}`,
    },
  },
  'source-failed': {
    message: { zh: '来源库出错（{code}）。', en: 'The source answered with an error ({code}).' },
    advice: {
      zh: `请来源库的管理员按此代码查看其日志；会自动再试。${goesOn.zh}`,
      en: `Have its administrator look for this code in its log; it tries again by itself. ${goesOn.en}`,
    },
  },
};

/** Why a column cannot be paged by, as parameters that both languages read. */
export const unfitReasons = {
  type: { zh: '它的类型是 {type}', en: 'its type is {type}' },
  empty: { zh: '有的行此列为空', en: 'it is empty in some rows' },
  ties: { zh: '一个值有太多行', en: 'too many rows share one value' },
} as const satisfies Readonly<Record<string, Words>>;

/** The state's two sentences with its parameters. */
export function describePullState(
  state: PullState,
  params: Readonly<Record<string, string>> | null,
  language: Language,
): { readonly message: string; readonly advice: string } {
  const { message, advice } = pullStates[state];
  const reason = unfitReasons[(params?.['reason'] ?? '') as keyof typeof unfitReasons];
  const filled = { ...params, ...(reason ? { why: fillPlaceholders(reason[language], params ?? {}) } : {}) };
  return { message: fillPlaceholders(message[language], filled), advice: advice[language] };
}
