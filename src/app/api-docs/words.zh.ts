/** Words of the pages that show the API, in Chinese. */

export const zh = {
  title: '接口文档',
  lead: '公众数据无需登录；各部门的程序用客户端编号和密钥取得令牌后报送数据。接口名称和字段说明用英文书写，错误信息按 Accept-Language 用中文或英文返回。',
  document: '机器可读的完整描述（OpenAPI 3.1）',
  licence: '许可',
  version: '版本',
  groups: '接口分组',
  groupTitles: {
    public: '公众数据',
    law: '法规与日历',
    submissions: '数据报送',
    'held rows': '待核数据',
    records: '本单位信息',
    quality: '本单位质量',
    units: '归集责任单位',
    session: '登录',
    oauth: '机器令牌',
    health: '运行状态',
  } as Readonly<Record<string, string>>,
  who: '谁可以调用',
  everybody: '任何人，无需登录',
  clients: '机器客户端',
  roles: {
    'data-officer': '数据员',
    'case-officer': '业务员',
    administrator: '管理员',
  } as Readonly<Record<string, string>>,
  parameters: '参数',
  body: '请求正文',
  answer: '响应',
  problems: '可能的错误',
  anyProblem: '任何接口都可能返回：',
  example: '示例',
  name: '名称',
  place: '位置',
  type: '类型',
  meaning: '说明',
  required: '必填',
  optional: '可选',
  places: { query: '查询', path: '路径', header: '请求头', cookie: 'Cookie' } as Readonly<
    Record<string, string>
  >,
  fieldsOf: (what: string) => `${what}的字段`,
  back: '接口文档',
};

export type DocsWords = typeof zh;
