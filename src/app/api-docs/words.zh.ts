/** Words of the pages that show the API, in Chinese. */
import type { DocsWords } from './docs-words.ts';

export const zh: DocsWords = {
  title: '接口文档',
  lead: '公众数据无需登录；各部门的程序用客户端编号和密钥取得令牌后报送数据。接口名称和字段说明用英文书写，错误信息按 Accept-Language 用中文或英文返回。',
  document: '机器可读的完整描述（OpenAPI 3.1）',
  licence: '许可',
  version: '版本',
  groups: '接口分组',
  about: `本市公共信用信息平台：哪些信息依法公开、依据是什么，以及各部门报送数据的途径。

- 公众数据无需登录。信息自入库之日起公开，到 \`inForce.until\` 所示日期为止；此后的回答与从未存在相同，因此请勿在该日之后保留副本。
- 部门的程序用客户端编号和签名（或密钥）从 \`/oauth/token\` 取得令牌，放在 \`Authorization: Bearer …\` 请求头中；每个数据项（\`submit:…\`）、每个目的（\`disclose:…\`）分别授权，令牌含全部授权，也可用 \`scope\` 少取。业务平台使用会话 Cookie。
- 列表放在 \`items\` 中，\`next\` 是下一页的游标：把它送回即得下一页，null 表示没有了。
- 不能办理的请求以 \`application/problem+json\`（RFC 9457）回答，每种 \`type\` 都有一个中英文页面。\`Accept-Language: en\` 或 \`zh\` 决定文字的语言。
- 日期为北京时间的日期（\`YYYY-MM-DD\`），时刻为 UTC（RFC 3339），期间包含 \`from\`、不含 \`until\`，金额单位为万元，信息编号是字符串。`,
  groupAbout: {
    public: '任何人都可以查看的组织信息，无需登录。',
    law: '日历：查询工作日，加载下一年度的放假通知。',
    submissions: '报送文件、查询进度、取回问题清单。',
    'held rows': '需要人工核实属于哪个主体的数据行。',
    records: '本单位报送的信息。',
    me: '主体查看自己的档案：有哪些信息、谁看过、通知、代办人和联系方式。',
    disclosures: '为法定目的、凭事项编号查看非公开信息；每次查看都有记录。',
    quality: '本单位的各项数字。',
    supervision: '每日自查发现的问题，安全事件登记簿。',
    units: '报送数据的单位。',
    accounts: '工作人员的账户和岗位。',
    clients: '本单位的机器客户端：公钥、密钥和限制。',
    approvals: '一人提出、另一人决定的事项。',
    session: '登录业务平台。',
    oauth: '机器客户端的令牌。',
    health: '平台是否在运行、能否提供服务。',
  },
  groupTitles: {
    public: '公众数据',
    law: '法规与日历',
    submissions: '数据报送',
    'held rows': '待核数据',
    records: '本单位信息',
    me: '我的信用档案',
    disclosures: '查看非公开信息',
    quality: '本单位质量',
    supervision: '自查与安全事件',
    units: '归集责任单位',
    session: '登录',
    accounts: '工作人员账户',
    clients: '机器客户端',
    approvals: '审批',
    oauth: '机器令牌',
    health: '运行状态',
  },
  who: '谁可以调用',
  everybody: '任何人，无需登录',
  clients: '机器客户端',
  roles: {
    '*': '所有工作人员',
    'data-officer': '数据专员',
    reviewer: '复核人员',
    checker: '查询人员',
    'case-officer': '核实人员',
    publisher: '发布人员',
    auditor: '审计人员',
    administrator: '管理员',
  },
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
  fieldsOf: (what) => `${what}的字段`,
  back: '接口文档',
};
