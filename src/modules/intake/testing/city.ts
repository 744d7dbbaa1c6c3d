/** For tests: two units, some registered organisations, and one verb to hand in a file and have it processed. */
import { Readable } from 'node:stream';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { usccCheckCharacter } from '../../../kernel/uscc.ts';
import type { SignedInActor } from '../../../platform/actor.ts';
import type { Platform } from '../../../platform/index.ts';
import { registerAuthority, registerUnit } from '../../identity/index.ts';
import { intakeJobs } from '../jobs.ts';
import { getSubmission, listFindings, type StoredFinding, type Submission } from '../submission-view.ts';
import { type Channel, submitFile } from '../submit-file.ts';

/** A code with its right check character. */
export function usccOf(first17: string): string {
  return first17 + usccCheckCharacter(first17);
}

/** Organisation `number` of the test city; category 91 unless said otherwise. */
export function firm(number: number, category = '91'): { uscc: string; name: string } {
  const tail = category === '92' ? '餐饮店' : '商贸有限公司';
  return {
    uscc: usccOf(`${category}371899MA${String(number).padStart(7, '0')}`),
    name: `清和市试${number}号${tail}`,
  };
}

/** Units of the test city: market supervision, emergency management, and the credit centre. */
export const UNITS = {
  market: {
    code: 't-market',
    sector: 'market-supervision',
    kind: 'department',
    name: '清和市市场监督管理局',
    uscc: usccOf('11371899MB0000001'),
  },
  emergency: {
    code: 't-emergency',
    sector: 'emergency',
    kind: 'department',
    name: '清和市应急管理局',
    uscc: usccOf('11371899MB0000002'),
  },
  centre: {
    code: 't-centre',
    sector: 'centre',
    kind: 'centre',
    name: '清和市公共信用信息中心',
    uscc: usccOf('12371899MB0000003'),
  },
} as const;

/** Somebody who acts for a unit. */
export function officer(unit: keyof typeof UNITS, role = 'data-officer', accountId = '1'): SignedInActor {
  return { kind: 'account', accountId, unit: UNITS[unit].code, roles: [role], name: 'T' };
}

const SINCE = '2019-01-01' as CivilDate;

/** Registers the units, each for its own decisions and for all items. */
export async function buildCity(platform: Platform): Promise<void> {
  for (const { code, sector, kind, name, uscc } of Object.values(UNITS)) {
    await registerUnit(platform, {
      code,
      sector,
      kind,
      name: { zh: name, en: code },
      uscc,
      areaCode: '371899',
      since: SINCE,
      until: null,
    });
    await registerAuthority(platform, code, { uscc, name, since: SINCE });
  }
}

/** What came of a file. */
export interface HandedIn {
  submissionId: string;
  submission: Submission;
  findings: StoredFinding[];
}

/** Hands a file in and has the worker's jobs done. */
export async function handIn(
  platform: Platform,
  actor: SignedInActor,
  item: string,
  file: string | Buffer | Iterable<string>,
  options: { fileName?: string; contentType?: string; channel?: Channel; language?: 'zh' | 'en' } = {},
): Promise<HandedIn> {
  const chunks = typeof file === 'string' || Buffer.isBuffer(file) ? [Buffer.from(file)] : file;
  const { channel = 'api', ...rest } = options;
  const { submissionId } = await submitFile(platform, actor, {
    item,
    channel,
    content: Readable.from(chunks),
    ...rest,
  });
  await runJobs(platform);
  return {
    submissionId,
    submission: await getSubmission(platform, actor, submissionId),
    findings: await listFindings(platform, actor, submissionId, { after: 0, limit: 1000 }),
  };
}

/** Does what the worker would do. News for upper floors is of no interest here. */
export async function runJobs(platform: Platform): Promise<void> {
  await platform.jobs.runPending({ ...intakeJobs(platform), 'submission-settled': async () => undefined });
}

/** Registers organisations by a file of the registry. */
export async function registerFirms(
  platform: Platform,
  firms: readonly { uscc: string; name: string }[],
): Promise<void> {
  const rows = firms.map(({ uscc, name }) => `${name},${uscc},2019-05-06,存续,371899\n`);
  const { submission } = await handIn(platform, officer('market'), 'organisation-registration', [
    '名称,统一社会信用代码,注册日期,登记状态,行政区划代码\n',
    ...rows,
  ]);
  if (submission.counts?.accepted !== firms.length) throw new Error(JSON.stringify(submission));
}

const PENALTY = [
  'CF_XDR_MC',
  'CF_XDR_LB',
  'CF_XDR_SHXYM',
  'CF_FRDB',
  'CF_WSH',
  'CF_WFXW',
  'CF_SY',
  'CF_YJ',
  'CF_CFLB',
  'CF_NR',
  'CF_NR_FK',
  'CF_JDRQ',
  'CF_YXQ',
  'CF_CFJG',
  'CF_CFJGDM',
  'CF_SJLY',
  'CF_SJLYDM',
  'procedure',
  'misconductClass',
  'conductEndedOn',
];

/** A good penalty row; change what the test is about. */
export function penalty(
  party: { uscc: string; name: string },
  number: number,
  changes: Record<string, string> = {},
  unit: keyof typeof UNITS = 'market',
): Record<string, string> {
  const { name, uscc } = UNITS[unit];
  return {
    CF_XDR_MC: party.name,
    CF_XDR_LB: '法人及非法人组织',
    CF_XDR_SHXYM: party.uscc,
    CF_FRDB: '王一',
    CF_WSH: `清市监处罚〔2026〕${number}号`,
    CF_WFXW: '未按规定明码标价',
    CF_SY: '经营场所内所售商品未明码标价',
    CF_YJ: '《中华人民共和国价格法》第四十二条',
    CF_CFLB: '罚款',
    CF_NR: '罚款人民币3000元',
    CF_NR_FK: '0.3',
    CF_JDRQ: '2026/11/09',
    CF_YXQ: '2099/12/31',
    CF_CFJG: name,
    CF_CFJGDM: uscc,
    CF_SJLY: name,
    CF_SJLYDM: uscc,
    ...changes,
  };
}

const LICENCE = [
  'XK_XDR_MC',
  'XK_XDR_LB',
  'XK_XDR_SHXYM',
  'XK_FRDB',
  'XK_XKWS',
  'XK_WSH',
  'XK_XKLB',
  'XK_XKZS',
  'XK_XKBH',
  'XK_NR',
  'XK_JDRQ',
  'XK_YXQZ',
  'XK_YXQZI',
  'XK_XKJG',
  'XK_XKJGDM',
  'XK_ZT',
  'XK_LYDW',
  'XK_LYDWDM',
];

/** A good licence row. */
export function licence(
  party: { uscc: string; name: string },
  number: number,
  changes: Record<string, string> = {},
): Record<string, string> {
  const { name, uscc } = UNITS.market;
  return {
    XK_XDR_MC: party.name,
    XK_XDR_LB: '法人及非法人组织',
    XK_XDR_SHXYM: party.uscc,
    XK_FRDB: '王一',
    XK_XKWS: '食品经营许可决定书',
    XK_WSH: `清食许〔2026〕${number}号`,
    XK_XKLB: '普通',
    XK_XKZS: '食品经营许可证',
    XK_XKBH: `JY137189900${String(number).padStart(5, '0')}`,
    XK_NR: '预包装食品销售',
    XK_JDRQ: '2026/11/09',
    XK_YXQZ: '2026/11/09',
    XK_YXQZI: '2031/11/08',
    XK_XKJG: name,
    XK_XKJGDM: uscc,
    XK_ZT: '1',
    XK_LYDW: name,
    XK_LYDWDM: uscc,
    ...changes,
  };
}

/** Rows as a CSV file; the columns are those of the item, with any further ones that the rows have. */
export function csv(rows: readonly Record<string, string>[]): string {
  const base = rows[0] && 'XK_WSH' in rows[0] ? LICENCE : PENALTY;
  const columns = [...new Set([...base, ...rows.flatMap(Object.keys)])];
  const line = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\n`;
  return line(columns) + rows.map((row) => line(columns.map((column) => row[column] ?? ''))).join('');
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
