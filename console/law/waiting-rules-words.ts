/** Words of the rules that wait. */
import type { Bilingual } from '../language/language.ts';

const zh = {
  title: '待启用规则',
  lead: '更新程序或起草目录后，规则有变化的列在这里，现行规则不受影响。由信用中心的发布人员或管理员提出启用，另一人在“审批”中决定后才生效。',
  none: '没有待启用的规则，现行规则与程序所带的数据一致。',
  origins: { data: '随程序更新', draft: '本地起草' },
  isNew: '新增，现行规则中没有',
  refused: '不能启用，超出下列条款：',
  changes: (n: number) => `与现行规则的不同：${n} 处`,
  same: '内容相同。',
  place: '位置',
  before: '现行',
  after: '启用后',
  reason: '理由',
  reasonHelp: '写明与哪份文件核对过，至少四个字',
  ask: '提出启用',
  asked: '已经提出，等待另一人在“审批”中决定。',
};

export type WaitingRulesWords = typeof zh;

const en: WaitingRulesWords = {
  title: 'Rules waiting',
  lead: 'What an update of the program or a draft would change stands here; what is in force stays as it is. A publisher or administrator of the centre asks, somebody else decides under “Approvals”, and only then it takes effect.',
  none: 'No rule waits: what is in force is what the program’s data says.',
  origins: { data: 'With an update', draft: 'Drafted here' },
  isNew: 'new, nothing of it is in force',
  refused: 'May not come into force; it would exceed:',
  changes: (n: number) =>
    n === 1 ? '1 place differs from what is in force' : `${n} places differ from what is in force`,
  same: 'The content is the same.',
  place: 'Place',
  before: 'In force',
  after: 'Afterwards',
  reason: 'Reason',
  reasonHelp: 'What it was compared with, four characters or more',
  ask: 'Ask for it to take effect',
  asked: 'Asked for; somebody else decides under “Approvals”.',
};

export const words: Bilingual<WaitingRulesWords> = { zh, en };
