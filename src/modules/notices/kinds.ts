/** Kinds of notice, and the few words that leave the platform by e-mail or SMS: they name nothing. */
import type { Words } from '../../platform/index.ts';

/** What a subject is told of. */
export type NoticeKind =
  | 'adverse-record'
  | 'publicity-ended'
  | 'looked-at'
  | 'agent-named'
  | 'agent-ended'
  | 'code-used'
  | 'contact-changed'
  | 'incident';

/** The message for each kind. */
export const noticeMessages: Readonly<Record<NoticeKind, Words>> = {
  'adverse-record': {
    zh: '【公信】您的信用档案中有一条新的不利记录。请登录“我的信用档案”查看内容、依据和可以怎么办。',
    en: 'Gongxin: there is a new adverse record in your file. Sign in to My file to see what it says, why, and what you can do.',
  },
  'publicity-ended': {
    zh: '【公信】您的信用档案中有一条记录已停止公示。',
    en: 'Gongxin: a record in your file is public no longer.',
  },
  'looked-at': {
    zh: '【公信】有单位查看了您的非公开信用信息。谁、为什么、看了什么，可登录“我的信用档案”查看。',
    en: 'Gongxin: a unit looked at what is not public in your file. Sign in to My file to see who, why and what.',
  },
  'agent-named': {
    zh: '【公信】您的信用档案新增了一名代办人。如非本人操作，请立即登录取消。',
    en: 'Gongxin: an agent was named for your file. If that was not you, sign in and end it at once.',
  },
  'agent-ended': {
    zh: '【公信】您的信用档案的一名代办人已取消。',
    en: 'Gongxin: an agent of your file was ended.',
  },
  'code-used': {
    zh: '【公信】有人用验证码查看了您的信用档案。如非本人操作，请登录更换联系方式。',
    en: 'Gongxin: somebody opened your file by a one-time code. If that was not you, sign in and change your contact.',
  },
  'contact-changed': {
    zh: '【公信】您的信用档案的联系方式已更换为本号码或邮箱。',
    en: 'Gongxin: the contact of your credit file is now this number or address.',
  },
  incident: {
    zh: '【公信】发生了可能涉及您信用档案的安全事件。请登录“我的信用档案”查看情况和可以采取的措施。',
    en: 'Gongxin: there was a security incident that may concern your file. Sign in to My file to see what happened and what you can do.',
  },
};
