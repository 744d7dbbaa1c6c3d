/** Examples for rules that a cell can show: how it should not stand in the file, and how it should. */

/** Cells as an officer would type them; the values are invented. */
export const ruleExamples: Readonly<Record<string, { readonly wrong: string; readonly right: string }>> = {
  date: { wrong: '2026/2/30', right: '2026/02/27' },
  'date.order': { wrong: '2026/03/01 – 2025/02/28', right: '2026/03/01 – 2031/02/28' },
  'uscc.length': { wrong: '9137189900000001X', right: '9137189900000001XJ' },
  'uscc.alphabet': { wrong: '91371899OOOOOOO1XJ', right: '9137189900000001XJ' },
  'uscc.check-character': { wrong: '9137189900000001XK', right: '9137189900000001XJ' },
  'uscc.lower-case': { wrong: '9137189900000001xj', right: '9137189900000001XJ' },
  'uscc.is-name': { wrong: '清和市鑫源建材有限公司', right: '9137189900000001XJ' },
  'name.is-code': { wrong: '9137189900000001XJ', right: '清和市鑫源建材有限公司' },
  'list.value': { wrong: '罚金', right: '罚款' },
  'list.other': { wrong: '其他-', right: '其他-责令改正' },
  amount: { wrong: '2万元', right: '2' },
  'amount.negative': { wrong: '-2', right: '2' },
  'amount.decimals': { wrong: '2.12345678', right: '2.123456' },
  'amount.unit': { wrong: '20000（罚款2万元）', right: '2（罚款2万元）' },
  'amount.differs': { wrong: '3（罚款2万元）', right: '2（罚款2万元）' },
  'text.formula': { wrong: '=HYPERLINK("…")', right: '（文字）' },
  'party.class-differs': { wrong: '法人及非法人组织 92371899…', right: '个体工商户 92371899…' },
};
