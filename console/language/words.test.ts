/** Every word of the console is there in both languages, and in the right one. */
import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = path.dirname(import.meta.dirname);
const files = globSync('**/words.ts', { cwd: folder });
const HAN = /\p{Script=Han}/u;
/** Chinese that stands in English on purpose: the switch to it, holiday names, what is typed as it is. */
const QUOTED = new Set(['otherLanguage', 'numberHelp', 'daysHelp', 'leadCentre']);

type Entry = { readonly key: string; readonly zh: unknown; readonly en: unknown };

/** All leaves by their path. */
function leaves(zh: unknown, en: unknown, key = ''): Entry[] {
  if (typeof zh !== 'object' || zh === null || Array.isArray(zh)) return [{ key, zh, en }];
  const keys = new Set([...Object.keys(zh), ...Object.keys(en as object)]);
  return [...keys].flatMap((name) =>
    leaves((zh as Record<string, unknown>)[name], (en as Record<string, unknown>)[name], `${key}/${name}`),
  );
}

/** A sentence with its gaps filled, so that functions are judged too. */
function sentence(word: unknown): string {
  if (typeof word === 'function') return String(word(7, 7, 7, 7));
  return Array.isArray(word) ? word.join(' ') : String(word);
}

test('there are words', () => expect(files.length).toBeGreaterThan(8));

describe.each(files)('%s', async (file) => {
  const { words } = (await import(path.join(folder, file))) as { words: { zh: unknown; en: unknown } };
  const entries = leaves(words.zh, words.en);

  test.each(entries)('$key', ({ key, zh, en }) => {
    expect(typeof zh).toBe(typeof en);
    if (typeof zh === 'function' && typeof en === 'function') expect(en.length).toBe(zh.length);
    expect(sentence(zh).trim()).not.toBe('');
    expect(sentence(en).trim()).not.toBe('');
    const name = key.split('/').at(-1) ?? '';
    if (!QUOTED.has(name)) expect(sentence(en)).not.toMatch(HAN);
    expect(sentence(zh)).not.toMatch(/undefined|\[object/);
  });
});
