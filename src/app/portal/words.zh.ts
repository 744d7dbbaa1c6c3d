/** Words of the portal's frame, in Chinese. */

export const zh = {
  platform: '公信',
  tagline: '公共信用信息公示',
  skip: '跳到正文',
  navigation: '主导航',
  sections: [
    { path: '/search', name: '查询' },
    { path: '/double-publicity', name: '双公示' },
    { path: '/timeliness', name: '报送及时率' },
    { path: '/law', name: '依据' },
    { path: '/help', name: '帮助' },
  ],
  otherLanguage: 'English',
  demo: '演示数据',
  demoSays: '清和市以及页面上的单位、企业和文书都是虚构的。',
  footer: '页脚',
  footerLinks: [
    { path: '/charter', name: '平台章程' },
    { path: '/catalogue', name: '信息目录' },
    { path: '/law', name: '法律依据' },
    { path: '/log', name: '透明日志' },
    { path: '/removals', name: '公示信息移除统计' },
    { path: '/rules', name: '数据校验规则' },
    { path: '/problems', name: '错误说明' },
    { path: '/api/docs', name: '接口文档' },
    { path: '/help', name: '帮助' },
  ],
  forDepartments: '部门登录',
  promise: '只公示法律要求公示的信息，到期自动撤下。不打分，不排名。',
  printed: (address: string) => `打印自 ${address}`,
  home: '返回首页',
  problemHeading: '出了什么问题',
  whatToDo: '可以怎么办',
  traceId: '追踪编号',
  problems: {
    title: '错误说明',
    lead: '请求不能完成时，平台会说明是哪一种情况、可以怎么办。这里逐一列出。',
    status: 'HTTP 状态码',
    type: '类型',
  },
  rules: {
    title: '数据校验规则',
    lead: '各部门报送的每一行数据都按下列规则校验，结果逐行逐列告知报送单位。规则对所有单位相同，全部公开。',
    rule: '规则',
    outcome: '后果',
    mend: '怎样改正',
    example: '举例',
    wrong: '不可',
    right: '可以',
    severity: {
      error: '错误：本行不入库，改正后可重新提交',
      warning: '提醒：本行入库，请核对',
      held: '待核：本行暂不公示，由工作人员核实后决定',
      info: '说明：不影响入库',
    },
    severityShort: { error: '错误', warning: '提醒', held: '待核', info: '说明' },
    placeholders: '花括号里的内容在实际提示中会换成具体的列名或数值。',
    groups: {
      file: '文件',
      header: '表头',
      row: '行与单元格',
    },
  },
};

/** What both languages must say. */
export type FrameWords = typeof zh;
