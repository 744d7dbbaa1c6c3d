/** Words of the departments' quality pages, in Chinese. */
import type { Figure } from '../../league/figures-data.ts';

/** A figure's name and how it is counted. */
type FigureWords = Readonly<Record<Figure, { readonly name: string; readonly how: string }>>;

const figures: FigureWords = {
  completeness: {
    name: '完整率',
    how: '已填的必填单元格 ÷ 应填的必填单元格（数据标准要求必填，或者因其他栏目的内容而必填）。',
  },
  compliance: { name: '合规率', how: '通过全部格式与逻辑校验的行 ÷ 报送的行。' },
  timeliness: {
    name: '及时率',
    how: '在法定工作日内报送的决定 ÷ 可以计算工作日的决定（已公示，且当年放假安排已经公布）。',
  },
  reported: {
    name: '上报率',
    how: '已报送的决定 ÷ 本部门自行申报的台账数量，按事项、按月比较，每月最多计满。没有申报的月份不计。',
  },
  storage: { name: '入库率', how: '已入库的行 ÷ 应入库的行（报送的行，减去重复的、依规不予归集的）。' },
  accuracy: { name: '准确率', how: '报送后没有被本部门更正过的记录 ÷ 全部记录。' },
};

export const zh = {
  title: '部门数据质量',
  lead: '数据质量是部门的责任，所以向社会公开。每个数字都可以用页面下方的原始数据重新算出来。',
  description: '各部门报送公共信用信息的完整率、合规率、及时率、上报率、入库率、准确率。',
  period: (from: string, until: string) => `统计期间：${from} 至 ${until}（含）`,
  figures,
  place: '名次',
  unit: '部门',
  index: '综合',
  chart: '全市六项指标',
  league: '各部门排列',
  item: '信息事项',
  byItem: '按信息事项',
  none: '这段时间没有部门报送',
  noneSays: '部门报送数据之后，这里会列出各部门的数据质量。',
  whole: '合计',
  howHeading: '怎样计算',
  how: [
    '文件按收到的月份统计，决定按作出的月份统计。',
    '比例四舍五入保留四位小数（页面显示为百分数）；没有可统计的内容时不计，显示“—”。',
    '综合指数是各比例按下列权重的加权平均，不可统计的不参加平均；可统计的不足三项的，不计综合指数和名次；指数相同的名次相同。',
    '这里比较的是部门的工作，不是企业，更不是个人。',
  ],
  weight: '权重',
  weights: '指标、算法与权重',
  figure: '指标',
  formula: '算法',
  source: '权重参考一个地级市公开的考核评分办法，属本市自定，可以调整。',
  downloads: '原始数据下载（CSV）',
  downloadsSay: '用下列文件可以独立重算本页的每一个数字；不公示的信息只给到月份。',
  files: {
    submissions: '每一批报送的行数与单元格数',
    'record-dates': '决定、报送、公示日期相同的记录数',
    declarations: '各部门申报的台账数量',
    'time-limits': '法定时限',
    'working-days': '工作日历',
    units: '部门及其领域',
  },
  asJson: '本页数据（JSON）',
  coverage: '归集情况：每一类信息由谁报送，没有归集的是为什么',
  notices: '上级通报与本市统计对照',
  notice: '通报',
  noticeKinds: { 'monthly-notice': '月通报', 'quarterly-evaluation': '季度评估' },
  theirs: '上级',
  ours: '本市',
  paper: '文件',
  timeliness: '逐月及时率与文号缺号',
  rows: '报送行数',
  records: '决定数',
  partOf: (part: string, of: string) => `${part} / ${of}`,
};

/** What both languages must say. */
export type LeagueWords = typeof zh;
