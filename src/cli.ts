/** The `gongxin` command: one verb a line, the same use cases as the server's. */

import { complain } from './app/announce.ts';
import { migrateVerb } from './app/cli/migrate.ts';
import { sentenceFor } from './app/start-failure.ts';

/** A verb of the command line; gives the exit code. */
export type Verb = { readonly summary: string; run(args: readonly string[]): Promise<number> };

// One line a verb.
const verbs: Readonly<Record<string, Verb>> = {
  migrate: migrateVerb,
};

function help(): string {
  const lines = Object.entries(verbs).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return ['用法 usage: gongxin <verb> [arguments]', ...lines, ''].join('\n');
}

async function main(): Promise<number> {
  // The bootstrap's channel must not keep a finished command alive.
  process.channel?.unref();
  const [name = 'help', ...args] = process.argv.slice(2);
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb) return verb.run(args);
  process.stdout.write(help());
  return ['help', '--help', '-h'].includes(name) ? 0 : 2;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    complain(sentenceFor(error).words);
    process.exit(sentenceFor(error).code);
  },
);
