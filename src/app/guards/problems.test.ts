/** Problems and their pages, both ways; what a route throws it declares, and what it declares is thrown. */
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { html } from '../../platform/html/index.ts';
import { listProblems } from '../../platform/problem.ts';
import { testDatabase } from '../../platform/testing.ts';
import { buildApp } from '../server.ts';
import { namesUsed, problemNames, reachedFrom, readModule, sourceFiles, thrownIn } from './testing/reach.ts';

const world = await testDatabase();
const server = await buildApp(world.platform);
afterAll(async () => {
  await server.close();
  await world.close();
});

const problems = listProblems();
const asPage = { headers: { accept: 'text/html' } };

describe('pages', () => {
  test.each(problems.map((problem) => [problem.type, problem] as const))(
    '%s has one in each language',
    async (type, problem) => {
      for (const [language, address] of [
        ['zh', '/problems/'],
        ['en', '/en/problems/'],
      ] as const) {
        const answer = await server.inject({ url: `${address}${type}`, ...asPage });
        expect(answer.statusCode).toBe(200);
        expect(answer.body).toContain(html`<h1>${problem.title[language]}</h1>`.toString());
        expect(answer.body).toContain(html`${problem.advice[language]}`.toString());
      }
    },
  );

  test.each(['/problems', '/en/problems'])('%s lists all and nothing else', async (address) => {
    const { body } = await server.inject({ url: address, ...asPage });
    const listed = [...body.matchAll(/href="(?:\/en)?\/problems\/([a-z0-9-]+)"/g)].map(([, type]) => type);
    expect([...new Set(listed)].sort()).toEqual(problems.map(({ type }) => type));
  });

  test('an unknown kind has none', async () => {
    expect((await server.inject({ url: '/problems/nonsense', ...asPage })).statusCode).toBe(404);
  });
});

test.each(problems.map((problem) => [problem.type, problem] as const))(
  '%s is a sentence and an advice in two languages',
  (_type, problem) => {
    const { title, advice } = problem;
    for (const text of [title.zh, advice.zh]) expect(text).toMatch(/\p{Script=Han}/u);
    for (const text of [title.en, advice.en]) expect(text).not.toMatch(/\p{Script=Han}/u);
    expect(advice.zh).toMatch(/[。”]$/);
    expect(advice.en).toMatch(/[.”]$/);
  },
);

// Answered by the server itself for any route: sign-in and rights, bodies, addresses, limits, faults.
const byThePlatform = new Set(problemNames(path.resolve('src/platform/problems.ts')));

describe('routes', () => {
  const entrances = ['api', 'console'].flatMap((name) =>
    ['identity', 'law', 'subjects', 'catalogue', 'publicity', 'records', 'intake', 'quality']
      .map((module) => path.resolve(`src/modules/${module}/${name}.ts`))
      .filter((file) => readModule(file) !== undefined),
  );

  test('there are entrances to judge', () => {
    expect(entrances.length).toBeGreaterThan(5);
  });

  test.each(entrances.map((file) => [path.relative('', file), file]))(
    'of %s declare what is thrown behind them',
    (_name, file) => {
      const { thrown, declared } = reachedFrom(file);
      const undeclared = [...thrown].filter((name) => !declared.has(name) && !byThePlatform.has(name));
      expect(undeclared).toEqual([]);
      const neverThrown = [...declared].filter((name) => !thrown.has(name) && !byThePlatform.has(name));
      expect(neverThrown).toEqual([]);
    },
  );
});

test('every kind is thrown somewhere, or kept for a verb that has no door yet', () => {
  const files = sourceFiles();
  const defined = files.flatMap(problemNames);
  const used = new Set(files.flatMap((file) => namesUsed(file)));
  expect(defined.length).toBe(problems.length);
  expect(defined.filter((name) => !used.has(name))).toEqual([]);
});

test('the reader of throws and declarations reads them', () => {
  expect(thrownIn('throw new Problem(a); throw new Problem(\n  problems.b, {})')).toEqual(['a', 'b']);
});
