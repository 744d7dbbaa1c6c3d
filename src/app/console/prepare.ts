/** Sees that the console of today's source is built, and keeps what is served of it in memory. */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Platform } from '../../platform/index.ts';
import { type Assets, readAssets } from './assets.ts';
import { buildFolder, buildsFolder } from './places.ts';
import { consoleSourceHash } from './source-hash.ts';

/** Where the console stands: being built, served, or not buildable. */
export type ConsoleState =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'ready'; readonly assets: Assets }
  | { readonly kind: 'failed' };

const states = new WeakMap<Platform, ConsoleState>();

/** The console of a platform; `preparing` until `prepareConsole` is through. */
export function consoleState(platform: Platform): ConsoleState {
  return states.get(platform) ?? { kind: 'preparing' };
}

const program = path.join(import.meta.dirname, 'build-process.ts');

function buildApart(projectFolder: string, folder: string): Promise<void> {
  const child = fork(program, [projectFolder, folder], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-4_000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`building the console ended with ${code}: ${complaint}`));
    });
  });
}

/** Builds if this source was never built, then serves. A failure leaves the rest of the platform as it is. */
export async function prepareConsole(platform: Platform): Promise<void> {
  const { projectFolder, dataFolder } = platform.config;
  try {
    const builds = buildsFolder(projectFolder, dataFolder);
    const folder = buildFolder(builds, await consoleSourceHash(projectFolder));
    if (!existsSync(folder)) await buildApart(projectFolder, folder);
    states.set(platform, { kind: 'ready', assets: await readAssets(folder, builds) });
  } catch (error) {
    states.set(platform, { kind: 'failed' });
    throw error;
  }
}
