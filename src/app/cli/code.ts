/** `gongxin code`: the code of the moment for a sign-in of the demo, as an authenticator would show it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../../platform/config.ts';
import { exitCodes, UsageError, type Verb } from './verb.ts';
import { cliWords } from './words.ts';

type Accounts = { accounts?: { name: string; totp_secret: string }[] };

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { credentials: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function readAccounts(file: string, complaint: (why: string) => string) {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as Accounts).accounts ?? [];
  } catch (error) {
    throw new UsageError(complaint((error as NodeJS.ErrnoException).code ?? 'JSON'));
  }
}

export const codeVerb: Verb = {
  summary: {
    zh: '显示某个演示账户此刻的动态口令',
    en: 'show the code of the moment for a sign-in of the demo',
  },
  usage: {
    zh: '<登录名> [--credentials <demo-credentials.json>]\n  缺省读取数据目录（GONGXIN_DATA）中的 demo-credentials.json；每个口令只能用一次',
    en: '<sign-in name> [--credentials <demo-credentials.json>]\n  by default the file in the data folder (GONGXIN_DATA); each code works once',
  },
  async run(args, { language, env, say, complain }) {
    const words = cliWords[language];
    const { values, positionals } = readArguments(args);
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageError(words.code.needsName);
    const file = values.credentials ?? path.join(loadConfig(env).dataFolder, 'demo-credentials.json');
    const accounts = await readAccounts(file, (why) => words.submit.unreadable(file, why));
    const account = accounts.find((each) => each.name === name);
    if (!account) {
      complain(
        words.code.noSuchName(
          name,
          accounts.map((each) => each.name),
        ),
      );
      return exitCodes.usage;
    }
    const { totpCode } = await import('../../modules/identity/index.ts');
    say(totpCode(account.totp_secret, new Date()));
    return exitCodes.done;
  },
};
