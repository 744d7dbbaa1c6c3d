/** The console's server side: the page while it is built and after, its policy, its files, and what makes it be built anew. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../../platform/http/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { buildApp } from '../server.ts';
import { prepareConsole } from './prepare.ts';
import { consoleSourceHash } from './source-hash.ts';

let world: TestWorld;
let server: Server;
beforeAll(async () => {
  world = await testDatabase();
  server = await buildApp(world.platform);
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { accept: 'text/html', ...headers } });

const nonceIn = (policy: unknown) => /style-src 'self' 'nonce-([\w-]{20,})'/.exec(String(policy))?.[1];

test('until it is built, a plain page says so and comes back by itself', async () => {
  const { statusCode, headers, body } = await get('/console/records');
  expect(statusCode).toBe(503);
  expect(headers).toMatchObject({ 'retry-after': '2', 'cache-control': 'no-store' });
  expect(body).toContain('<meta http-equiv="refresh" content="2">');
  expect(body).toContain('业务平台正在准备');
  expect(body).toContain('The console is being prepared');
  expect(body).toContain(`<style nonce="${nonceIn(headers['content-security-policy'])}">`);
  expect((await get('/console/assets/index.js')).statusCode).toBe(404);
});

describe('once it is built', () => {
  beforeAll(() => prepareConsole(world.platform));

  test.each(['/console', '/console/', '/console/hand-in/form?item=x', '/console/submissions/1'])(
    '%s is the page, with a nonce of its own',
    async (url) => {
      const [one, other] = [await get(url), await get(url)];
      expect(one.statusCode).toBe(200);
      expect(one.headers['cache-control']).toBe('no-store');
      const policy = String(one.headers['content-security-policy']);
      const nonce = nonceIn(policy);
      expect(one.body).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
      expect(one.body).toContain('<meta name="gongxin-demo" content="0">');
      expect(one.body).not.toContain('GONGXIN_NONCE');
      expect(policy).not.toMatch(/unsafe-(inline|eval)/);
      expect(policy).toContain("script-src 'self';");
      expect(nonceIn(other.headers['content-security-policy'])).not.toBe(nonce);
    },
  );

  test('its files never change and come packed to whoever takes that', async () => {
    const { body } = await get('/console');
    const script = /src="(\/console\/assets\/[\w.-]+\.js)"/.exec(body)?.[1] ?? '';
    const style = /href="(\/console\/assets\/[\w.-]+\.css)"/.exec(body)?.[1] ?? '';
    for (const [url, type] of [
      [script, 'text/javascript; charset=utf-8'],
      [style, 'text/css; charset=utf-8'],
    ] as const) {
      const plain = await get(url);
      expect(plain.headers).toMatchObject({
        'content-type': type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
      });
      expect(plain.headers['content-encoding']).toBeUndefined();
      const packed = await get(url, { 'accept-encoding': 'gzip, deflate, br, zstd' });
      expect(packed.headers['content-encoding']).toBe('br');
      expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
    }
    expect((await get('/console/assets/nothing.js')).statusCode).toBe(404);
  });
});

describe('the source hash', () => {
  const project = mkdtempSync(path.join(tmpdir(), 'gongxin-hash-'));
  afterAll(() => rmSync(project, { recursive: true, force: true }));
  const write = (name: string, text: string) => {
    const file = path.join(project, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };

  test('follows everything that goes in, and nothing else', async () => {
    write('package-lock.json', '{}');
    write('src/app/console/build.ts', '');
    write('console/main.tsx', "import './look.css';\nimport { one } from '../src/kernel/one.ts';\n");
    write('console/look.css', '@import "../src/platform/tokens.css";\n');
    write('src/platform/tokens.css', ':root {}');
    write('src/kernel/one.ts', "export { two as one } from './two.ts';\n");
    write('src/kernel/two.ts', 'export const two = 2;\n');
    write('src/kernel/three.ts', 'export const three = 3;\n');
    let hash = await consoleSourceHash(project);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    for (const name of ['src/kernel/two.ts', 'src/platform/tokens.css', 'package-lock.json']) {
      write(name, 'changed');
      const next = await consoleSourceHash(project);
      expect(next, name).not.toBe(hash);
      hash = next;
    }
    write('src/kernel/three.ts', 'changed');
    write('console/main.test.ts', 'changed');
    expect(await consoleSourceHash(project)).toBe(hash);
  });
});
