/** Words of the pieces that every page uses. */
import type { Bilingual } from '../language/language.ts';

const zh = {
  loading: '正在读取……',
  more: '显示更多',
  retry: '重试',
  traceId: '报告编号',
  fieldErrors: '需要改正',
  mend: '请改正后再试。',
  unexpected: '页面出了问题',
  unexpectedAdvice: '请刷新页面；已经报送的数据不受影响。',
  reload: '刷新页面',
  scrollable: '可左右滚动的表格',
  state: {
    received: '已接收，等待处理',
    reading: '正在处理',
    waiting: '等待复核放行',
    settled: '已处理',
    refused: '整体拒收',
    withdrawn: '已撤回',
  } as Record<string, string>,
  severity: { error: '错误', held: '待核实', warning: '提醒', info: '说明' } as Record<string, string>,
  workingDay: (n: number) => `第${n}个工作日`,
  sameDay: '当日',
  notCounted: '工作日数待当年放假通知录入后确定',
};

export type PartsWords = typeof zh;

const en: PartsWords = {
  loading: 'Loading …',
  more: 'Show more',
  retry: 'Try again',
  traceId: 'Reference',
  fieldErrors: 'To be corrected',
  mend: 'Correct this and try again.',
  unexpected: 'Something is wrong with this page',
  unexpectedAdvice: 'Reload the page; what was handed in is not affected.',
  reload: 'Reload the page',
  scrollable: 'Table that scrolls sideways',
  state: {
    received: 'Received, waiting',
    reading: 'Being processed',
    waiting: 'Waits for release',
    settled: 'Processed',
    refused: 'Refused as a whole',
    withdrawn: 'Withdrawn',
  },
  severity: { error: 'Error', held: 'On hold', warning: 'Warning', info: 'Note' },
  workingDay: (n) => `working day ${n}`,
  sameDay: 'same day',
  notCounted: 'working days are counted once the holiday notice of the year is loaded',
};

export const words: Bilingual<PartsWords> = { zh, en };
