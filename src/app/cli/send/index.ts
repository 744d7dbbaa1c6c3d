/** `gongxin send`: hands a file in from a department's machine by cron, and writes what came of it beside the file. */
import { rename, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readPrivateKey } from '../submit/assertion.ts';
import { type Followed, follow } from '../submit/follow.ts';
import { explain, showFindings } from '../submit/index.ts';
import { defaultServer, readOwnFile, type SubmitOptions, serverOf, sizeOf } from '../submit/options.ts';
import { getToken, Refused, save, sendFile, Unreachable } from '../submit/speak.ts';
import { type Shell, UsageError, type Verb } from '../verb.ts';
import { cliWords } from '../words.ts';

/** What a script may tell the ends apart by; `usage` is sysexits' EX_USAGE. */
const codes = { accepted: 0, findings: 2, refused: 3, unreachable: 4, usage: 64 } as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        item: { type: 'string' },
        file: { type: 'string' },
        server: { type: 'string' },
        'client-id': { type: 'string' },
        'key-file': { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function readOptions(args: readonly string[], { language }: Shell): Promise<SubmitOptions> {
  const words = cliWords[language];
  const { item, file, server, 'client-id': id, 'key-file': keyFile } = parse(args);
  if (!item || !file || !id || !keyFile) throw new UsageError(words.send.incomplete);
  const key = readPrivateKey(await readOwnFile(keyFile, words));
  if (!key) throw new UsageError(words.send.badKey(keyFile));
  const size = await sizeOf(file, words);
  return {
    item,
    file,
    size,
    server: serverOf(server ?? defaultServer, words),
    client: { id, key },
    wait: true,
  };
}

function codeOf({ status, refusal, counts }: Followed): number {
  if (refusal || status === 'withdrawn') return codes.refused;
  const isClean = counts !== null && counts.rejected === 0 && counts.held === 0;
  return isClean && status === 'settled' ? codes.accepted : codes.findings;
}

/** No half of it bears the name, should the machine stop meanwhile. */
async function writeResult(file: string, found: Followed): Promise<string> {
  const target = `${file}.result.json`;
  await writeFile(`${target}.part`, `${JSON.stringify(found, undefined, 2)}\n`);
  await rename(`${target}.part`, target);
  return target;
}

async function send(options: SubmitOptions, shell: Shell): Promise<number> {
  const words = cliWords[shell.language];
  const token = await getToken(options);
  const { submissionId, sameFileAs } = await sendFile(options, token, shell.language);
  shell.say(
    sameFileAs
      ? words.submit.sameFile(submissionId, sameFileAs.receivedAt)
      : words.submit.received(submissionId),
  );
  const found = await follow(options, submissionId, token, shell.language, () => undefined);
  // What an earlier run left would be taken for this one's.
  for (const format of ['csv', 'xlsx']) await rm(`${options.file}.findings.${format}`, { force: true });
  if (found.findingsFile) {
    const at = `/api/v1/submissions/${submissionId}/findings-file`;
    const name = (type: string) =>
      `${options.file}.findings.${type.includes('spreadsheet') ? 'xlsx' : 'csv'}`;
    // Waiting may have outlasted the first token.
    shell.say(words.send.wrote(await save(options, at, await getToken(options), name)));
  }
  shell.say(words.send.wrote(await writeResult(options.file, found)));
  if (found.status === 'waiting') shell.say(words.submit.waits);
  if (found.refusal) {
    shell.complain(words.submit.wholeFileRefused(found.refusal.message));
    shell.complain(found.refusal.advice);
  }
  if (found.counts) shell.say(words.submit.counts(found.counts));
  if (!found.refusal) showFindings({ ...found, findingsFile: false }, options.server, shell);
  return codeOf(found);
}

/** Busy, restarted or cut off: the same command may be given again. */
function mayPass(error: unknown): boolean {
  return (
    error instanceof Unreachable ||
    (error instanceof Refused && (error.status >= 500 || error.status === 429))
  );
}

export const sendVerb: Verb = {
  summary: {
    zh: '定时报送一个文件，结果写在文件旁边',
    en: 'hand a file in by cron; what came of it is written beside it',
  },
  usage: { zh: cliWords.zh.send.usage, en: cliWords.en.send.usage },
  usageCode: codes.usage,
  async run(args, shell) {
    const options = await readOptions(args, shell);
    try {
      return await send(options, shell);
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      explain(error, options, shell);
      if (!mayPass(error)) return codes.refused;
      shell.complain(cliWords[shell.language].send.repeat);
      return codes.unreachable;
    }
  },
};
