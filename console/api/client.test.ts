/** The client: what comes back for each kind of answer, and what it tells its surroundings. */
import { describe, expect, test } from 'vitest';
import { createClient, withQuery } from './client.ts';
import { isSignedOut, ProblemError } from './problem-error.ts';

/** A client whose server gives `answer`; what was asked and told is kept. */
function clientOf(answer: () => Response | Error, language: 'zh' | 'en' = 'zh') {
  const asked: { path: string; init: RequestInit }[] = [];
  let signedOut = 0;
  const client = createClient({
    fetch: async (path, init = {}) => {
      asked.push({ path: String(path), init });
      const given = answer();
      if (given instanceof Error) throw given;
      return given;
    },
    language: () => language,
    onSignedOut: () => {
      signedOut++;
    },
  });
  return { client, asked, signedOut: () => signedOut };
}

function problem(status: number, body: object): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  });
}

async function problemOf(asking: Promise<unknown>) {
  const error = await asking.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof ProblemError)) throw new Error(`not a problem: ${String(error)}`);
  return error.problem;
}

describe('client', () => {
  test('gives the JSON of an answer, and asks in the language in use', async () => {
    const { client, asked } = clientOf(() => Response.json({ items: [1] }), 'en');
    expect(await client.get('/api/v1/submissions')).toEqual({ items: [1] });
    expect(new Headers(asked[0]?.init.headers).get('accept-language')).toBe('en');
    expect(asked[0]?.init.credentials).toBe('same-origin');
  });

  test('sends JSON with its media type, and nothing where there is nothing', async () => {
    const { client, asked } = clientOf(() => new Response(null, { status: 204 }));
    expect(await client.send('POST', '/x', { reason: '填错了' })).toBeUndefined();
    expect(asked[0]?.init.body).toBe('{"reason":"填错了"}');
    expect(new Headers(asked[0]?.init.headers).get('content-type')).toBe('application/json');
    await client.send('DELETE', '/api/v1/session');
    expect(asked[1]?.init.body).toBeUndefined();
    expect(new Headers(asked[1]?.init.headers).has('content-type')).toBe(false);
  });

  test('throws a problem with its title, advice, details and reference', async () => {
    const { client } = clientOf(() =>
      problem(400, {
        type: '/problems/invalid-request',
        title: '请求内容不符合要求',
        advice: '请按 errors 修改。',
        detail: '正文：/reason 至少 4 个字符',
        traceId: 'abc',
        errors: [{ pointer: '/reason', rule: 'minLength', message: '至少 4 个字符' }],
      }),
    );
    expect(await problemOf(client.send('POST', '/x', {}))).toEqual({
      kind: 'invalid-request',
      status: 400,
      title: '请求内容不符合要求',
      advice: '请按 errors 修改。',
      detail: '正文：/reason 至少 4 个字符',
      traceId: 'abc',
      errors: [{ pointer: '/reason', rule: 'minLength', message: '至少 4 个字符' }],
    });
  });

  test('tells when the session is over, and only then', async () => {
    const words = { title: 't', advice: 'a' };
    const over = clientOf(() => problem(401, { type: '/problems/sign-in-required', ...words }));
    const error: unknown = await over.client.get('/x').catch((caught: unknown) => caught);
    expect(isSignedOut(error)).toBe(true);
    expect(over.signedOut()).toBe(1);
    const wrong = clientOf(() => problem(401, { type: '/problems/sign-in-failed', ...words }));
    await problemOf(wrong.client.send('POST', '/api/v1/session', {}));
    expect(wrong.signedOut()).toBe(0);
  });

  test.each([
    ['zh', '没有连上服务器'],
    ['en', 'The server could not be reached'],
  ] as const)('says in %s that nothing answered', async (language, title) => {
    const { client } = clientOf(() => new TypeError('Failed to fetch'), language);
    expect(await problemOf(client.get('/x'))).toMatchObject({ kind: 'no-connection', title });
  });

  test.each([
    ['an error page of something in between', () => new Response('<h1>Bad Gateway</h1>', { status: 502 })],
    ['a problem cut off', () => problemText('{"title":"x","adv')],
    ['JSON that is no problem', () => problemText('{"message":"boom"}')],
  ])('never shows %s', async (_, answer) => {
    const found = await problemOf(clientOf(answer).client.get('/x'));
    expect(found.kind).toBe('unreadable-answer');
    expect(JSON.stringify(found)).not.toMatch(/Gateway|boom/);
  });

  test('passes an aborted request on as what it is', async () => {
    const aborted = new DOMException('aborted', 'AbortError');
    await expect(clientOf(() => aborted).client.get('/x')).rejects.toBe(aborted);
  });
});

function problemText(text: string): Response {
  return new Response(text, { status: 500, headers: { 'content-type': 'application/problem+json' } });
}

test('withQuery leaves out what has no value', () => {
  expect(withQuery('/a', { item: 'x y', status: '', limit: 5, before: undefined })).toBe(
    '/a?item=x+y&limit=5',
  );
  expect(withQuery('/a', { item: '' })).toBe('/a');
});
