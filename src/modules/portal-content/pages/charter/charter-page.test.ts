// The charter's page says, word for word, what CHARTER.md says, and says it in both languages.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

const file = readFileSync(path.join(import.meta.dirname, '../../../../../CHARTER.md'), 'utf8');
const plain = file
  .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
  .replace(/\*\*|`/g, '')
  .replace(/\s+/g, ' ');
const numbers = [...file.matchAll(/^\| (C\d+) /gm)].map((match) => match[1]);

describe('the charter', () => {
  test('has all thirteen rules in both languages, in order', () => {
    expect(numbers).toHaveLength(13);
    expect(en.rules.map((rule) => rule.no)).toEqual(numbers);
    expect(zh.rules.map((rule) => rule.no)).toEqual(numbers);
  });

  test.each(en.rules)('$no is the text of CHARTER.md', ({ no, name, rule, enforced }) => {
    expect(plain).toContain(`| ${no} ${name} | ${rule} | ${enforced} |`);
  });

  test('what stands before and after the rules is the text of CHARTER.md', () => {
    for (const text of [...en.intro, ...en.further]) expect(plain).toContain(text);
  });

  test('the Chinese is a translation, not a copy', () => {
    for (const rule of zh.rules) {
      for (const text of [rule.name, rule.rule, rule.enforced, rule.today])
        expect(text).toMatch(/\p{Script=Han}{2}/u);
    }
  });
});
