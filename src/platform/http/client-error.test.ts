/** What is no readable request gets our problem too, in the language that can be made out. */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous } from '../actor.ts';
import { createLog } from '../log.ts';
import { buildServer, createMetrics, type Server } from './index.ts';

let server: Server;
let port: number;
beforeAll(async () => {
  server = await buildServer({
    log: createLog('silent'),
    authenticate: () => anonymous,
    renderProblem: (view) => view.definition.type,
    routes: [],
    checks: [],
    metrics: createMetrics(),
    api: { title: 'test', version: '1', description: 'test' },
    trustProxy: false,
  });
  port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => server.close());

async function send(bytes: string | Buffer) {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { head, problem: JSON.parse(body) as Record<string, unknown> };
}
const request = (path: string, ...headers: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: x', ...headers, '', ''].join('\r\n');

test.each([
  [
    'characters beyond ASCII in the address',
    request('/search?q=清和'),
    400,
    'unreadable-request',
    '请求无法解析',
  ],
  [
    'the same on an English page',
    request('/en/search?q=清和'),
    400,
    'unreadable-request',
    'The request cannot be read',
  ],
  [
    'the same to the API in English',
    request('/api/v1/public/subjects?q=清和', 'Accept-Language: en'),
    400,
    'unreadable-request',
    'The request cannot be read',
  ],
  [
    'bytes that are no HTTP',
    Buffer.from([0x16, 3, 1, 0, 0xff, 0x0d, 0x0a]),
    400,
    'unreadable-request',
    '请求无法解析',
  ],
  ['huge headers', request('/', `X: ${'x'.repeat(100_000)}`), 431, 'headers-too-large', '请求头过大'],
])('%s', async (_what, bytes, status, type, title) => {
  const { head, problem } = await send(bytes);
  expect(head).toContain(`HTTP/1.1 ${status} `);
  expect(head).toContain('Content-Type: application/problem+json');
  expect(problem).toMatchObject({ type: `/problems/${type}`, status, title });
});

test('text that no database keeps is refused before any route sees it', async () => {
  const answer = await server.inject({ url: '/health/live?x=%00', headers: { 'accept-language': 'en' } });
  expect(answer.json()).toMatchObject({
    type: '/problems/invalid-request',
    detail: expect.stringContaining('NUL'),
  });
});

test.each(['/health/live', '/%E0%A4%A'])(
  'a wish for another protocol at %s ends the connection, on which the next unreadable request would wait for ever',
  async (path) => {
    const socket = connect(port, '127.0.0.1');
    socket.write(request(path, 'Connection: upgrade', 'Upgrade: websocket'));
    const answer = await text(socket);
    expect(answer.toLowerCase()).toContain('connection: close');
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff');
  },
);

test('an expectation that nobody knows is ignored', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write(request('/health/live', 'Expect: miracles', 'Connection: close'));
  expect(await text(socket)).toContain('HTTP/1.1 200 ');
});
