/** Rules of findings and their pages, both ways; words in two languages; placeholders that are the same in both. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FINDING_RULES } from '../../modules/intake/index.ts';
import { html } from '../../platform/html/index.ts';
import { testDatabase } from '../../platform/testing.ts';
import { buildApp } from '../server.ts';
import { sourceFiles } from './testing/reach.ts';

const world = await testDatabase();
const server = await buildApp(world.platform);
afterAll(async () => {
  await server.close();
  await world.close();
});

const rules = Object.entries(FINDING_RULES);
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe.each(rules)('%s', (code, rule) => {
  test('has a page in each language', async () => {
    for (const [language, address] of [
      ['zh', '/rules/'],
      ['en', '/en/rules/'],
    ] as const) {
      const answer = await server.inject(`${address}${code}`);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain(html`<h1>${rule.title[language]}</h1>`.toString());
      expect(answer.body).toContain(html`${rule.advice[language]}`.toString());
    }
  });

  test('says what is wrong and what to do, the same in both languages', () => {
    expect(code).toMatch(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/);
    expect(['error', 'warning', 'held', 'info']).toContain(rule.severity);
    for (const text of [rule.title, rule.advice]) {
      expect(text.zh).toMatch(/\p{Script=Han}.*[。？]$/su);
      expect(text.en).toMatch(/^[\p{Lu}\p{Script=Han}{“"].*[.?”]$/su);
      expect(placeholders(text.en)).toEqual(placeholders(text.zh));
    }
  });
});

test.each(['/rules', '/en/rules'])('%s lists all and nothing else', async (address) => {
  const { body } = await server.inject(address);
  const listed = [...body.matchAll(/href="(?:\/en)?\/rules\/([a-z0-9.-]+)"/g)].map(([, code]) => code);
  expect([...new Set(listed)].sort()).toEqual(rules.map(([code]) => code).sort());
});

test('an unknown rule has no page', async () => {
  expect((await server.inject('/rules/nonsense')).statusCode).toBe(404);
  expect((await server.inject('/rules/constructor')).statusCode).toBe(404);
});

test('every rule is used: its code stands in the code that judges, or in the data of an item', () => {
  const items = ['administrative-penalty', 'administrative-licence', 'organisation-registration'].map(
    (item) => path.resolve(`data/catalogue/items/${item}/item.json`),
  );
  // Where the words are defined, a code stands without being used.
  const definitions = /(reading\/rules|checking\/rules|checking\/words|settlement-rules|rule-examples)\.ts$/;
  const texts = [...sourceFiles().filter((file) => !definitions.test(file)), ...items].map((file) =>
    readFileSync(file, 'utf8'),
  );
  const all = texts.join('\n');
  const isUsed = (code: string) =>
    [`'${code}'`, `"${code}"`, `\`${code.split('.')[0]}.\${`].some((form) => all.includes(form));
  expect(rules.map(([code]) => code).filter((code) => !isUsed(code))).toEqual([]);
});
