/** The server's own promises: guards, problems in both languages and both forms, strict bodies, no leaks. */
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { InjectOptions } from 'fastify';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, anonymous, definePermission } from '../actor.ts';
import { html } from '../html/index.ts';
import { createLog } from '../log.ts';
import { defineProblem, Problem } from '../problem.ts';
import { acceptStreams, buildServer, createMetrics, type RoutePlugin, type Server } from './index.ts';

const reading = definePermission('sample.read', { roles: ['officer'], clients: false });
const held = defineProblem({
  type: 'sample-held',
  status: 409,
  title: { zh: '已占用', en: 'Held' },
  advice: { zh: '请稍候', en: 'Wait' },
});
const open = { access: 'public' } as const;
const lines: string[] = [];

const samples: RoutePlugin = (scope) => {
  const body = Type.Object(
    { n: Type.Integer({ minimum: 1 }), tags: Type.Optional(Type.Array(Type.String())) },
    { additionalProperties: false },
  );
  scope.post('/api/v1/strict', { config: open, schema: { body } }, async ({ body: sent }) => sent);
  const querystring = Type.Object({ page: Type.Integer({ default: 1, maximum: 9 }) });
  scope.get('/api/v1/query', { config: open, schema: { querystring } }, async ({ query }) => query);
  scope.get(
    '/api/v1/held',
    { config: { ...open, problems: [held] }, schema: { summary: 'Held' } },
    async () => {
      throw new Problem(held, {
        detail: { zh: '细节', en: 'detail' },
        extra: { reasons: [{ zh: '甲', en: 'one' }] },
      });
    },
  );
  scope.get('/api/v1/fault', { config: open }, async () => {
    throw new Error('secret of the house');
  });
  scope.get('/api/v1/lost', { config: open }, async () => {
    throw Object.assign(new Error('x'), { code: '57P01' });
  });
  scope.get('/api/v1/guarded', { config: { access: reading } }, async ({ actor }) => actor);
  scope.get('/en/page/:id', { config: open }, async () => {
    throw new Problem(held);
  });
};

const uploads: RoutePlugin = (scope) => {
  acceptStreams(scope, ['text/csv', 'application/json']);
  scope.post('/api/v1/upload', { config: open }, async ({ body }) => ({
    length: (await text(body as Readable)).length,
  }));
};

function build(routes: readonly RoutePlugin[]): Promise<Server> {
  return buildServer({
    log: createLog('info', { write: (line: string) => void lines.push(line) }),
    authenticate: ({ headers }): Actor =>
      headers['x-role']
        ? { kind: 'account', accountId: '1', unit: 'u', roles: [String(headers['x-role'])], name: 'n' }
        : anonymous,
    renderProblem: ({ definition, language, detail }) =>
      html`<h1>${definition.title[language]}</h1>${detail}`,
    routes,
    checks: [{ name: 'sample', check: async () => undefined }],
    metrics: createMetrics(),
    api: { title: 'Sample', version: '1', description: 'Sample' },
    trustProxy: false,
    bodyLimit: 1_000,
  });
}

let server: Server;
beforeAll(async () => {
  server = await build([samples, uploads]);
});
afterAll(() => server.close());

test('a route that does not say who may ask stops the start', async () => {
  await expect(build([(scope) => void scope.get('/open', async () => 'x')])).rejects.toThrow(
    /GET \/open.*config.access/,
  );
});

describe('guard', () => {
  test.each([
    [undefined, 401, 'sign-in-required'],
    ['viewer', 403, 'not-allowed'],
    ['officer', 200, undefined],
  ])('role %s gets %i', async (role, status, type) => {
    const answer = await server.inject({ url: '/api/v1/guarded', headers: role ? { 'x-role': role } : {} });
    expect(answer.statusCode).toBe(status);
    expect(answer.json().type).toBe(type && `/problems/${type}`);
  });
});

describe('problems', () => {
  test.each([
    ['zh-CN', 'zh-CN', '已占用', '细节', '甲'],
    ['en', 'en', 'Held', 'detail', 'one'],
  ])('JSON after RFC 9457 in %s', async (accept, tag, title, detail, reason) => {
    const answer = await server.inject({ url: '/api/v1/held', headers: { 'accept-language': accept } });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': tag,
    });
    expect(answer.json()).toMatchObject({
      type: '/problems/sample-held',
      status: 409,
      title,
      detail,
      reasons: [reason],
    });
  });

  test('a page for browsers, in the language of the address', async () => {
    const answer = await server.inject({
      url: '/en/page/1',
      headers: { accept: 'text/html,*/*;q=0.8', 'accept-language': 'zh' },
    });
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toBe('<h1>Held</h1>');
  });

  test.each<[string, InjectOptions, number, string]>([
    ['an unknown address', { url: '/nowhere' }, 404, 'not-found'],
    ['an unknown method', { method: 'DELETE', url: '/api/v1/query' }, 405, 'method-not-allowed'],
    ['a broken address', { url: '/%E0%A4%A' }, 404, 'not-found'],
    [
      'broken JSON',
      {
        method: 'POST',
        url: '/api/v1/strict',
        payload: '{',
        headers: { 'content-type': 'application/json' },
      },
      400,
      'unreadable-body',
    ],
    [
      'an empty body',
      { method: 'POST', url: '/api/v1/strict', payload: '', headers: { 'content-type': 'application/json' } },
      400,
      'unreadable-body',
    ],
    [
      'a prototype in JSON',
      {
        method: 'POST',
        url: '/api/v1/strict',
        payload: '{"n":1,"__proto__":{}}',
        headers: { 'content-type': 'application/json' },
      },
      400,
      'unreadable-body',
    ],
    [
      'another content type',
      { method: 'POST', url: '/api/v1/strict', payload: 'x', headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported-media-type',
    ],
    [
      'too large a body',
      { method: 'POST', url: '/api/v1/strict', payload: { n: 1, tags: ['x'.repeat(2_000)] } },
      413,
      'body-too-large',
    ],
    ['a lost database', { url: '/api/v1/lost' }, 503, 'unavailable'],
  ])('%s', async (_name, request, status, type) => {
    const answer = await server.inject(request);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ type: `/problems/${type}`, status });
    expect(answer.json().advice).toMatch(/\p{Script=Han}/u);
  });

  test('405 names the methods that are allowed', async () => {
    const answer = await server.inject({ method: 'DELETE', url: '/api/v1/query' });
    expect(answer.headers.allow).toBe('GET, HEAD');
  });

  test('a fault tells nothing but its trace id, by which the log has all', async () => {
    const answer = await server.inject('/api/v1/fault?name=张三');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    const logged = lines.find((line) => line.includes(answer.json().traceId));
    expect(logged).toContain('secret of the house');
    expect(lines.join()).not.toMatch(/张三|%E5%BC%A0/);
  });
});

describe('bodies are taken as they are', () => {
  const post = (payload: object) => server.inject({ method: 'POST', url: '/api/v1/strict', payload });
  test('a good one passes', async () => {
    expect((await post({ n: 2 })).json()).toEqual({ n: 2 });
  });
  test.each([
    [{ n: '2' }, 'type'],
    [{ n: 1, more: 1 }, 'additionalProperties'],
    [{}, 'required'],
    [{ n: 0 }, 'minimum'],
    [{ n: 1, tags: 'x' }, 'type'],
  ])('%j is refused for its %s', async (payload, rule) => {
    const answer = await post(payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors.map((error: { rule: string }) => error.rule)).toContain(rule);
  });
  test('every broken rule is told at once', async () => {
    expect((await post({ n: 'x', tags: [1], more: 1 })).json().errors).toHaveLength(3);
  });
  test('query strings, being text, are converted and filled', async () => {
    expect((await server.inject('/api/v1/query?page=3')).json()).toEqual({ page: 3 });
    expect((await server.inject('/api/v1/query')).json()).toEqual({ page: 1 });
    expect((await server.inject('/api/v1/query?page=12')).statusCode).toBe(400);
  });
});

test('files come as streams, past the limit of ordinary bodies, JSON included', async () => {
  for (const type of ['text/csv', 'application/json']) {
    const answer = await server.inject({
      method: 'POST',
      url: '/api/v1/upload',
      payload: Readable.from(['x'.repeat(50_000)]),
      headers: { 'content-type': type },
    });
    expect(answer.json()).toEqual({ length: 50_000 });
  }
  const other = await server.inject({
    method: 'POST',
    url: '/api/v1/upload',
    payload: 'x',
    headers: { 'content-type': 'image/png' },
  });
  expect(other.statusCode).toBe(415);
});

test('pages may run no inline script and be framed by nobody', async () => {
  const policy = (await server.inject('/health/live')).headers['content-security-policy'];
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
});

test('the description is OpenAPI 3.1 with the problems a route declared', async () => {
  const { openapi, paths } = (await server.inject('/api/openapi.json')).json();
  expect(openapi).toBe('3.1.0');
  expect(paths['/api/v1/held'].get.responses['409'].description).toContain('Held (/problems/sample-held)');
  expect(Object.keys(paths['/api/v1/guarded'].get.responses)).toEqual(expect.arrayContaining(['401', '403']));
  expect(paths['/en/page/{id}']).toBeUndefined();
});

test('figures are for this machine alone', async () => {
  expect((await server.inject('/metrics')).body).toContain('http_request_duration_seconds_bucket');
  expect((await server.inject({ url: '/metrics', remoteAddress: '10.0.0.1' })).statusCode).toBe(404);
  expect(
    (await server.inject({ url: '/metrics', headers: { 'x-forwarded-for': '10.0.0.1' } })).statusCode,
  ).toBe(404);
});

describe('what the log says of refusals', () => {
  const told = async (options: InjectOptions) => {
    lines.length = 0;
    await server.inject(options);
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  };

  test('one line for whoever was turned away, by number, and for what could not be read; nothing of what was sent', async () => {
    const guarded = { url: '/api/v1/guarded?name=secret-of-the-query' };
    expect(await told(guarded)).toMatchObject([
      { event: 'http.refused', problem: 'sign-in-required', route: '/api/v1/guarded', asker: 'anonymous' },
    ]);
    const [line] = await told({ ...guarded, headers: { 'x-role': 'other' } });
    expect(line).toMatchObject({ problem: 'not-allowed', status: 403, account: '1', unit: 'u' });
    expect(JSON.stringify(line)).not.toContain('secret-of-the-query');
    const payload = { n: 0, name: 'secret-of-the-body' };
    const [input] = await told({ method: 'POST', url: '/api/v1/strict', payload });
    expect(input).toMatchObject({ event: 'http.input-refused', status: 400, route: '/api/v1/strict' });
    expect(JSON.stringify(input)).not.toContain('secret-of-the-body');
  });

  test('an address that is not there, and a conflict, are no lines', async () => {
    expect(await told({ url: '/nowhere' })).toEqual([]);
    expect(await told({ url: '/api/v1/held' })).toEqual([]);
  });
});
