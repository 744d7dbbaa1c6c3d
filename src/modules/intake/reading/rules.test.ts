/** Tests that every reading rule can be understood: both languages, the same placeholders, something to do. */
import { describe, expect, test } from 'vitest';
import { READING_RULES } from './rules.ts';

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

describe.each(Object.entries(READING_RULES))('%s', (code, { severity, title, advice }) => {
  test('is whole', () => {
    expect(code).toMatch(/^(file|header|row|cell|sheet|findings)\.[a-z0-9-]+$/);
    expect(['error', 'warning']).toContain(severity);
    for (const words of [title, advice]) {
      expect(words.zh).toMatch(/。$/);
      expect(words.en).toMatch(/\.$/);
      expect(placeholders(words.zh)).toEqual(placeholders(words.en));
    }
  });
});
