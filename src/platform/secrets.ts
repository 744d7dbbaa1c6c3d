/** Secrets of the installation: passwords made once and kept under <data>/secrets, readable by the owner alone. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The secret called `name`, made at random (256 bits, base64url) when it does not exist yet.
 * @returns the secret, and whether it was made just now
 */
export function keepSecret(
  dataFolder: string,
  name: string,
): { readonly value: string; readonly isNew: boolean } {
  const folder = path.join(dataFolder, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, name);
  if (existsSync(file)) return { value: readFileSync(file, 'utf8').trim(), isNew: false };
  const value = randomBytes(32).toString('base64url');
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${value}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
  return { value, isNew: true };
}
