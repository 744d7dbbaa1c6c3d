/** Words about records that all their pages share, in Chinese. */

import type { HtmlValue } from '../../../platform/html/index.ts';

export const zh = {
  decidedBy: '决定机关',
  decidedOn: '决定日期',
  decisionNo: '文号',
  registeredOn: '登记日期',
  workingDay: (n: number) => (n === 0 ? '当日' : `第 ${n} 个工作日`),
  unfixed: (year: number, date: string) => `${year} 年放假安排公布并载入后确定，最早 ${date}`,
  unfixedDay: '该年放假安排尚未公布，工作日数待定',
  publicFrom: (from: HtmlValue): HtmlValue[] => ['公示于 ', from],
  publicUntil: (until: HtmlValue): HtmlValue => [until, ' 起不再公示'],
  whileValid: '许可有效期内一直公示',
  openEnded: {
    'while-valid': '长期有效，有效期内一直公示',
    'while-listed': '列入期间公示，移出当日撤下',
    'while-registered': '登记存续期间一直公示',
    adverse: '公示期限未定',
  },
  because: {
    ruleNow: (min: number, max: number) => `现行规定：自决定之日起公示，最短 ${min} 个月，最长 ${max} 个月`,
    ruleAtDecision: (max: number) =>
      `作出决定时的规定期限更短（最长 ${max} 个月）；新旧规定如何衔接尚不明确，按先到期的计算`,
    ownPeriod: '法律、行政法规对这类信息另有期限，按其规定',
    fiveYears: '自违法行为终了之日起满五年，无论如何不再公示',
    validUntil: '在有效期内公示，期满撤下',
    openEnded: '依法公开，随其存续而公示',
  },
  classes: { slight: '轻微', general: '一般', serious: '严重' },
  classLabel: '失信等级',
  classAssumed: '处罚机关未注明等级，按处罚种类推定',
  conductEnded: '违法行为终了',
  conductAssumed: '未报送终了日期，按决定日期计算',
  transition: '新旧规定衔接',
  basis: '依据',
  citation: (title: string, article: string) =>
    `《${title}》${article === '正文' || article === '全文' ? '' : article}`,
  comma: '，',
  semicolon: '；',
  stop: '。',
  colon: '：',
  wrong: (authority: string) => `有误？可向${authority}提出。`,
  wrongHow: '怎么办',
  licenceStatus: { '1': '有效', '2': '无效' } as Record<string, string>,
  tenThousand: '万元',
};

/** What both languages must say. */
export type RecordWords = typeof zh;
