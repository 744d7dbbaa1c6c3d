/** The password of a source: in a file of its own, in the folder of the unit whose source it is. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ChannelSettings } from '../channel-settings.ts';

/** How a password's file may be called; nothing that leaves the unit's folder. */
export const SECRET_PATTERN = '^[a-z0-9][a-z0-9-]{0,63}$';
const unitName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** The password, or undefined where there is no such file or nothing in it. */
export async function readSourceSecret(
  { pullSecrets }: ChannelSettings,
  unit: string,
  name: string,
): Promise<string | undefined> {
  if (!unitName.test(unit) || !new RegExp(SECRET_PATTERN).test(name)) return undefined;
  try {
    return (await readFile(path.join(pullSecrets, unit, name), 'utf8')).trim() || undefined;
  } catch (error) {
    if (['ENOENT', 'EACCES', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    throw error;
  }
}
