/** The bootstrap on a small project of its own: it installs once, passes everything on, and is never in the way. */
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let project: string;

const entry = `
import { setTimeout as pause } from 'node:timers/promises';
const text: string = process.argv.slice(2).join(' ');
process.on('SIGTERM', () => { console.log('asked to end'); process.exit(7); });
console.log('ran ' + text + ' connected ' + process.connected);
if (text === 'wait') await pause(10_000);
`;

function run(...args: string[]) {
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'entry.ts', ...args], { cwd: project });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said: () => said, ended };
}

beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'gongxin-bootstrap-'));
  const [name, version] = ['sample', '1.0.0'];
  await mkdir(path.join(project, 'scripts'));
  await cp(path.join(import.meta.dirname, 'bootstrap.mjs'), path.join(project, 'scripts', 'bootstrap.mjs'));
  await writeFile(path.join(project, 'package.json'), JSON.stringify({ name, version, type: 'module' }));
  await writeFile(
    path.join(project, 'package-lock.json'),
    JSON.stringify({ name, version, lockfileVersion: 3, packages: { '': { name, version } } }),
  );
  await writeFile(path.join(project, 'entry.ts'), entry);
});
afterAll(() => rm(project, { recursive: true }));

const stamp = () => path.join(project, 'node_modules', '.gongxin-stamp');

test('two at once install once, then both run, on a channel that tells them when the launcher dies', async () => {
  const both = [run('one'), run('two')];
  expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
  expect(
    both
      .map(({ said }) => said())
      .join('')
      .match(/Installing what is missing/g),
  ).toHaveLength(1);
  for (const [index, { said }] of both.entries())
    expect(said()).toContain(`ran ${['one', 'two'][index]} connected true`);
});

test('installed, it installs nothing', async () => {
  const before = (await stat(stamp())).mtimeMs;
  const again = run('again');
  expect(await again.ended).toBe(0);
  expect(again.said()).toBe('ran again connected true\n');
  expect((await stat(stamp())).mtimeMs).toBe(before);
});

test('another lockfile is installed, and a lock whose owner is dead is no hindrance', async () => {
  const before = await readFile(stamp(), 'utf8');
  const file = path.join(project, 'package-lock.json');
  await writeFile(file, `${await readFile(file, 'utf8')}\n`);
  await mkdir(path.join(project, 'var', 'install.lock'));
  await writeFile(path.join(project, 'var', 'install.lock', 'pid'), '4194305');
  expect(await run('third').ended).toBe(0);
  expect(await readFile(stamp(), 'utf8')).not.toBe(before);
});

test('signals reach the program, and its exit code comes back', async () => {
  const waiting = run('wait');
  await expect.poll(waiting.said, { timeout: 10_000 }).toContain('ran wait');
  waiting.child.kill('SIGTERM');
  expect(await waiting.ended).toBe(7);
  expect(waiting.said()).toContain('asked to end');
});
