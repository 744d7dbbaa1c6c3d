/** The files of the intake bench: registrations and penalties of invented firms, about 450 bytes a row as real ones have. */
import { usccCheckCharacter } from '../src/kernel/uscc.ts';

const withCheck = (first17: string): string => first17 + usccCheckCharacter(first17);

/** The one unit of the bench, which is also the deciding authority. */
export const BENCH_UNIT = {
  code: 'bench-market-supervision',
  name: '清和市市场监督管理局',
  uscc: withCheck('11371899MB0000009'),
} as const;

const TRADES = [
  '商贸',
  '食品',
  '建材',
  '餐饮管理',
  '物流',
  '化工',
  '农业科技',
  '机械制造',
  '医疗器械',
  '建筑工程',
];

function firm(number: number): { uscc: string; name: string } {
  const uscc = withCheck(`91371899MA${String(number).padStart(7, '0')}`);
  return { uscc, name: `清和市第${number}${TRADES[number % TRADES.length]}有限公司` };
}

/** Lines gathered to about 64 KiB, so that the stream and not the generator is measured. */
function* inChunks(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length > 32_768) {
      yield chunk;
      chunk = '';
    }
  }
  yield chunk;
}

/** The registry's file of `count` firms. */
export function subjectsFile(count: number): Iterable<string> {
  function* lines(): Generator<string> {
    yield '名称,统一社会信用代码,注册日期,登记状态,行政区划代码\n';
    for (let n = 0; n < count; n++) yield `${firm(n).name},${firm(n).uscc},2019-05-06,存续,371899\n`;
  }
  return inChunks(lines());
}

const CASES = [
  [
    '未按规定明码标价',
    '当事人经营场所内销售的商品未按规定标明品名、计价单位和价格,执法人员现场检查时拍照取证',
    '《中华人民共和国价格法》第十三条第一款、第四十二条',
  ],
  [
    '销售超过保质期的食品',
    '执法人员在当事人货架上查见超过保质期的预包装食品,当事人不能提供及时清理的记录',
    '《中华人民共和国食品安全法》第三十四条第一款第十项、第一百二十四条第一款',
  ],
  [
    '使用未经检定的计量器具',
    '当事人在经营活动中使用的电子计价秤未按规定申请检定,责令其停止使用后复查',
    '《中华人民共和国计量法》第九条第一款、第二十五条',
  ],
] as const;

/** A penalty file of `count` rows over `subjects` firms; `run` makes the document numbers of one file its own. */
export function penaltyFile(count: number, subjects: number, run: number): Iterable<string> {
  function* lines(): Generator<string> {
    yield 'CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_FRDB,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_YXQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,misconductClass\n';
    for (let n = 0; n < count; n++) {
      const { name, uscc } = firm((n * 7919) % subjects);
      const [kind, facts, basis] = CASES[n % CASES.length] as (typeof CASES)[number];
      const amount = 1000 + (n % 97) * 100;
      const year = 2021 + (n % 6);
      const month = String(1 + (n % 9)).padStart(2, '0');
      const day = String(1 + (n % 28)).padStart(2, '0');
      yield `${name},法人及非法人组织,${uscc},王一,清市监处罚〔${year}〕${run}-${n}号,${kind},"${facts}",${basis},罚款,罚款人民币${amount}元,${amount / 10_000},${year}/${month}/${day},2099/12/31,${BENCH_UNIT.name},${BENCH_UNIT.uscc},${BENCH_UNIT.name},${BENCH_UNIT.uscc},一般\n`;
    }
  }
  return inChunks(lines());
}
