/** Words of the double-publicity lists, in Chinese. */

export const zh = {
  title: '双公示',
  lead: '行政许可和行政处罚，自作出决定起按法定工作日公示。',
  description: '各部门依法公示的行政许可和行政处罚，可按部门、种类、日期和地区查看。',
  tabs: '许可或处罚',
  filter: '筛选',
  unit: '部门',
  kind: { 'administrative-licence': '许可类别', 'administrative-penalty': '处罚种类' } as Record<
    string,
    string
  >,
  from: '决定日期从',
  to: '到（含当日）',
  area: '地区',
  any: '不限',
  datePattern: '例如 2026-03-01',
  apply: '筛选',
  clear: '清除筛选',
  wrong: {
    from: '起始日期看不懂，请写成 2026-03-01 的形式。',
    to: '截止日期看不懂，请写成 2026-03-01 的形式。',
    order: '截止日期早于起始日期，请对调。',
  },
  list: '公示列表，按决定日期从近到远',
  none: '没有符合的公示信息',
  noneSays: '这里会列出部门公示的决定。请放宽筛选条件，或换一个日期范围。',
  onePage:
    '这里只显示最近的 20 条处罚。要看别的，请按部门、种类或日期缩小范围。处罚信息不提供翻页和下载，避免被整批抄走、到期后仍在别处流传。',
  withoutSoleTraders: '个体工商户不在列表和下载里，可以用完整名称或代码查到。',
  download: '下载这个列表（CSV）',
  registrations: '下载登记注册信息（CSV）',
};

/** What both languages must say. */
export type DoublePublicityWords = typeof zh;
