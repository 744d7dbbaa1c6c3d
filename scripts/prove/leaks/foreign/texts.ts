/** Sentences of administrative acts with a place (｜) where a careless officer lets a person's number slip in. */
import { between, type Draw, digits, oneOf } from './draw.ts';

const PEOPLE = [
  '张某',
  '王建国',
  '李秀英',
  '刘某某',
  '陈伟',
  '孙桂兰',
  '赵磊',
  '经营者周某',
  '法定代表人吴某',
  '驾驶员郑强',
];

const AROUND = [
  '经查，当事人｜于2024年3月15日在未取得食品经营许可证的情况下从事餐饮服务，违法所得1280.50元。',
  '现场检查发现，该单位安全员｜未按规定佩戴防护用品，灭火器压力不足3具，其行为违反《中华人民共和国消防法》第十六条。',
  '执法人员于2025年11月2日9时30分对位于工业园区的仓库进行检查，现场负责人｜，库内存放过期农药42瓶。',
  '投诉人｜反映该店销售的奶粉（批号20240506A）变质，经核实情况属实，货值金额3,600.00元。',
  '鲁J8K216号重型货车（车主｜）运输渣土未密闭，沿途遗撒约120米，依据《大气污染防治法》第一百一十六条处罚。',
  '未按期公示2023年度年度报告，通过登记的住所无法联系，联系人｜。',
  '预包装食品销售；五金产品零售；日用百货销售。｜（依法须经批准的项目，经相关部门批准后方可开展经营活动）',
  '拖欠工人｜等3人工资合计45600元，经责令限期改正（泰人社监令字〔2025〕第0138号）逾期未改。',
  '当事人｜在2号厂房使用未经检验的叉车（产品编号010307654321），责令停止使用。',
  '罚款贰仟元整，缴至财政专户，逾期每日按3%加处罚款。｜',
  '｜，未取得医师资格擅自执业，没收药品器械，处以罚款5万元。',
  '抽检样品编号SC2437090012，检验结论不合格；送达回证签收人：｜；送达日期：2025-07-09。',
];

/** Words written before a number, by what it is. */
export const LABELS = {
  identity: [
    '身份证号：',
    '身份证号码',
    '公民身份号码：',
    '居民身份证',
    '身份证',
    '证件号码:',
    'ID:',
    '（身份证号）',
    '证号：',
  ],
  phone: [
    '电话：',
    '联系电话',
    '手机',
    '手机号码：',
    'Tel:',
    'TEL',
    '联系方式：',
    '微信同号',
    '电话（微信）',
    '手机号',
  ],
  card: ['银行卡号：', '卡号', '账号：', '收款账户', '农行卡', '工资卡号：', '中国工商银行卡号', '账户'],
  mail: ['邮箱：', '电子邮箱', 'E-mail:', 'email', '邮箱地址：', '电子邮件'],
  home: ['住址：', '家住', '家庭住址：', '户籍地址：', '现住', '户籍所在地', '经常居住地：', '居住地址'],
} as const;

/** A sentence around what is leaked, with a person's name before it more often than not. */
export function sentenceAround(draw: Draw, leak: string): string {
  const person = draw() < 0.7 ? oneOf(draw, PEOPLE) + oneOf(draw, ['', '，', '（', ' ', '：']) : '';
  const closed = person.endsWith('（') ? `${person}${leak}）` : person + leak;
  return oneOf(draw, AROUND).replace('｜', () => closed);
}

/** What may stand hard against a number in such texts: an amount, a day, a mark, a Latin word. */
export function neighbours(draw: Draw): [before: string, after: string] {
  return oneOf(draw, [
    ['罚款500元', '张某'],
    ['2025年7月9日', '送达'],
    ['No', ''],
    ['第3号', '号'],
    ['abc', 'def'],
    ['/', '/'],
    ['=', '&'],
    ['*', '*'],
    ["'", ''],
    ['"', '"'],
    ['<', '>'],
    ['¥1200,', ',共2人'],
    [`${between(draw, 1, 9)}、`, `；${digits(draw, 1)}人`],
    ['https://example.com/?q=', '&p=1'],
    ['{"value":"', '"}'],
  ] as const) as [string, string];
}
