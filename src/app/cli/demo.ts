/** `gongxin demo`: loads the invented demo city into an empty database, as the first start does. */
import { parseArgs } from 'node:util';
import { loadConfig } from '../../platform/config.ts';
import type { CitySize } from './load-into.ts';
import { exitCodes, UsageError, type Verb } from './verb.ts';
import { withDatabase } from './with-database.ts';
import { cliWords } from './words.ts';

function readNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`--${name} 1 … 999999999`);
}

function readSize(args: readonly string[]): CitySize {
  const { values } = parseOptions(args);
  const [organisations, seed] = [
    readNumber('organisations', values.organisations),
    readNumber('seed', values.seed),
  ];
  return { ...(organisations && { organisations }), ...(seed && { seed }) };
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { organisations: { type: 'string' }, seed: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

export const demoVerb: Verb = {
  summary: {
    zh: '把虚构的演示城市载入空数据库',
    en: 'load the invented demo city into an empty database',
  },
  usage: {
    zh: '[--organisations 主体数] [--seed 种子]\n  数据库：DATABASE_URL，缺省为内置数据库；数据目录：GONGXIN_DATA',
    en: '[--organisations <count>] [--seed <number>]\n  database: DATABASE_URL, else the embedded one; data folder: GONGXIN_DATA',
  },
  async run(args, { language, env, say, complain }) {
    const words = cliWords[language].demo;
    const size = readSize(args);
    const config = loadConfig(env);
    if (!config.demo) {
      complain(words.notMarked);
      return exitCodes.usage;
    }
    // All modules hang on it, and the other verbs need none of them.
    const { loadInto } = await import('./load-into.ts');
    const isLoaded = await withDatabase(config, (migrator) =>
      loadInto(config, migrator, size, (line) => say(line[language])),
    );
    if (isLoaded) return exitCodes.done;
    complain(words.notEmpty);
    return exitCodes.dataAtFault;
  },
};
