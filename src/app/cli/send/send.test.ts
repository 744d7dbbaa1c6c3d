/** `gongxin send` as cron calls it: by key, what it leaves beside the file, its exit codes, and the same content twice. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { access, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createClient } from '../../../modules/identity/index.ts';
import { buildCity, csv, firm, penalty, registerFirms, UNITS } from '../../../modules/intake/testing/city.ts';
import type { Server } from '../../../platform/http/index.ts';
import type { RunningWorker } from '../../../platform/jobs/index.ts';
import { type TestWorld, testDatabase } from '../../../platform/testing.ts';
import { allHandlers } from '../../modules.ts';
import { buildApp } from '../../server.ts';
import { runHere } from '../testing/run-program.ts';

let world: TestWorld;
let server: Server;
let worker: RunningWorker;
let origin: string;
let folder: string;
let clientId: string;

const pairs: Record<string, { publicKey: KeyObject; privateKey: KeyObject }> = {
  'ec.pem': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'ed.pem': generateKeyPairSync('ed25519'),
  'rsa.pem': generateKeyPairSync('rsa', { modulusLength: 2048 }),
  'stranger.pem': generateKeyPairSync('ed25519'),
};

async function file(name: string, content: string | Buffer): Promise<string> {
  const at = path.join(folder, name);
  await writeFile(at, content);
  return at;
}
const send = (at: string, changes: Record<string, string> = {}) =>
  runHere([
    'send',
    ...Object.entries({
      item: 'administrative-penalty',
      file: at,
      server: origin,
      'client-id': clientId,
      'key-file': path.join(folder, 'ec.pem'),
      ...changes,
    }).flatMap(([name, value]) => [`--${name}`, value]),
  ]);
const exists = (at: string) =>
  access(at).then(
    () => true,
    () => false,
  );

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [firm(1), firm(2)]);
  server = await buildApp(world.platform);
  origin = await server.listen({ port: 0, host: '127.0.0.1' });
  worker = await world.platform.jobs.startWorker(allHandlers(world.platform), {
    concurrency: 1,
    recurring: [],
  });
  folder = await mkdtemp(path.join(inject('testServer').folder, 'send-'));
  const scopes = ['submit:administrative-penalty'];
  const { addCredential } = await import('../../../modules/identity/create-client.ts');
  ({ clientId } = await createClient(world.platform, UNITS.market.code, scopes));
  for (const [name, { publicKey, privateKey }] of Object.entries(pairs)) {
    await file(name, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
    if (name === 'stranger.pem') continue;
    const jwk = publicKey.export({ format: 'jwk' }) as Record<string, unknown>;
    const given = { jwk, createdBy: 'account:1' };
    await world.db.app.transaction((tx) => addCredential(world.platform, tx, clientId, given));
  }
  await file('ec.jwk', JSON.stringify(pairs['ec.pem']?.privateKey.export({ format: 'jwk' })));
});
afterAll(async () => {
  await worker.stop();
  await server.close();
  await world.close();
});

describe('a file', () => {
  test.each(['ec.pem', 'ed.pem', 'rsa.pem', 'ec.jwk'])(
    'is handed in with the key %s: code 0, its result beside it',
    async (key) => {
      const number = 10 + Object.keys(pairs).indexOf(key);
      const at = await file(`good-${key}.csv`, csv([penalty(firm(1), number)]));
      const ran = await send(at, { 'key-file': path.join(folder, key) });
      expect(ran).toMatchObject({ code: 0, err: '' });
      const result = JSON.parse(await readFile(`${at}.result.json`, 'utf8'));
      expect(result).toMatchObject({ status: 'settled', channel: 'cli', counts: { accepted: 1 } });
      expect(await exists(`${at}.findings.csv`)).toBe(false);
    },
  );

  test('with bad rows: code 2 and its findings beside it; the same again hands nothing in and says the same', async () => {
    const at = await file(
      'bad.csv',
      csv([penalty(firm(1), 30), penalty(firm(1), 31, { CF_JDRQ: '2026/2/30' })]),
    );
    const first = await send(at);
    expect(first.code).toBe(2);
    expect(await readFile(`${at}.findings.csv`, 'utf8')).toContain('no such day');
    const again = await send(at);
    expect(again).toMatchObject({ code: 2 });
    expect(again.out).toContain('nothing was stored a second time');
    expect(await exists(`${at}.findings.csv`)).toBe(true);
    await writeFile(at, csv([penalty(firm(1), 31)]));
    expect((await send(at)).code).toBe(0);
    expect(await exists(`${at}.findings.csv`)).toBe(false);
  });

  test('that is refused whole: code 3 and why', async () => {
    const ran = await send(await file('junk.csv', Buffer.from([0, 1, 2, 0xff, 0xfe, 0, 0, 9])));
    expect(ran).toMatchObject({ code: 3, err: expect.stringContaining('The whole file was refused') });
  });
});

describe('who is not served', () => {
  test('a key that is not registered: code 3', async () => {
    const at = await file('x.csv', csv([penalty(firm(1), 40)]));
    const ran = await send(at, { 'key-file': path.join(folder, 'stranger.pem') });
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(await exists(`${at}.result.json`)).toBe(false);
  });

  test('an item that is not granted: code 3', async () => {
    const ran = await send(await file('y.csv', 'x'), { item: 'administrative-licence' });
    expect(ran.code).toBe(3);
  });

  test('nobody there: code 4, safe to repeat', async () => {
    const ran = await send(await file('z.csv', 'x'), { server: 'http://127.0.0.1:1' });
    expect(ran).toMatchObject({ code: 4, err: expect.stringContaining('safe to repeat') });
  });

  test('a server that is starting (503): code 4', async () => {
    const busy = createServer((_request, response) => response.writeHead(503).end('{}'));
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const { port } = busy.address() as AddressInfo;
    const ran = await send(await file('z.csv', 'x'), { server: `http://127.0.0.1:${port}` });
    busy.close();
    expect(ran.code).toBe(4);
  });
});

describe('what was typed wrongly ends with code 64 and the usage', () => {
  test.each<[string, string[]]>([
    ['nothing', []],
    ['no key', ['--item', 'i', '--file', import.meta.filename, '--client-id', 'c']],
    [
      'a key that is none',
      ['--item', 'i', '--file', 'x', '--client-id', 'c', '--key-file', import.meta.filename],
    ],
    ['an unknown option', ['--secret', 's']],
  ])('%s', async (_name, args) => {
    const ran = await runHere(['send', ...args]);
    expect(ran.code).toBe(64);
    expect(ran.err).toContain('Usage: gongxin send');
  });
});
