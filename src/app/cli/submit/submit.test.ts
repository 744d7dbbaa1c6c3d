/** The real command against a real server and worker: what it prints, what it stores, how it ends. */

import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createClient } from '../../../modules/identity/index.ts';
import { buildCity, csv, firm, penalty, registerFirms, UNITS } from '../../../modules/intake/testing/city.ts';
import { sql } from '../../../platform/db/index.ts';
import type { Server } from '../../../platform/http/index.ts';
import type { RunningWorker } from '../../../platform/jobs/index.ts';
import { type TestWorld, testDatabase } from '../../../platform/testing.ts';
import { allHandlers } from '../../modules.ts';
import { buildApp } from '../../server.ts';
import { runHere, runProgram, startProgram } from '../testing/run-program.ts';

let world: TestWorld;
let server: Server;
let worker: RunningWorker;
let origin: string;
let folder: string;
let credentials: string;

async function startWorker(): Promise<RunningWorker> {
  return world.platform.jobs.startWorker(allHandlers(world.platform), { concurrency: 1, recurring: [] });
}

async function file(name: string, content: string | Buffer): Promise<string> {
  const at = path.join(folder, name);
  await writeFile(at, content);
  return at;
}

const submit = (at: string, ...more: string[]) =>
  runProgram([
    'submit',
    '--item',
    'administrative-penalty',
    '--file',
    at,
    '--server',
    origin,
    '--credentials',
    credentials,
    '--unit',
    UNITS.market.code,
    ...more,
  ]);

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(
    world.platform,
    Array.from({ length: 9 }, (_, n) => firm(n)),
  );
  server = await buildApp(world.platform);
  origin = await server.listen({ port: 0, host: '127.0.0.1' });
  worker = await startWorker();
  folder = await mkdtemp(path.join(inject('testServer').folder, 'cli-'));
  const { clientId, clientSecret } = await createClient(world.platform, UNITS.market.code, [
    'submit:administrative-penalty',
  ]);
  const clients = [{ unit: UNITS.market.code, client_id: clientId, client_secret: clientSecret }];
  credentials = await file('demo-credentials.json', JSON.stringify({ clients, accounts: [] }));
  await file('secret', `${clientSecret}\n`);
  await file('id', clientId);
});
afterAll(async () => {
  await worker.stop();
  await server.close();
  await world.close();
});

describe('a file that is handed in', () => {
  test('is followed to its records, and comes back as counts', async () => {
    const rows = [1, 2, 3].map((n) => penalty(firm(n), n));
    const ran = await submit(await file('good.csv', csv(rows)), '--wait');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^Received as submission \d+\.$/m);
    expect(ran.out).toContain('3 rows: 3 accepted, 0 rejected, 0 duplicate, 0 held, 0 refused by law.');
    const [stored] = await world.db.app.query<{ channel: string; name: string; records: string }>(
      sql`select channel, file_name as name, (select count(*) from published.record r where r.item = s.item) as records from intake.submission s
        where item = 'administrative-penalty'`,
    );
    expect(stored).toEqual({ channel: 'cli', name: 'good.csv', records: '3' });
  });

  test('a second time is told so, in Chinese for a Chinese shell', async () => {
    const at = await file('again.csv', csv([1, 2, 3].map((n) => penalty(firm(n), n))));
    const ran = await submit(at, '--lang', 'zh');
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/这个文件已于 .* 报送过（批次 \d+），没有重复保存。/);
  });

  test('with bad rows ends with code 1 and says where and what to do', async () => {
    const rows = [
      penalty(firm(4), 4),
      penalty(firm(5), 5, { CF_JDRQ: '2026/2/30' }),
      penalty(firm(6), 6, { CF_WSH: '' }),
    ];
    const ran = await submit(await file('bad.csv', csv(rows)), '--wait');
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('3 rows: 1 accepted, 2 rejected');
    expect(ran.out).toMatch(/row 3, CF_JDRQ: \[error\] .*no such day/);
    expect(ran.out).toMatch(/row 4, CF_WSH: \[error\] /);
    expect(ran.out).toMatch(/The file with its findings: GET http:\S+\/findings-file/);
  });

  test('shows ten findings and counts the rest', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => penalty(firm(7), 100 + n, { CF_JDRQ: '2026/2/30' }));
    const ran = await submit(await file('many.csv', csv(rows)), '--wait');
    expect(ran.out.match(/\[error\]/g)).toHaveLength(10);
    expect(ran.out).toMatch(/\d+ more findings\./);
  });

  test('that is no data file is refused whole', async () => {
    const ran = await submit(await file('junk.csv', Buffer.from([0, 1, 2, 0xff, 0xfe, 0, 0, 9])), '--wait');
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/^The whole file was refused: \S.*\n\S/);
  });

  test('without --wait it is acknowledged with the address to follow', async () => {
    const ran = await submit(await file('later.csv', csv([penalty(firm(8), 8)])));
    expect(ran.code).toBe(0);
    expect(ran.out).toContain(`GET ${origin}/api/v1/submissions/`);
  });

  test('client id and a file with the secret do as well', async () => {
    const id = await readFile(path.join(folder, 'id'), 'utf8');
    const at = await file('own.csv', csv([penalty(firm(8), 9)]));
    const ran = await runProgram([
      'submit',
      '--item=administrative-penalty',
      `--file=${at}`,
      `--server=${origin}/`,
      `--client-id=${id}`,
      `--client-secret-file=${path.join(folder, 'secret')}`,
    ]);
    expect(ran).toMatchObject({ code: 0, err: '' });
  });
});

test('waiting outlasts a restart of the server and the end of the token', async () => {
  await worker.stop();
  const running = startProgram([
    'submit',
    '--wait',
    '--item',
    'administrative-penalty',
    '--file',
    await file('slow.csv', csv([penalty(firm(3), 33)])),
    '--server',
    origin,
    '--credentials',
    credentials,
    '--unit',
    UNITS.market.code,
  ]);
  await running.said('Received');
  const { port } = server.server.address() as AddressInfo;
  await server.close();
  await world.db.app.query(sql`delete from identity.token`);
  server = await buildApp(world.platform);
  await server.listen({ port, host: '127.0.0.1' });
  worker = await startWorker();
  expect(await running.ended).toMatchObject({ code: 0, out: expect.stringContaining('1 rows: 1 accepted') });
});

describe('what cannot be served', () => {
  test('an unknown item: the problem’s own words, though the upload is large', async () => {
    const at = await file('large.csv', Buffer.alloc(30 * 1024 * 1024, 'x'));
    const ran = await runProgram([
      'submit',
      '--item',
      'no-such-item',
      '--file',
      at,
      '--server',
      origin,
      '--credentials',
      credentials,
      '--unit',
      UNITS.market.code,
      '--lang',
      'zh',
    ]);
    expect(ran.code).toBe(3);
    expect(ran.err).toContain('目录中没有这个信息事项');
  });

  test('a wrong secret', async () => {
    const ran = await runProgram([
      'submit',
      '--item',
      'administrative-penalty',
      '--file',
      await file('x.csv', 'x'),
      '--server',
      origin,
      '--client-id',
      'nobody',
      '--client-secret-file',
      await file('wrong', 'wrong'),
    ]);
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toContain('The client id or its secret is wrong');
  });

  test('nobody there', async () => {
    const ran = await runProgram([
      'submit',
      '--item',
      'administrative-penalty',
      '--file',
      await file('x.csv', 'x'),
      '--server',
      'http://127.0.0.1:1',
      '--credentials',
      credentials,
      '--unit',
      UNITS.market.code,
    ]);
    expect(ran.code).toBe(3);
    expect(ran.err).toMatch(/http:\/\/127\.0\.0\.1:1 cannot be reached .*npm start/);
  });

  test('somebody else there', async () => {
    const other = createServer((_request, response) => response.writeHead(404).end('<p>hello'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const ran = await runProgram([
      'submit',
      '--item',
      'administrative-penalty',
      '--file',
      await file('x.csv', 'x'),
      '--server',
      `http://127.0.0.1:${port}`,
      '--credentials',
      credentials,
      '--unit',
      UNITS.market.code,
    ]);
    other.close();
    expect(ran.code).toBe(3);
    expect(ran.err).toContain('does not answer as Gongxin does (HTTP 404)');
  });
});

describe('what was typed wrongly ends with code 2 and the usage', () => {
  const complete = () => [
    '--item',
    'i',
    '--file',
    credentials,
    '--credentials',
    credentials,
    '--unit',
    UNITS.market.code,
  ];
  test.each<[string, (all: string[]) => string[], RegExp]>([
    ['no item', () => ['--file', 'x'], /Name the item/],
    ['no file', () => ['--item', 'x'], /Name the item/],
    ['no credentials', (all) => all.slice(0, 4), /Say who you are/],
    [
      'a secret on the command line',
      (all) => [...all.slice(0, 4), '--client-id', 'a', '--client-secret', 'b'],
      /--client-secret/,
    ],
    ['both kinds of credentials', (all) => [...all, '--client-id', 'a'], /Say who you are/],
    [
      'a unit that has no client',
      (all) => [...all.slice(0, 7), 'nobody'],
      /no unit nobody\. It has: t-market/,
    ],
    [
      'credentials that are no JSON',
      (all) => [...all.slice(0, 5), import.meta.filename, '--unit', 'x'],
      /cannot be read \(JSON\)/,
    ],
    ['a file that is not there', (all) => [...all, '--file', '/nowhere/x.csv'], /cannot be read \(ENOENT\)/],
    ['a folder', (all) => [...all, '--file', '/'], /cannot be read/],
    ['a server that is no address', (all) => [...all, '--server', 'localhost:8080'], /must be an address/],
    ['an unknown option', (all) => [...all, '--fast'], /--fast/],
  ])('%s', async (_name, change, words) => {
    const ran = await runHere(['submit', ...change(complete())]);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(words);
    expect(ran.err).toContain('Usage: gongxin submit');
  });
});
