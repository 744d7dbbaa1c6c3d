/** The list of lost passwords: each of its lines is found, nothing else is, wherever it lies in the file. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isBreached } from './breached-passwords.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'breached-'));
afterAll(() => rmSync(folder, { recursive: true }));
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();
const lost = Array.from({ length: 500 }, (_, n) => `lost password ${n}`);

function write(name: string, lines: string[], end = '\r\n'): string {
  const file = path.join(folder, name);
  writeFileSync(
    file,
    lines
      .toSorted()
      .map((line) => line + end)
      .join(''),
  );
  return file;
}

/** As some programs leave it: nothing after the last line. */
function writeOpen(name: string, lines: string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, lines.toSorted().join('\n'));
  return file;
}

test.each([
  [
    'hashes with counts',
    write(
      'whole',
      lost.map((text, n) => `${sha1(text)}:${n ** 3}`),
    ),
  ],
  [
    'hashes alone, in lower case',
    write(
      'bare',
      lost.map((text) => sha1(text).toLowerCase()),
      '\n',
    ),
  ],
  [
    'prefixes of ten signs',
    write(
      'prefixes',
      lost.map((text) => sha1(text).slice(0, 10)),
      '\n',
    ),
  ],
  ['no end after the last line', writeOpen('open', lost.map(sha1))],
])('%s', async (_name, file) => {
  for (const text of lost) expect(await isBreached(file, text), text).toBe(true);
  for (let n = 0; n < 500; n++) expect(await isBreached(file, `another password ${n}`)).toBe(false);
});

test('one line, and none', async () => {
  const one = write('one', [`${sha1('x')}:1`]);
  expect([await isBreached(one, 'x'), await isBreached(one, 'y')]).toEqual([true, false]);
  expect(await isBreached(write('none', []), 'x')).toBe(false);
});

test('a list that went away is said, not taken for empty', async () => {
  await expect(isBreached(path.join(folder, 'gone'), 'x')).rejects.toThrow('ENOENT');
});
