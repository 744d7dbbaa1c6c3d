/** `gongxin erase-person` and `gongxin rotate-keys`: what an operator does with persons' data and keys, beside a running platform. */
import { text } from 'node:stream/consumers';
import { destroyKeptUploads } from '../../modules/intake/index.ts';
import {
  cleanUpAfterErasure,
  erasePerson,
  findPersonSubject,
  rotateKeys,
} from '../../modules/persons/index.ts';
import { loadConfig } from '../../platform/config.ts';
import { closeDatabases } from '../../platform/db/index.ts';
import { prepareDatabase } from '../../platform/db/prepare.ts';
import type { Platform } from '../../platform/index.ts';
import { createLog } from '../../platform/log.ts';
import { announce } from '../announce.ts';
import { createPlatform } from '../platform.ts';
import { exitCodes, UsageError, type Verb } from './verb.ts';
import { withDatabase } from './with-database.ts';

const grounds = ['request', 'retention-over', 'no-basis'] as const;

async function withPlatform(
  env: NodeJS.ProcessEnv,
  run: (platform: Platform) => Promise<number>,
): Promise<number> {
  const config = loadConfig(env);
  return withDatabase(config, async (migrator) => {
    const { endpoints } = await prepareDatabase(migrator, config.dataFolder);
    const platform = await createPlatform(config, endpoints, createLog(config.logLevel), 'cli');
    try {
      return await run(platform);
    } finally {
      await closeDatabases(platform.db);
    }
  });
}

/** Erases, then sweeps. The number is read from standard input, so that no shell keeps it. */
export const erasePersonVerb: Verb = {
  summary: { zh: '删除一位自然人的全部信息并清扫', en: 'erase a natural person, and sweep what is left' },
  usage: {
    zh: '--ground request|retention-over|no-basis\n  居民身份证号码从标准输入读取（不写在命令行里）；数据目录：GONGXIN_DATA',
    en: '--ground request|retention-over|no-basis\n  the identity number is read from standard input, never from the command line; data folder: GONGXIN_DATA',
  },
  async run(args, { env }) {
    const ground = grounds.find((one) => args[0] === '--ground' && args[1] === one && args.length === 2);
    // What was typed is not repeated: it may be the number.
    if (ground === undefined) throw new UsageError('--ground …');
    const number = (await text(process.stdin)).trim();
    return withPlatform(env, async (platform) => {
      const subjectId = await findPersonSubject(platform, number);
      const erased = subjectId && (await erasePerson(platform, { subjectId, ground }));
      if (!erased) {
        announce({ zh: '没有此人的信息。', en: 'Nothing is held about this person.' });
        return exitCodes.dataAtFault;
      }
      announce({
        zh: `已删除 ${erased.records} 条。正在清扫……`,
        en: `Erased ${erased.records} records; sweeping.`,
      });
      await destroyKeptUploads(platform);
      const { walRemoved } = await cleanUpAfterErasure(platform);
      if (walRemoved)
        announce({ zh: '已清扫，数据目录中不再有痕迹。', en: 'Swept: no trace is left in the data folder.' });
      else
        announce({
          zh: '表已重写；请数据库管理员执行 SELECT pg_switch_wal(); CHECKPOINT; 并删除旧的预写日志和备份。',
          en: 'The tables are written anew; have your database administrator run SELECT pg_switch_wal(); CHECKPOINT; and remove old write-ahead log and backups.',
        });
      return exitCodes.done;
    });
  },
};

/** Changes the key that wraps persons' keys; everything works on meanwhile. */
export const rotateKeysVerb: Verb = {
  summary: { zh: '更换自然人数据的包裹密钥', en: "change the key that wraps persons' keys" },
  usage: {
    zh: '\n  运行中的平台照常工作；数据目录：GONGXIN_DATA',
    en: '\n  a running platform works on; data folder: GONGXIN_DATA',
  },
  async run(args, { env }) {
    if (args.length > 0) throw new UsageError(args.join(' '));
    return withPlatform(env, async (platform) => {
      const { wrapped, destroyed } = await rotateKeys(platform);
      announce({
        zh: `重新包裹 ${wrapped} 把密钥，销毁 ${destroyed.length} 把旧的。`,
        en: `Wrapped ${wrapped} keys anew, destroyed ${destroyed.length} old ones.`,
      });
      return exitCodes.done;
    });
  },
};
