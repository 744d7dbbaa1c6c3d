/** The description of the API: clean for linters, complete for people, and shown on pages in both languages. */
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, describe, expect, test } from 'vitest';
import { isIdentityNumber } from '../../kernel/identity-number.ts';
import { isUscc } from '../../kernel/uscc.ts';
import type { Operation } from '../../platform/http/openapi-document.ts';
import { findProblem } from '../../platform/problem.ts';
import { testDatabase } from '../../platform/testing.ts';
import { buildApp } from '../server.ts';
import { fieldsOf } from './fields.ts';
import { prose } from './prose.ts';
import { docsWords } from './words.ts';

const world = await testDatabase();
const server = await buildApp(world.platform);
afterAll(async () => {
  await server.close();
  await world.close();
});

const withoutExample: string[] = [];
const document = server.apiDocument((place) => withoutExample.push(place));
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const titled = operations.map(({ method, path, operation }) => [`${method} ${path}`, operation] as const);

/** Everybody may ask, and there is nothing to ask wrongly. */
function cannotBeWrong({ 'x-access': access, parameters, requestBody }: Operation): boolean {
  return access === undefined && (parameters ?? []).length === 0 && requestBody === undefined;
}

describe('/api/openapi.json', () => {
  test('is what the server sends', async () => {
    const answer = await server.inject('/api/openapi.json');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual(document);
    expect(document.openapi).toBe('3.1.0');
  });

  test('passes the recommended rules of a linter without an error or a warning', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const found = await lintFromString({ source: JSON.stringify(document), config });
    const told = found
      // The rule asks every operation for a 4xx answer; some have nothing that a request could get wrong.
      .filter(({ ruleId, location }) => {
        const [, path = '', method = ''] =
          /^#\/paths\/([^/]+)\/([^/]+)\//.exec(location[0]?.pointer ?? '') ?? [];
        const operation = document.paths[path.replaceAll('~1', '/').replaceAll('~0', '~')]?.[method];
        return !(ruleId === 'operation-4xx-response' && operation && cannotBeWrong(operation));
      })
      .map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`);
    expect(told).toEqual([]);
  });

  test('the linter would tell what is wrong', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const spoilt = structuredClone(document) as unknown as {
      paths: Record<string, { get: { operationId?: string } }>;
    };
    delete spoilt.paths['/api/v1/units']?.get.operationId;
    const found = await lintFromString({ source: JSON.stringify(spoilt), config });
    expect(found.map(({ ruleId }) => ruleId)).toContain('operation-operationId');
  });

  test('has an example of everything', () => {
    expect(withoutExample).toEqual([]);
  });

  test('shows no code that could be somebody’s: all examples are valid and of the invented city', () => {
    const codes = JSON.stringify(document).match(/(?<![0-9A-Za-z])[0-9A-Z]{18}(?![0-9A-Za-z])/g) ?? [];
    expect(codes.length).toBeGreaterThan(3);
    // No division has the number of the invented city, neither in a unified code nor in an identity number.
    const isOfTheCity = (code: string) =>
      isUscc(code) ? code.slice(2, 8) === '371899' : isIdentityNumber(code) && code.startsWith('371899');
    const strange = codes.filter((code) => /[A-Z]/.test(code) && !isOfTheCity(code));
    expect(strange).toEqual([]);
  });

  test.each(titled)('%s says what it does, in a group, with its problems', (_name, operation) => {
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/);
    expect(operation.summary).toMatch(/^\p{Lu}.{5,}/u);
    expect(operation.summary).not.toMatch(/\.$/);
    expect(operation.tags).toHaveLength(1);
    expect(document.tags?.map(({ name }) => name)).toContain(operation.tags?.[0]);
    for (const type of operation['x-problems'] ?? []) {
      const status = String(findProblem(type)?.status);
      expect(operation.responses[status], type).toBeDefined();
    }
    expect(operation.responses['default']).toBeDefined();
    if (!cannotBeWrong(operation)) expect(operation['x-problems']).not.toEqual([]);
  });

  test('operations have different names', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  // Files whose addresses and forms C2SP prescribes (tlog-tiles, tlog-proof); every other address of the log is described.
  const filesOfC2sp = ['/log/checkpoint', '/log/keys', '/log/tile/*', '/log/proof/:entryId'];

  test('every route of the API is in it, and nothing else', () => {
    const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort();
    const routes = server.doors
      .filter(({ url }) => /^\/(api\/v1|oauth|health|log)\//.test(url) && !filesOfC2sp.includes(url))
      .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
    expect(described).toEqual([...new Set(routes)].sort());
  });

  test('guarded operations name both ways to sign in, or the one there is', () => {
    for (const { path, operation } of operations) {
      const { security } = operation as Operation & { security: Record<string, string[]>[] };
      const access = operation['x-access'];
      const expected = [...(access?.clients ? ['client'] : []), ...(access?.roles.length ? ['account'] : [])];
      const named = security.flatMap((way) => Object.keys(way));
      if (access) expect(named, path).toEqual(expected);
    }
  });
});

describe('/api/docs', () => {
  const pages = [
    '/api/docs',
    ...(document.tags ?? []).map(({ name }) => `/api/docs/${name.replaceAll(' ', '-')}`),
  ];

  test.each(pages.flatMap((page) => [page, `/en${page}`]))(
    '%s is a whole page without script of its own',
    async (address) => {
      const answer = await server.inject({ url: address, headers: { accept: 'text/html' } });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.body).toContain(`<html lang="${address.startsWith('/en') ? 'en' : 'zh-CN'}">`);
      expect(Buffer.byteLength(answer.body)).toBeLessThan(60_000);
      expect(answer.body).not.toMatch(/undefined|\[object Object/);
    },
  );

  test('the overview links to every operation, whose section is there with its problems', async () => {
    const overview = (await server.inject('/api/docs')).body;
    for (const { operation } of operations) {
      const address = `/api/docs/${operation.tags?.[0]?.replaceAll(' ', '-')}`;
      expect(overview).toContain(`href="${address}#${operation.operationId}"`);
      const page = (await server.inject(address)).body;
      const [, section = ''] = page.split(`id="${operation.operationId}"`);
      expect(section.startsWith(' aria-labelledby')).toBe(true);
      for (const type of operation['x-problems'] ?? []) expect(section).toContain(`/problems/${type}"`);
    }
  });

  test('what is said of roles and groups is said in both languages', () => {
    for (const words of Object.values(docsWords)) {
      for (const { name } of document.tags ?? []) expect(words.groupTitles[name], name).toBeDefined();
      for (const { name } of document.tags ?? []) {
        const about =
          words.groupAbout ??
          Object.fromEntries((document.tags ?? []).map((tag) => [tag.name, tag.description]));
        expect(about[name], name).toMatch(/[。.]$/);
      }
      const roles = operations.flatMap(({ operation }) => operation['x-access']?.roles ?? []);
      for (const role of roles) expect(words.roles[role], role).toBeDefined();
    }
  });

  test('an unknown group is not found', async () => {
    expect((await server.inject('/api/docs/nothing')).statusCode).toBe(404);
  });
});

test('members of a schema come as rows with their paths', () => {
  const schema = {
    type: 'object',
    required: ['items'],
    properties: {
      items: {
        type: 'array',
        items: { type: 'object', properties: { at: { type: 'string', format: 'date' } } },
      },
      next: { anyOf: [{ type: 'string' }, { type: 'null' }], description: 'cursor' },
    },
  };
  expect(fieldsOf(schema)).toEqual([
    { path: 'items', type: '[object]', required: true, description: '' },
    { path: 'items[].at', type: 'string (date)', required: false, description: '' },
    { path: 'next', type: 'string, null', required: false, description: 'cursor' },
  ]);
});

test('descriptions become paragraphs, lists and code, and nothing in them comes alive', () => {
  expect(prose('A `b` <i>\nc.\n\n- one\n  more\n- two').toString()).toBe(
    '<p>A <code>b</code> &lt;i&gt; c.</p><ul><li>one more</li><li>two</li></ul>',
  );
});
