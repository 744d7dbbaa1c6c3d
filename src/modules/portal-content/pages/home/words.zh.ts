/** Words of the home page, in Chinese. */

export const zh = {
  platform: '公信',
  heading: '查一家单位的公共信用信息',
  lead: '企业、事业单位、社会组织和个体工商户的登记、许可和处罚，依法公示在这里。查询免费，不用登录。',
  description: '查询企业等单位依法公示的登记、许可和处罚信息，写明谁决定、什么时候、依据什么、到哪天为止。',
  doorsHeading: '您还可以',
  doors: [
    { path: '/double-publicity', name: '看双公示', says: '各部门最近公示的行政许可和行政处罚。' },
    { path: '/timeliness', name: '看部门报送是否及时', says: '每个部门有多少决定按期报送、按期公示。' },
    { path: '/help', name: '找帮助', says: '我为什么在这里？公示到哪天？写错了怎么办？' },
    { path: '/law', name: '看依据', says: '每一类信息、每一个期限来自哪部法规的哪一条。' },
    { path: '/charter', name: '读平台章程', says: '平台能做什么、不能做什么，共十三条。' },
    { path: '/console', name: '部门登录', says: '报送数据、查看校验结果。', everyLanguage: true },
  ] as { path: string; name: string; says: string; everyLanguage?: true }[],
  figuresHeading: '目前的数字',
  asOf: '统计截至',
  subjects: '已登记在库的单位',
  subjectsUnit: '家',
  records: '正在公示的信息',
  recordsUnit: '条',
  ofWhich: (parts: string[]) => `其中${parts.join('，')}`,
  part: (name: string, count: string) => `${name} ${count} 条`,
  onTime: '近十二个月按期公示',
  onTimeSays: '自作出决定起，在法定工作日内公示的比例',
  nothingCounted: '暂无可统计的决定',
};

/** What both languages must say. */
export type HomeWords = typeof zh;
