/** `gongxin submit`: hands a file in to a running platform over HTTP, as a department's own program would. */
import { exitCodes, type Shell, type Verb } from '../verb.ts';
import { cliWords } from '../words.ts';
import { type Followed, follow } from './follow.ts';
import { readSubmitOptions, type SubmitOptions } from './options.ts';
import { getToken, Refused, sendFile, Unreachable } from './speak.ts';

const shownFindings = 10;

/** The first findings, and how many more there are. */
export function showFindings(
  { findings, findingCounts, submissionId, findingsFile }: Followed,
  server: string,
  shell: Shell,
) {
  const words = cliWords[shell.language].submit;
  const total = findingCounts.reduce((sum, { count }) => sum + count, 0);
  for (const finding of findings.slice(0, shownFindings)) {
    shell.say(
      `  ${words.place(finding.row, finding.column)} ${words.severity[finding.severity]} ${finding.message}`,
    );
    shell.say(`    ${finding.advice} (${finding.rule})`);
  }
  if (total > shownFindings) shell.say(`  ${words.moreFindings(total - shownFindings)}`);
  if (findingsFile)
    shell.say(words.findingsFile(`${server}/api/v1/submissions/${submissionId}/findings-file`));
}

function report(found: Followed, { server }: SubmitOptions, shell: Shell): number {
  const words = cliWords[shell.language].submit;
  if (found.refusal) {
    shell.complain(words.wholeFileRefused(found.refusal.message));
    shell.complain(found.refusal.advice);
    return exitCodes.dataAtFault;
  }
  if (found.status === 'waiting') {
    shell.say(words.waits);
    return exitCodes.dataAtFault;
  }
  if (found.counts) shell.say(words.counts(found.counts));
  showFindings(found, server, shell);
  return (found.counts?.rejected ?? 0) > 0 ? exitCodes.dataAtFault : exitCodes.done;
}

/** Why the server did not take it. */
export function explain(error: Refused | Unreachable, { server }: SubmitOptions, shell: Shell): number {
  const words = cliWords[shell.language].submit;
  if (error instanceof Unreachable) {
    shell.complain(words.unreachable(server, error.message));
    return exitCodes.notServed;
  }
  const { title, detail, advice, error: oauth } = error.body;
  if (oauth === 'invalid_client') shell.complain(words.wrongClient);
  else {
    for (const line of [title, detail, advice]) if (typeof line === 'string') shell.complain(line);
    if (typeof title !== 'string') shell.complain(words.strangeAnswer(server, error.status));
  }
  return exitCodes.notServed;
}

async function submit(options: SubmitOptions, shell: Shell): Promise<number> {
  const words = cliWords[shell.language].submit;
  const token = await getToken(options);
  const { submissionId, sameFileAs } = await sendFile(options, token, shell.language);
  shell.say(sameFileAs ? words.sameFile(submissionId, sameFileAs.receivedAt) : words.received(submissionId));
  if (!options.wait) {
    shell.say(words.followIt(`${options.server}/api/v1/submissions/${submissionId}`));
    return exitCodes.done;
  }
  const onRows = (rows: number) => shell.say(words.rowsRead(rows));
  return report(await follow(options, submissionId, token, shell.language, onRows), options, shell);
}

export const submitVerb: Verb = {
  summary: { zh: '把一个数据文件报送到正在运行的平台', en: 'hand a data file in to a running platform' },
  usage: { zh: cliWords.zh.submit.usage, en: cliWords.en.submit.usage },
  async run(args, shell) {
    const options = await readSubmitOptions(args, shell);
    try {
      return await submit(options, shell);
    } catch (error) {
      if (error instanceof Refused || error instanceof Unreachable) return explain(error, options, shell);
      throw error;
    }
  },
};
