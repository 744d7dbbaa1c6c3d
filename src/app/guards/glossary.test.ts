/** The glossary and the code speak the same words: every word that data may hold is explained, every identifier exists. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listPermissions } from '../../platform/actor.ts';
import { openClient } from '../../platform/db/pool.ts';
import { loginRoles } from '../../platform/db/roles.ts';
import { testDatabase } from '../../platform/testing.ts';
import { buildApp } from '../server.ts';
import { sourceFiles } from './testing/reach.ts';

const world = await testDatabase();
afterAll(() => world.close());

const glossary = readFileSync(path.resolve('GLOSSARY.md'), 'utf8');
const explained = new Set(
  [...glossary.matchAll(/`([^`]+)`/g)].flatMap(([, words = '']) => words.split(/[\s,]+/)),
);

test('every word that a column of the database may hold is in the glossary', async () => {
  const client = await openClient(world.superuser, 'glossary guard');
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select k.conname as name, pg_get_constraintdef(k.oid) as definition from pg_constraint k
      join pg_namespace n on n.oid = k.connamespace
      where k.contype = 'c' and k.conislocal and n.nspname not in ('graphile_worker', 'pg_catalog', 'information_schema')`,
  );
  await client.end();
  const words = rows
    .filter(({ definition }) => definition.includes('ANY (ARRAY['))
    .flatMap(({ definition }) =>
      [...definition.matchAll(/'([^']+)'::text/g)].map(([, word]) => word as string),
    );
  expect(words.length).toBeGreaterThan(30);
  // Languages are named by their tags (BCP 47).
  const ours = words.filter((word) => !['zh', 'en'].includes(word));
  expect([...new Set(ours)].filter((word) => !explained.has(word))).toEqual([]);
});

test('every role is in the glossary', async () => {
  const server = await buildApp(world.platform);
  await server.close();
  const roles = listPermissions().flatMap((permission) => permission.roles);
  expect([...new Set([...roles, ...loginRoles])].filter((word) => !explained.has(word))).toEqual([]);
});

test('every identifier of the glossary exists in code, data or migrations, but for those kept for later', () => {
  const [present = ''] = glossary.split('## Words kept for later stages');
  const identifiers = present
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([A-Za-z_]+)`/g)].map(([, word]) => word as string),
    );
  expect(identifiers.length).toBeGreaterThan(40);
  const files = [...sourceFiles(), path.resolve('db/schema.sql'), path.resolve('src/architecture.ts')];
  const code = files
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
    .toLowerCase();
  const snake = (word: string) => word.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  const kebab = (word: string) => snake(word).replaceAll('_', '-');
  const missing = identifiers.filter(
    (word) => ![word.toLowerCase(), snake(word), kebab(word)].some((form) => code.includes(form)),
  );
  expect(missing).toEqual([]);
});
