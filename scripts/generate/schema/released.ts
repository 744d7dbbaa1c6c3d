// Reads db/released.txt: which migrations have been released, and so must stay as they are.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { migrationsFolder } from '../../../src/platform/db/migrate.ts';

/** One released migration; `checksum` is the SHA-256 of its file in hexadecimal. */
export interface Released {
  name: string;
  checksum: string;
}

/** @throws Error for a line that is not `<sha256>  db/migrations/<name>` */
export function parseReleased(text: string): Released[] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [, checksum, name] = /^([0-9a-f]{64}) [ *]db\/migrations\/([\w.-]+\.sql)$/.exec(line) ?? [];
    if (checksum === undefined || name === undefined)
      throw new Error(`db/released.txt cannot be read: ${line}`);
    return { name, checksum };
  });
}

/** The released migrations, oldest first; none before the first release. */
export function readReleased(): Released[] {
  return parseReleased(readFileSync(path.join(migrationsFolder, '..', 'released.txt'), 'utf8'));
}
