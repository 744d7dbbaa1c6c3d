/** For tests: runs the real command as a process of its own, as `npx gongxin` does. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { runCommand } from '../index.ts';

const program = path.join(import.meta.dirname, '..', '..', '..', 'cli.ts');

/** What became of it. */
export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** A command at work; `said` waits for words on standard output. */
export type Running = { readonly ended: Promise<Ran>; said(words: string): Promise<void> };

/** Starts the command with an environment that holds nothing but PATH, an English locale and `env`. */
export function startProgram(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', LANG: 'en_GB.UTF-8', ...env },
  });
  let soFar = '';
  const waiting = new Map<string, () => void>();
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    soFar += part;
    for (const [words, go] of waiting) if (soFar.includes(words)) go();
  });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const err = text(child.stderr);
  return {
    ended: (async () => ({ code: await code, out: soFar, err: await err }))(),
    said: (words) =>
      new Promise((resolve) => {
        if (soFar.includes(words)) resolve();
        else waiting.set(words, resolve);
      }),
  };
}

/** Runs the command in this process, for what ends before anything is sent. */
export async function runHere(args: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCommand(args, {
    env: { LANG: 'en_GB.UTF-8' },
    say: (line) => void out.push(`${line}\n`),
    complain: (line) => void err.push(`${line}\n`),
  });
  return { code, out: out.join(''), err: err.join('') };
}

/** Runs the command to its end. */
export function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return startProgram(args, env).ended;
}
