// What outsiders see: checkpoint, tiles, receipts and proofs over HTTP, the whole log from its files, and its pages.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyInclusion } from '../kernel/merkle/inclusion.ts';
import { leafHash } from '../kernel/merkle/tree.ts';
import { openNote } from '../kernel/tlog/open-note.ts';
import { verifyProofFile } from '../kernel/tlog/proof-file.ts';
import { formatVkey } from '../kernel/tlog/verifier-key.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  officer,
  penalty,
  registerFirms,
} from '../modules/intake/testing/city.ts';
import { publicRecordId } from '../modules/records/index.ts';
import {
  integrate,
  keepKeys,
  type Log,
  logOrigin,
  logRemoval,
  openLogFiles,
  verifyLog,
} from '../modules/transparency/index.ts';
import { openTestLog } from '../modules/transparency/testing.ts';
import { sha256Bytes } from '../platform/crypto.ts';
import { verifyEd25519 } from '../platform/crypto-suite/index.ts';
import { sql } from '../platform/db/index.ts';
import type { Server } from '../platform/http/index.ts';
import { type TestWorld, testDatabase } from '../platform/testing.ts';
import { runCommand } from './cli/index.ts';
import { logSources } from './log-sources.ts';
import { buildApp } from './server.ts';

let world: TestWorld;
let log: Log;
let server: Server;
let recordId: string;
const firms = Array.from({ length: 600 }, (_, n) => firm(n));
const base64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const get = (url: string) => server.inject({ url, headers: { accept: 'application/json' } });

beforeAll(async () => {
  world = await testDatabase();
  log = openTestLog(world.platform, logSources);
  server = await buildApp(world.platform);
  await buildCity(world.platform);
  await registerFirms(world.platform, firms);
  const rows = firms.map((party, n) => penalty(party, 1000 + n));
  await handIn(world.platform, officer('market'), 'administrative-penalty', csv(rows));
  const row = await world.db.migrator.one<{ subject_id: string; record_id: string }>(
    sql`select subject_id, record_id from records.record where decision_no like '%1555号'`,
  );
  recordId = publicRecordId(row.subject_id, row.record_id);
});
afterAll(async () => {
  await server.close();
  await world.close();
});

describe('a public record', () => {
  test('bears its commitment, signed, before the log has it; the proof says to wait', async () => {
    const { receipt } = (await get(`/api/v1/public/records/${recordId}`)).json();
    const { text } = openNote(receipt.note, [log.key.vkey], verifyEd25519);
    expect(text.startsWith(`${logOrigin}/row\nentry `)).toBe(true);
    expect((await get(receipt.proof)).statusCode).toBe(503);
    expect((await get(receipt.inner)).statusCode).toBe(503);
    const page = await server.inject({ url: `/records/${recordId}`, headers: { accept: 'text/html' } });
    expect(page.body).toContain('防篡改凭证');
    expect(page.body).toContain(receipt.proof);
  });

  test('is proved, from its public text up to the witnessed checkpoint, within one round', async () => {
    const { receipt } = (await get(`/api/v1/public/records/${recordId}`)).json();
    await integrate(log);
    await keepKeys(log.files, [log.key.vkey, log.witness.vkey]);
    const inner = (await get(receipt.inner)).json();
    expect(JSON.parse(inner.row.shown)).toMatchObject({ decisionNo: '清市监处罚〔2026〕1555号' });
    expect(JSON.stringify(inner)).not.toContain('王一');
    // By hand, as an outsider would: nothing of the module but its description.
    const hash = (...parts: (string | Uint8Array)[]) =>
      sha256Bytes(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))));
    const shown = hash(base64(inner.row.shownSalt), inner.row.shown);
    const row = hash(Uint8Array.of(2), shown, base64(inner.row.keptCommitment));
    const signed = openNote(receipt.note, [log.key.vkey], verifyEd25519).text.split('\n')[2];
    expect(Buffer.from(row).toString('base64')).toBe(signed);
    const { index, rows, path: steps } = inner.place;
    expect(rows).toBe(600);
    const root = base64(inner.entry.root);
    expect(
      verifyInclusion(sha256Bytes, index, rows, leafHash(sha256Bytes, row), steps.map(base64), root),
    ).toBe(true);
    const count = Buffer.alloc(8);
    count.writeBigUInt64BE(BigInt(rows));
    const leaf = hash(base64(inner.entry.blind), `${inner.entry.source}\0`, count, root);
    expect(Buffer.from(leaf).toString('base64')).toBe(inner.leaf);
    const proof = (await get(inner.proof)).body;
    const policy = {
      origin: logOrigin,
      logKeys: [log.key.vkey],
      witnessKeys: [log.witness.vkey],
      witnesses: 1,
    };
    const hands = { hash: sha256Bytes, verify: verifyEd25519 };
    expect(verifyProofFile(hands, proof, leafHash(sha256Bytes, leaf), policy).witnesses).toHaveLength(1);
  });
});

test('files of the log are served under their own paths, and nothing else', async () => {
  const checkpoint = await get('/log/checkpoint');
  expect(checkpoint.headers['content-type']).toContain('text/plain');
  const size = Number(checkpoint.body.split('\n')[1]);
  expect((await get(`/log/tile/entries/000.p/${size}`)).rawPayload.length).toBe(size * 34);
  expect((await get(`/log/tile/0/000.p/${size}`)).rawPayload.length).toBe(size * 32);
  for (const wrong of ['/log/tile/0/0', '/log/tile/../signed', '/log/tile/0/%2e%2e/signed', '/log/proof/1'])
    expect((await get(wrong)).statusCode, wrong).toBe(404);
});

describe('verify-log', () => {
  const copy = async () => {
    const folder = await mkdtemp(path.join(world.platform.config.dataFolder, 'copy-'));
    await cp(path.join(world.platform.config.dataFolder, 'log'), folder, { recursive: true });
    return folder;
  };
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const code = await runCommand(['verify-log', ...args, '--lang', 'en'], { env: {}, say, complain: say });
    return { code, said: lines.join('\n') };
  };

  test('holds from files alone, and from an earlier checkpoint', async () => {
    const earlier = path.join(world.platform.config.dataFolder, 'earlier');
    await writeFile(earlier, await log.files.read('checkpoint'));
    await world.db.app.transaction((tx) =>
      logRemoval(tx, { ground: 'repaired', on: world.platform.clock.today(), records: 1 }),
    );
    await integrate(log);
    const folder = await copy();
    const keys = [log.key.vkey, log.witness.vkey].flatMap((key) => ['--key', formatVkey(key)]);
    const { code, said } = await run('--from', folder, ...keys, '--earlier', earlier);
    expect(said).toContain('It grew from the earlier checkpoint.');
    expect(code).toBe(0);
  });

  test('breaks when a leaf is deleted or changed, a hash is changed, a signature is missing, or history is another', async () => {
    const { size } = await verifyLog(log.files.read, [log.key.vkey]).then(({ checkpoint }) => checkpoint);
    const bundle = `tile/entries/000.p/${size}`;
    const changes: [string, (bytes: Buffer) => Buffer | string][] = [
      [bundle, (bytes) => bytes.subarray(0, -34)],
      [bundle, (bytes) => Buffer.concat([bytes.subarray(34), bytes.subarray(0, 34)])],
      [`tile/0/000.p/${size}`, (bytes) => Buffer.concat([bytes.subarray(1), bytes.subarray(0, 1)])],
      ['checkpoint', (bytes) => bytes.toString().split('\n').slice(0, -2).join('\n').concat('\n')],
      ['checkpoint', (bytes) => bytes.toString().replace(`\n${size}\n`, `\n${size - 1}\n`)],
    ];
    for (const [name, change] of changes) {
      const folder = await copy();
      const file = path.join(folder, name);
      await writeFile(file, change(await readFile(file)));
      expect((await run('--from', folder)).code, name).toBe(1);
      await rm(folder, { recursive: true });
    }
    const folder = await copy();
    await rm(path.join(folder, bundle));
    expect((await run('--from', folder)).said).toContain('Does not hold');
    const files = openLogFiles(folder);
    await expect(verifyLog(files.read, [log.key.vkey])).rejects.toThrow();
  });
});

test('removals are counted by ground and month once the month is over, small groups together', async () => {
  const add = (ground: 'repaired' | 'objection-upheld', on: string, records: number) =>
    world.db.app.transaction((tx) => logRemoval(tx, { ground, on: on as never, records }));
  await add('repaired', '2026-09-03', 8);
  await add('repaired', '2026-09-20', 5);
  await add('objection-upheld', '2026-09-20', 4);
  await add('objection-upheld', '2026-10-20', 9);
  await add('repaired', '2026-10-20', 2);
  await add('repaired', '2026-11-02', 50);
  expect((await get('/api/v1/public/removals')).json().items).toEqual([
    { month: '2026-10-01', ground: 'several', records: 11 },
    { month: '2026-09-01', ground: 'repaired', records: 13 },
    { month: '2026-09-01', ground: 'several', records: null },
  ]);
  for (const url of ['/removals', '/en/removals', '/log', '/en/log']) {
    const page = await server.inject({ url, headers: { accept: 'text/html' } });
    expect(page.statusCode, url).toBe(200);
  }
});
