/** `gongxin migrate`: brings the database of DATABASE_URL or the embedded one to the newest schema. */
import { loadConfig } from '../../platform/config.ts';
import { prepareDatabase } from '../../platform/db/prepare.ts';
import { announce } from '../announce.ts';
import { UsageError, type Verb } from './verb.ts';
import { withDatabase } from './with-database.ts';

export const migrateVerb: Verb = {
  summary: { zh: '把数据库结构升级到最新', en: 'bring the database to the newest schema' },
  usage: {
    zh: '\n  数据库：DATABASE_URL，缺省为内置数据库；数据目录：GONGXIN_DATA',
    en: '\n  database: DATABASE_URL, else the embedded one; data folder: GONGXIN_DATA',
  },
  async run(args, { env }) {
    if (args.length > 0) throw new UsageError(args.join(' '));
    const config = loadConfig(env);
    return withDatabase(config, async (migrator) => {
      const { applied } = await prepareDatabase(migrator, config.dataFolder);
      if (applied.length === 0)
        announce({ zh: '数据库已是最新。', en: 'The database is at its newest already.' });
      for (const name of applied) announce({ zh: '已执行', en: name });
      return 0;
    });
  },
};
