/** `gongxin verify-log`: checks a log from its files alone; no database, no server, no network. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { TlogError } from '../../kernel/tlog/tlog-error.ts';
import { parseVkey } from '../../kernel/tlog/verifier-key.ts';
import { findKeys, LogFileMissing, openLogFiles, verifyLog } from '../../modules/transparency/index.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import { exitCodes, UsageError, type Verb } from './verb.ts';
import { cliWords } from './words.ts';

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        key: { type: 'string', multiple: true },
        earlier: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

export const verifyLogVerb: Verb = {
  summary: { zh: '仅凭文件核验透明日志', en: 'verify a transparency log from its files' },
  usage: { zh: cliWords.zh.verifyLog.usage, en: cliWords.en.verifyLog.usage },
  async run(args, { language, say, complain }) {
    const words = cliWords[language].verifyLog;
    const { from, key: given = [], earlier } = parse(args);
    if (from === undefined) throw new UsageError(words.needsFolder);
    const files = openLogFiles(path.resolve(from));
    try {
      const keys =
        given.length > 0 ? given.map((vkey) => parseVkey(sha256Bytes, vkey)) : await findKeys(files);
      if (keys.length === 0) throw new UsageError(words.noKeys);
      const old = earlier === undefined ? undefined : await readFile(earlier, 'utf8');
      const { checkpoint, tiles, witnessedAt } = await verifyLog(files.read, keys, old);
      say(words.holds(checkpoint.size, tiles));
      for (const seconds of witnessedAt) say(words.witnessed(new Date(seconds * 1000).toISOString()));
      if (old !== undefined) say(words.grew);
      if (given.length === 0) complain(words.keysFromFolder);
      return exitCodes.done;
    } catch (error) {
      if (!(error instanceof TlogError || error instanceof LogFileMissing)) throw error;
      complain(words.broken(error.message));
      return exitCodes.dataAtFault;
    }
  },
};
