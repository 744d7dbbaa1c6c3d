/** Words of the pages of the log and of removals, in Chinese. */
import type { RemovalGround } from '../removals.ts';

export const zh = {
  log: {
    title: '透明日志',
    lead: '平台的每一次公示、更正、撤回和规则变更，都在这本日志里留下一条只能追加、不能改动的记录。任何人都可以核验，不必相信平台的话。',
    description: '平台的透明日志：检查点、密钥，以及怎样自己核验。',
    nowHeading: '现在',
    size: '日志条目',
    root: '根哈希',
    none: '日志刚刚开始，还没有公布检查点。',
    erased: '其中依法删除、不可再辨认的条目',
    lastRound: '数据库与日志最近一次全面比对',
    alarms: '未消除的不一致',
    alarmsNone: '没有',
    alarmsSome: (n: number) => `${n} 处，正在查明`,
    witnessHeading: '见证者',
    witness:
      '另一个进程，有自己的密钥和存储。它只为“由上次增长而来”的日志签名；日志若被改写、缩短或分叉，它就拒绝签名，新检查点便不能公布。',
    witnessAccount: {
      own: '在本机上，见证者以另一个系统账户运行。',
      same: '在本机上，见证者与平台以同一系统账户运行：能控制该账户的人也能控制见证者。要获得完整的保护，应以管理员身份启动平台，或由另一个单位担任见证者。',
      unknown: '见证者还没有启动。',
    },
    keysHeading: '密钥',
    keysSay: '请记下这两把公钥，以后核验时用它们，而不要用当时网页上的。',
    verifyHeading: '怎样核验',
    verify: [
      '下载整个日志：/log/checkpoint、/log/tile/…（C2SP tlog-tiles 格式），放进一个目录。',
      '执行 npx gongxin verify-log --from 目录。它只读文件：核对签名、见证、每一块瓦片和根哈希；加 --earlier 可核对日志是否由您保存的旧检查点增长而来。',
      '每条公示信息的页面末尾有“防篡改凭证”，从那里可以一步步核验到检查点。',
    ],
    hides:
      '日志条目是加盐的承诺值：从日志本身看不出某个条目是什么、关于谁；依法删除之后，连知道原文的人也认不出来，而其他证明仍然成立。',
    addresses: '地址',
  },
  removals: {
    title: '公示信息移除统计',
    lead: '公示信息在期限届满之前被移除的，按原因和月份计数。每一次移除都记入透明日志，内部人员无法悄悄为之。',
    description: '按原因和月份统计的公示信息移除数。',
    month: '月份',
    ground: '原因',
    records: '信息条数',
    caption: '各月移除的公示信息',
    fewer: '不足 10 条',
    none: '还没有已结束月份的移除。',
    how: '只列已经结束的月份；当月不足 10 条的原因合并为“其他原因”，合并后仍不足 10 条的不列数字，以免由数字推知个案。这里不列事项、单位和任何编号。公示期限届满自动撤下的，不是移除，不在此列。',
    grounds: {
      'submission-withdrawn': '报送单位撤回',
      repaired: '信用修复',
      'objection-upheld': '异议成立',
      'person-erased': '依法删除自然人信息',
      several: '其他原因',
    } satisfies Record<RemovalGround | 'several', string> as Readonly<Record<string, string>>,
  },
};

/** What both languages must say. */
export type TransparencyWords = typeof zh;
