/** Makes the cluster on first use: UTF-8, a locale that knows Chinese letters, passwords by SCRAM, checksums on. */
import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Places } from './places.ts';

/** The account that initdb makes; only the launcher signs in as it. */
export const superuser = 'gx';

function run(command: string, args: readonly string[], places: Places): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: path.dirname(places.cluster),
      env: { LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(places.runAs === undefined ? {} : { uid: places.runAs, gid: places.runAs }),
    });
    let said = '';
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(`无法建立数据库目录。initdb could not make the cluster (code ${code}): ${said.trim()}`),
        );
    });
  });
}

/**
 * Makes the cluster unless it is there. It grows under another name and is renamed when whole, so that a crash
 * leaves nothing half made. Under root the password file must be readable by the server's account.
 */
export async function ensureCluster(
  bin: string,
  places: Places,
  password: string,
  options: { readonly sync: boolean },
): Promise<boolean> {
  if (existsSync(places.cluster)) return false;
  const draft = `${places.cluster}.new`;
  const passwordFile = `${places.cluster}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (places.runAs !== undefined) {
    for (const file of [draft, passwordFile]) chownSync(file, places.runAs, places.runAs);
  }
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'];
  try {
    await run(
      path.join(bin, 'initdb'),
      [
        ...[
          '-D',
          draft,
          '-U',
          superuser,
          '-E',
          'UTF8',
          ...locale,
          '--auth=scram-sha-256',
          `--pwfile=${passwordFile}`,
          '-k',
        ],
        ...(options.sync ? [] : ['--no-sync']),
      ],
      places,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, places.cluster);
  return true;
}
