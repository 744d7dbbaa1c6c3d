/** `gongxin account`: the first administrator of an installation without the demo, and the unit that person belongs to. */
import { parseArgs } from 'node:util';
import { loadConfig } from '../../platform/config.ts';
import { exitCodes, UsageError, type Verb } from './verb.ts';
import { withDatabase } from './with-database.ts';
import { cliWords } from './words.ts';

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        unit: { type: 'string' },
        'unit-name': { type: 'string' },
        area: { type: 'string' },
        login: { type: 'string' },
        name: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

export const accountVerb: Verb = {
  summary: {
    zh: '为没有演示数据的新装平台开通第一位管理员',
    en: 'open the first administrator of an installation without the demo',
  },
  usage: {
    zh: '--unit <单位代码> --unit-name <单位名称> --area <六位行政区划> --login <登录名> --name <姓名>\n  单位登记为信用中心；已有管理员时不办理，请由其在“账户管理”中开户\n  数据库：DATABASE_URL，缺省为内置数据库；数据目录：GONGXIN_DATA',
    en: '--unit <code> --unit-name <name> --area <six digits> --login <sign-in name> --name <name>\n  the unit is registered as the credit centre; refused once there is an administrator, who opens accounts under “Accounts”\n  database: DATABASE_URL, else the embedded one; data folder: GONGXIN_DATA',
  },
  async run(args, { language, env, say, complain }) {
    const words = cliWords[language].account;
    const { unit, 'unit-name': unitName, area, login, name } = readOptions(args);
    if (!unit || !unitName || !login || !name || !/^\d{6}$/.test(area ?? ''))
      throw new UsageError(words.incomplete);
    const config = loadConfig(env);
    // All modules hang on it, and the other verbs need none of them.
    const { openFirstIn } = await import('./first-administrator.ts');
    const first = { unit, unitName, areaCode: area as string, loginName: login, name };
    const password = await withDatabase(config, (migrator) => openFirstIn(config, migrator, first));
    if (password === undefined) {
      complain(words.already);
      return exitCodes.dataAtFault;
    }
    say(words.opened(login, password));
    return exitCodes.done;
  },
};
