// Regular expressions are written down in the program: no text of a user ever becomes a pattern (ASVS V1.2.9).
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Where a pattern is put together, and of what. */
const madeOfConstants: Readonly<Record<string, string>> = {
  'src/kernel/digit-runs.ts': 'lists of numerals and gaps in the same file',
  'src/kernel/personal-contacts.ts': 'lists of words in the same file',
  'src/modules/identity/change-clients.ts': 'the pattern of scopes, a constant of the API',
  'src/modules/intake/checking/amount-in-text.ts': 'numerals, constants',
  'src/modules/intake/reading/tidy-cell.ts': 'another constant with the flag g',
  'src/modules/subjects/names-agree.ts': 'names of places, a constant',
  'src/platform/http/unknown-address.ts': 'addresses of our own routes, each letter of meaning escaped',
  'src/platform/ids.ts': 'the pattern of ids, a constant',
  'src/platform/source-database/secret.ts': 'names of settings, each letter of meaning escaped',
};

test('a pattern is made from constants alone, in files that are listed with what it is made of', async () => {
  const root = path.join(import.meta.dirname, '../../..');
  const making: string[] = [];
  let read = 0;
  for await (const file of glob('{src,console}/**/*.{ts,tsx}', { cwd: root })) {
    if (/\.test\.tsx?$|\/testing\//.test(file)) continue;
    read += 1;
    if (/\bRegExp\(/.test(await readFile(path.join(root, file), 'utf8'))) making.push(file);
  }
  expect(read).toBeGreaterThan(400);
  expect(making.filter((file) => !(file in madeOfConstants))).toEqual([]);
});
