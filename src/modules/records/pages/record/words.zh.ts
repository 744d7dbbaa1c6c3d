/** Words of a record's page, in Chinese. */

export const zh = {
  untilHeading: '公示到什么时候',
  untilDay: (date: string) => `${date} 起不再公示`,
  repairFrom: (date: string) => `${date} 起可以申请信用修复，提前结束公示`,
  repairNow: (date: string) => `${date} 起已可以申请信用修复，提前结束公示`,
  repairHow: '怎样申请',
  wrongHeading: '觉得有误？',
  wrong: (authority: string) =>
    `请向作出决定的${authority}提出，也可以向本市公共信用信息工作机构提出，并附上证明材料（山东省社会信用条例第三十九条）。`,
  factsHeading: '这条信息',
  subject: '单位',
  code: '统一社会信用代码',
  item: '类别',
  fieldsHeading: '公开的全部内容',
  fieldsSay: '按数据标准逐项列出；没有列出的，不公开或者没有填报。',
  clocksHeading: '报送与公示用了多少工作日',
  clocksSay: '自作出决定的次日起算，作出决定后的第一个工作日为第 1 日。',
  handedIn: '部门报送',
  madePublic: '向社会公示',
  platform: '其中平台用时',
  platformDays: (n: number) => (n === 0 ? '不到 1 个工作日' : `${n} 个工作日`),
  limit: (days: number) => `法定时限 ${days} 个工作日`,
  noLimit: '当时没有法定时限',
  due: (date: string) => `最迟 ${date}`,
  inTime: '按期',
  late: (days: number) => `超过 ${days} 个工作日`,
  version: (n: number) => `本信息经过更正，这是第 ${n} 次报送的内容。`,
  receiptHeading: '防篡改凭证',
  receiptSays:
    '下面是本条信息的承诺值，由平台的透明日志签名。保存它，日后即可证明平台当时公示过什么；它不透露未公开的内容。',
  receiptProof: '证明本信息已载入日志',
  receiptLog: '怎样核验',
  home: '查询',
};

/** What both languages must say. */
export type RecordPageWords = typeof zh;
