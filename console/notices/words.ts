/** Words of the notices that a subject reads. */
import type { Bilingual } from '../language/language.ts';

type Facts = Readonly<Record<string, string | null>>;
const last = (until: string | null | undefined, say: (date: string) => string) =>
  until ? say(new Date(Date.parse(`${until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)) : '';

const zh = {
  title: '通知',
  lead: '档案里发生的事，第一时间写在这里；登记了手机或邮箱的，也会发一条不含具体内容的提醒。',
  none: '还没有通知。',
  seen: '全部标为已读',
  isNew: '新',
  kinds: {
    'adverse-record': ({ authorityName, decisionNo, publicUntil }: Facts) =>
      `新增一条不利记录：${authorityName ?? ''} ${decisionNo ?? ''}。${last(publicUntil, (date) => `公开到 ${date}，到期自动停止。`)}内容有误，可以提出异议。`,
    'publicity-ended': ({ decisionNo }: Facts) => `${decisionNo ?? '一条记录'} 已停止公示，不再作为依据。`,
    'looked-at': ({ caseNo }: Facts) => `有单位查看了非公开信息（事项编号 ${caseNo ?? '—'}）。详见“谁看过”。`,
    'agent-named': ({ label, until }: Facts) =>
      `新增代办人：${label ?? ''}，${last(until, (date) => `到 ${date} 为止。`)}`,
    'agent-ended': () => '一名代办人已取消。',
    'code-used': () => '有人用验证码查看了档案。如非本单位操作，请更换联系方式。',
    'contact-changed': () => '联系方式已更换。',
    incident: ({ says }: Facts) => `安全事件告知：${says ?? ''}`,
  } as Record<string, (facts: Facts) => string>,
};

const en: typeof zh = {
  title: 'Notices',
  lead: 'What happens in your file stands here at once; a registered phone or e-mail gets a reminder that names nothing.',
  none: 'There are no notices yet.',
  seen: 'Mark all as read',
  isNew: 'new',
  kinds: {
    'adverse-record': ({ authorityName, decisionNo, publicUntil }) =>
      `A new adverse record: ${authorityName ?? ''} ${decisionNo ?? ''}. ${last(publicUntil, (date) => `Public to ${date}, then it stops by itself. `)}If it is wrong, you can object.`,
    'publicity-ended': ({ decisionNo }) =>
      `${decisionNo ?? 'A record'} is public no longer and supports nothing.`,
    'looked-at': ({ caseNo }) =>
      `A unit looked at what is not public (case ${caseNo ?? '—'}). See Who looked.`,
    'agent-named': ({ label, until }) =>
      `A new agent: ${label ?? ''}. ${last(until, (date) => `To ${date}.`)}`,
    'agent-ended': () => 'An agent was ended.',
    'code-used': () =>
      'Somebody opened the file by a one-time code. If that was not you, change your contact.',
    'contact-changed': () => 'The contact was changed.',
    incident: ({ says }) => `A security incident: ${says ?? ''}`,
  },
};

export const words: Bilingual<typeof zh> = { zh, en };
