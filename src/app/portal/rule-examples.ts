/** Examples for rules that a cell can show: how it should not stand in the file, and how it should. */

/** Cells as an officer would type them; the values are invented. */
export const ruleExamples: Readonly<Record<string, { readonly wrong: string; readonly right: string }>> = {
  date: { wrong: '2026/2/30', right: '2026/02/27' },
  'date.order': { wrong: '2026/03/01 – 2025/02/28', right: '2026/03/01 – 2031/02/28' },
  'uscc.length': { wrong: '9137010076287606', right: '91370100762876064G' },
  'uscc.alphabet': { wrong: '9137O1OO762876O64G', right: '91370100762876064G' },
  'uscc.check-character': { wrong: '913701007628760648', right: '91370100762876064G' },
  'uscc.lower-case': { wrong: '91370100762876064g', right: '91370100762876064G' },
  'uscc.is-name': { wrong: '清和市鑫源建材有限公司', right: '91370100762876064G' },
  'name.is-code': { wrong: '91370100762876064G', right: '清和市鑫源建材有限公司' },
  'list.value': { wrong: '罚金', right: '罚款' },
  'list.other': { wrong: '其他-', right: '其他-责令改正' },
  amount: { wrong: '2万元', right: '2' },
  'amount.negative': { wrong: '-2', right: '2' },
  'amount.decimals': { wrong: '2.12345678', right: '2.123456' },
  'amount.unit': { wrong: '20000（罚款2万元）', right: '2（罚款2万元）' },
  'amount.differs': { wrong: '3（罚款2万元）', right: '2（罚款2万元）' },
  'text.formula': { wrong: '=HYPERLINK("…")', right: '（文字）' },
  'party.class-differs': { wrong: '法人及非法人组织 92370100…', right: '个体工商户 92370100…' },
};
