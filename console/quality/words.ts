/** Words of the unit's dashboard. */
import type { Bilingual } from '../language/language.ts';

const zh = {
  title: '工作台',
  asOf: (date: string) => `截至 ${date}`,
  waits: '等待办理',
  inWork: '正在处理的批次',
  withFindings: '近 30 天有误的批次',
  heldRows: '待核实的数据',
  lately: '最近报送',
  all: '查看全部',
  file: '文件',
  receivedAt: '接收时间',
  status: '状态',
  timeliness: '及时率',
  timelinessLead: '按决定月份：自决定之日起在法定期限内公示的份额。期限内工作日尚未确定的不计入。',
  noMonths: '还没有可统计的记录。入库后，这里按月显示及时率。',
  month: '决定月份',
  item: '信息事项',
  records: '记录',
  onTime: '按时公示',
  share: '及时率',
  handedIn: '按时报送',
  days: '平均工作日',
  unfixed: '未确定',
  chart: (item: string) => `${item}：各月及时率`,
  gaps: '文号缺号',
  gapsLead: '文号序列中间没有报送的号码。缺号只是提示核对：可能是作废、未生效或不予归集，不说明漏报。',
  noGaps: '各文号序列没有缺号。',
  series: '文号序列',
  range: '已见号码',
  present: '已报送',
  missing: '缺号',
  missingMore: (n: number) => `等 ${n} 个`,
};

export type QualityWords = typeof zh;

const en: QualityWords = {
  title: 'Dashboard',
  asOf: (date) => `as of ${date}`,
  waits: 'Waiting',
  inWork: 'Submissions being processed',
  withFindings: 'Submissions with errors, last 30 days',
  heldRows: 'Rows on hold',
  lately: 'Handed in lately',
  all: 'Show all',
  file: 'File',
  receivedAt: 'Received',
  status: 'Status',
  timeliness: 'On time',
  timelinessLead:
    'By month of decision: the share made public within the legal limit. Records whose working days are not fixed yet are left out.',
  noMonths:
    'There is nothing to count yet. Once records are accepted, their timeliness stands here by month.',
  month: 'Month of decision',
  item: 'Item',
  records: 'Records',
  onTime: 'Public on time',
  share: 'Share',
  handedIn: 'Handed in on time',
  days: 'Working days, average',
  unfixed: 'Not fixed',
  chart: (item) => `${item}: share on time by month`,
  gaps: 'Gaps in document numbers',
  gapsLead:
    'Numbers inside a series that were not handed in. A gap asks a question and proves nothing: a number may be void, not in effect, or not to be collected.',
  noGaps: 'No series has a gap.',
  series: 'Series',
  range: 'Numbers seen',
  present: 'Handed in',
  missing: 'Missing',
  missingMore: (n) => `and more, ${n} in all`,
};

export const words: Bilingual<QualityWords> = { zh, en };
