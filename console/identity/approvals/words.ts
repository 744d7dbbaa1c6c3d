/** Words of the page of requests under four eyes. */
import type { Bilingual } from '../../language/language.ts';

const zh = {
  title: '审批',
  lead: '撤回信息、授予岗位等事项，一人提出、另一人审批后才生效。任何人不得审批自己提出或涉及自己的申请。',
  open: '等待审批',
  decided: '已办结',
  which: '查看',
  emptyOpen: '没有等待审批的申请。有人提出后会列在这里。',
  emptyDecided: '还没有办结的申请。',
  by: (person: string, unit: string) => `${person}（${unit}）提出`,
  reason: (reason: string) => `申请原因：${reason}`,
  notYours: '须由他人审批。',
  decision: '审批意见',
  decisionHelp: '写明同意或不同意的理由，至少 4 个字；以后核查时可见。',
  decisionShort: '请写明理由，至少 4 个字。',
  approve: '批准',
  refuse: '不批准',
  cancel: '撤销申请',
  states: { approved: '已批准', refused: '不批准', cancelled: '申请人已撤销' } as Record<string, string>,
  decidedBy: (person: string, at: string) => `${person}，${at}`,
  done: { approved: '已批准，立即生效。', refused: '已退回，没有任何改动。' } as Record<string, string>,
  once: '下面的内容只显示这一次，请当面交给本人：',
  onceNames: { password: '一次性密码', loginName: '登录名' } as Record<string, string>,
  show: '查看这一批次',
};

export type ApprovalWords = typeof zh;

const en: ApprovalWords = {
  title: 'Approvals',
  lead: 'Withdrawing records, granting roles and the like: one person asks, and it takes effect once another has approved. Nobody decides what they asked for or what concerns them.',
  open: 'Waiting',
  decided: 'Decided',
  which: 'Show',
  emptyOpen: 'Nothing waits for approval. Requests will stand here once somebody asks.',
  emptyDecided: 'Nothing was decided yet.',
  by: (person, unit) => `Asked by ${person}, ${unit}`,
  reason: (reason) => `Reason: ${reason}`,
  notYours: 'Somebody else must decide.',
  decision: 'Your grounds',
  decisionHelp:
    'Say why or why not, in at least 4 characters; it can be read when the matter is looked at later.',
  decisionShort: 'Give your grounds in at least 4 characters.',
  approve: 'Approve',
  refuse: 'Refuse',
  cancel: 'Take the request back',
  states: { approved: 'Approved', refused: 'Refused', cancelled: 'Taken back' },
  decidedBy: (person, at) => `${person}, ${at}`,
  done: { approved: 'Approved; it has taken effect.', refused: 'Refused; nothing was changed.' },
  once: 'This is shown this once. Hand it to the person directly:',
  onceNames: { password: 'One-time password', loginName: 'Sign-in name' },
  show: 'Show the submission',
};

export const words: Bilingual<ApprovalWords> = { zh, en };
