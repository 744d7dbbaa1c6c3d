/** The command line as a whole: chooses the verb, gives help, and turns what went wrong into a sentence and an exit code. */
import { sentenceFor } from '../start-failure.ts';
import { accountVerb } from './account.ts';
import { benchVerb } from './bench.ts';
import { chooseShellLanguage } from './choose-language.ts';
import { codeVerb } from './code.ts';
import { demoVerb } from './demo.ts';
import { drillVerb } from './drill.ts';
import { migrateVerb } from './migrate.ts';
import { erasePersonVerb, rotateKeysVerb } from './persons.ts';
import { sendVerb } from './send/index.ts';
import { submitVerb } from './submit/index.ts';
import { exitCodes, type Shell, UsageError, type Verb } from './verb.ts';
import { verifyLogVerb } from './verify-log.ts';
import { cliWords } from './words.ts';

const verbs: Readonly<Record<string, Verb>> = {
  send: sendVerb,
  submit: submitVerb,
  migrate: migrateVerb,
  account: accountVerb,
  'erase-person': erasePersonVerb,
  'rotate-keys': rotateKeysVerb,
  demo: demoVerb,
  drill: drillVerb,
  code: codeVerb,
  'verify-log': verifyLogVerb,
  bench: benchVerb,
};

const askedForHelp = ['help', '--help', '-h'];

/** The list of verbs. */
function overview({ language }: Shell): string {
  const words = cliWords[language];
  const lines = Object.entries(verbs).map(
    ([name, { summary }]) => `  ${name.padEnd(13)} ${summary[language]}`,
  );
  return [words.overview, '', ...lines, '', words.moreHelp].join('\n');
}

function usageOf(name: string, verb: Verb, { language }: Shell): string {
  return `${cliWords[language].usage} gongxin ${name} ${verb.usage[language]}\n\n${verb.summary[language]}`;
}

async function runVerb(name: string, verb: Verb, args: readonly string[], shell: Shell): Promise<number> {
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    shell.say(usageOf(name, verb, shell));
    return exitCodes.done;
  }
  try {
    return await verb.run(args, shell);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    shell.complain(error.message);
    shell.complain(usageOf(name, verb, shell));
    return verb.usageCode ?? exitCodes.usage;
  }
}

async function choose(args: readonly string[], shell: Shell): Promise<number> {
  const [name = 'help', ...rest] = args;
  const [topic] = rest;
  const asked = askedForHelp.includes(name);
  if (asked && topic !== undefined && Object.hasOwn(verbs, topic)) {
    return runVerb(topic, verbs[topic] as Verb, ['--help'], shell);
  }
  if (asked) {
    shell.say(overview(shell));
    return exitCodes.done;
  }
  if (Object.hasOwn(verbs, name)) return runVerb(name, verbs[name] as Verb, rest, shell);
  shell.complain(cliWords[shell.language].noSuchVerb(name));
  shell.complain(overview(shell));
  return exitCodes.usage;
}

/** Runs one command; never throws. @returns the exit code */
export async function runCommand(args: readonly string[], outside: Omit<Shell, 'language'>): Promise<number> {
  try {
    const { language, rest } = chooseShellLanguage(args, outside.env);
    return await choose(rest, { ...outside, language });
  } catch (error) {
    if (error instanceof UsageError) {
      outside.complain(error.message);
      return exitCodes.usage;
    }
    const { words, code } = sentenceFor(error);
    outside.complain(`${words.zh}  ${words.en}`.trim());
    return code;
  }
}
