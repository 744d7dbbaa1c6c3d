/** Words of the consultations' pages. */

const zh = {
  catalogue: '信息目录',
  title: '目录征求意见',
  description: '正在公开征求意见和已经结束的目录草案。',
  lead: '目录的修改先公开征求意见，任何人都可以提，不必登录、不必留名。意见经信用中心查看后公开显示；不予显示的，写明原因。',
  none: '目前没有征求意见的草案。',
  item: '信息事项',
  state: '状态',
  period: '征求意见',
  from: '开始',
  closes: '截止（不含当日）',
  states: {
    open: '征求意见中',
    over: '已截止，正在研究',
    waiting: '已结束，报请启用',
    withdrawn: '不再推进',
  },
  draftOf: (name: string) => `“${name}”修改草案`,
  why: '修改理由',
  outcome: '意见采纳情况',
  changes: '修改内容',
  changesSay: '左为现行目录，右为草案。',
  noChanges: '草案内容已与现行目录一致。',
  comments: '公众意见',
  noComments: '还没有公开显示的意见。',
  withheld: (because: string) => `（此条未显示。原因：${because}）`,
  send: '提交意见',
  label: '您的意见',
  hint: '4 至 2000 字。意见会公开，请不要写姓名、证件号、电话、地址。',
  sent: '已收到您的意见。信用中心查看后会在本页显示。',
  closed: '征求意见已经截止，不再接收新的意见。',
  currentItem: '现行目录中的这一事项',
};

/** What both languages must say. */
export type ConsultationWords = typeof zh;

const en: ConsultationWords = {
  catalogue: 'Catalogue',
  title: 'Consultations on the catalogue',
  description: 'Drafts of the catalogue that are open for comments, and those that were.',
  lead: 'A change of the catalogue is laid out for comment first. Anybody may write, without signing in and without a name. Comments are shown once the credit centre has looked at them; where one is not shown, the reason is.',
  none: 'No draft is open for comments now.',
  item: 'Item',
  state: 'State',
  period: 'Open for comments',
  from: 'From',
  closes: 'Closes on (exclusive)',
  states: {
    open: 'Open for comments',
    over: 'Closed, being weighed',
    waiting: 'Ended, to be put in force',
    withdrawn: 'Given up',
  },
  draftOf: (name) => `Draft change of “${name}”`,
  why: 'Why',
  outcome: 'What became of the comments',
  changes: 'What would change',
  changesSay: 'On the left the catalogue in force, on the right the draft.',
  noChanges: 'The draft says what is in force already.',
  comments: 'Comments',
  noComments: 'No comment is shown yet.',
  withheld: (because) => `(Not shown. Reason: ${because})`,
  send: 'Send your comment',
  label: 'Your comment',
  hint: '4 to 2,000 characters. Comments are public: no names, identity numbers, telephones or addresses.',
  sent: 'Your comment has arrived. It will stand here once the credit centre has looked at it.',
  closed: 'The consultation is closed; no further comments are taken.',
  currentItem: 'This item as it is in force',
};

export const words = { zh, en };
