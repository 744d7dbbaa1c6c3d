/** The `gongxin` command: the same use cases as the server's, from a shell. */
import { runCommand } from './app/cli/index.ts';

// The bootstrap's channel must not keep a finished command alive.
process.channel?.unref();

process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
});
