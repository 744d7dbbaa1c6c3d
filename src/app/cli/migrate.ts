/** `gongxin migrate`: brings the database of DATABASE_URL or the embedded one to the newest schema. */
import { loadConfig } from '../../platform/config.ts';
import { prepareDatabase } from '../../platform/db/prepare.ts';
import { announce } from '../announce.ts';
import { withDatabase } from './with-database.ts';

export const migrateVerb = {
  summary: '升级数据库结构 bring the database to the newest schema',
  async run(): Promise<number> {
    const config = loadConfig(process.env);
    return withDatabase(config, async (migrator) => {
      const { applied } = await prepareDatabase(migrator, config.dataFolder);
      if (applied.length === 0)
        announce({ zh: '数据库已是最新。', en: 'The database is at its newest already.' });
      for (const name of applied) announce({ zh: '已执行', en: name });
      return 0;
    });
  },
};
