/** Words of a subject's page, in Chinese. */

export const zh = {
  home: '查询',
  description: (name: string) => `${name}的登记状态和依法公示的信息。`,
  factsHeading: '登记情况',
  code: '统一社会信用代码',
  formerNames: '曾用名',
  status: '登记状态',
  statuses: { registered: '在册', revoked: '已吊销', deregistered: '已注销', unknown: '未知' },
  registeredOn: '注册日期',
  area: '所在地',
  provisional: '暂未见登记',
  provisionalSays: '代码有效，在部门报送的信息里出现过；登记机关还没有报来它的登记。',
  legacy: '旧号登记',
  legacySays: '最早以统一社会信用代码实行之前的旧号登记，这个标记一直保留。',
  countsHeading: '正在公示的信息',
  countsSay: '只列条数，不作评价。',
  countColumn: '条数',
  itemColumn: '类别',
  itemCount: (n: string) => `${n} 条`,
  none: '目前没有正在公示的信息',
  noneSays: '部门报送后，登记、许可、处罚会按类别列在这里。不再公示的信息与从未有过的信息，在这里没有区别。',
  filter: '按类别看',
  all: '全部',
  timeline: '按时间排列，最近的在前',
  more: (n: string, name: string) => `看全部 ${n} 条${name}`,
  downloads: '下载',
  licences: '行政许可（CSV）',
  lead: '有误？每条信息下面写着可以找谁。',
  page: (n: number) => `第 ${n} 页`,
};

/** What both languages must say. */
export type SubjectWords = typeof zh;
