/** The small city of the fault proof: one unit, one client, some registered organisations, on a platform of its own. */
import { Readable } from 'node:stream';
import { start } from '../../../src/app/start.ts';
import type { CivilDate } from '../../../src/kernel/civil-date.ts';
import { usccCheckCharacter } from '../../../src/kernel/uscc.ts';
import { createClient, registerAuthority, registerUnit } from '../../../src/modules/identity/index.ts';
import { getSubmission, submitFile } from '../../../src/modules/intake/index.ts';
import { processSubmission } from '../../../src/modules/intake/process-submission.ts';
import { loadConfig } from '../../../src/platform/config.ts';

/** The unit that hands in. */
export const UNIT = 'proof-market-supervision';
const AUTHORITY = withCheck('11371899MB0000001');
const SUBJECTS = 200;

function withCheck(first17: string): string {
  return first17 + usccCheckCharacter(first17);
}

function subject(number: number): { uscc: string; name: string } {
  const uscc = withCheck(`91371899MA${String(number).padStart(7, '0')}`);
  return { uscc, name: `清和市验证${number}号商贸有限公司` };
}

/** The settings of the proof's platform. */
export function proofEnvironment(folder: string, port: number): Record<string, string> {
  return { GONGXIN_DATA: folder, GONGXIN_DEMO: '0', PORT: String(port), GONGXIN_LOG_LEVEL: 'silent' };
}

/** Registers unit, authority, client and organisations, then stops the platform again. */
export async function prepareCity(folder: string): Promise<{ clientId: string; clientSecret: string }> {
  const config = loadConfig({ ...proofEnvironment(folder, 0), GONGXIN_WORKER: '0' });
  const running = await start(config, (error) => {
    throw error;
  });
  try {
    const { platform } = running;
    const since = '2020-01-01' as CivilDate;
    const name = { zh: '验证市场监督管理局', en: 'Proof Market Supervision' };
    const unit = {
      code: UNIT,
      kind: 'department',
      sector: 'market-supervision',
      name,
      uscc: AUTHORITY,
      areaCode: '371899',
      since,
      until: null,
    } as const;
    await registerUnit(platform, unit);
    await registerAuthority(platform, UNIT, { uscc: AUTHORITY, name: name.zh, since });
    const scopes = ['organisation-registration', 'administrative-penalty'].map((item) => `submit:${item}`);
    const actor = { kind: 'client', clientId: 'proof', unit: UNIT, scopes } as const;
    const rows = Array.from(
      { length: SUBJECTS },
      (_, n) => `${subject(n).name},${subject(n).uscc},2019-01-01\n`,
    );
    const content = Readable.from(['名称,统一社会信用代码,注册日期\n', ...rows]);
    const { submissionId } = await submitFile(platform, actor, {
      item: 'organisation-registration',
      channel: 'cli',
      content,
    });
    await processSubmission(platform, submissionId, 1);
    const { counts } = await getSubmission(platform, actor, submissionId);
    if (counts?.accepted !== SUBJECTS) throw new Error(`registered ${JSON.stringify(counts)} of ${SUBJECTS}`);
    return await createClient(platform, UNIT, scopes);
  } finally {
    await running.stop();
  }
}

const HEADER =
  'CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_FRDB,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_YXQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM\n';

/** Every tenth row has a wrong check character, so that a file has findings and a findings file. */
export function isBad(row: number): boolean {
  return row % 10 === 9;
}

/** The document number of a row of a case: unique in the whole proof. */
export function decisionNo(proofCase: number, row: number): string {
  return `验市监处罚〔2026〕${proofCase}-${row}号`;
}

/** A penalty file of `rows` rows. */
export function penaltyFile(proofCase: number, rows: number): string {
  let text = HEADER;
  for (let row = 0; row < rows; row++) {
    const { uscc, name } = subject((proofCase * 31 + row) % SUBJECTS);
    const code = isBad(row) ? `${uscc.slice(0, 17)}${uscc[17] === '0' ? '1' : '0'}` : uscc;
    text += `${name},法人及非法人组织,${code},张三,${decisionNo(proofCase, row)},未按规定明码标价,${name}经营场所内所售商品未明码标价,《中华人民共和国价格法》第四十二条,罚款,罚款人民币3000元,0.3,2026/09/01,2099/12/31,验证市场监督管理局,${AUTHORITY},验证市场监督管理局,${AUTHORITY}\n`;
  }
  return text;
}
