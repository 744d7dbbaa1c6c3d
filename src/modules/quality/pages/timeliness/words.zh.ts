/** Words of the timeliness pages, in Chinese. */

export const zh = {
  title: '报送及时率',
  lead: '作出决定后，要在法定工作日内报送并公示。这里按部门列出做到了多少。',
  description: '各部门行政许可、行政处罚按期报送、按期公示的比例。',
  howHeading: '怎样计算',
  how: [
    '按期，是指自作出决定起，在当时的法定工作日内（一般 7 个工作日，市场监管部门的处罚 20 个工作日）。',
    '“按期报送”是部门的责任；“按期公示”还包括平台用掉的时间，两者之差就是平台的责任。',
    '放假安排还没有公布的年份无法计算工作日，这些决定不算按期，也不算逾期，单独列出。',
  ],
  items: '类别',
  period: (from: string, to: string) => `${from} 至 ${to} 作出的决定`,
  asOf: '统计截至',
  byMonth: '全市各月按期公示的比例',
  byMonthOf: (unit: string) => `${unit}各月按期公示的比例`,
  monthTable: '各月数字',
  byUnit: '各部门',
  unit: '部门',
  month: '月份',
  records: '决定数',
  handedIn: '按期报送',
  madePublic: '按期公示',
  average: '平均报送用时（工作日）',
  unfixed: '待定',
  gaps: '文号缺号',
  notCounted: '—',
  none: '还没有可统计的决定',
  noneSays: '部门报送许可、处罚之后，这里会列出各部门按期的比例。',
  gapsShort: '“文号缺号”是同一字号中间缺少的号数，点开部门可以看到是哪些号。缺号只是一个疑问，不能证明漏报。',
  gapsHeading: '文号缺号',
  gapsSay:
    '同一字号的文书按顺序编号，中间缺少的号列在下面。缺号只是一个疑问，不能证明漏报：作废、不予公示或者不属于归集范围的文书也会占号。',
  series: '字号',
  range: '号段',
  present: '已报送',
  missing: '缺少的号',
  moreMissing: (n: number) => `等，共 ${n} 个`,
  noGaps: '没有发现缺号。',
  league: '部门数据质量：完整率、合规率、及时率、上报率、入库率、准确率',
  selfCheck: '每日自查：各单位超期公示、越权查看等问题的条数',
  decisions: '看这个部门公示的决定',
};

/** What both languages must say. */
export type TimelinessWords = typeof zh;
