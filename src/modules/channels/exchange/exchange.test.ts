/** Exchange files: taken whole or not at all, each package once, and answered by a receipt that verifies. */
import { createPublicKey, verify } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../../platform/testing.ts';
import { findActiveItem } from '../../catalogue/index.ts';
import {
  buildCity,
  csv,
  firm,
  officer,
  penalty,
  registerFirms,
  runJobs,
  UNITS,
} from '../../intake/testing/city.ts';
import { exchangeParts, type Parts, packZip, sha256 } from '../testing/exchange-file.ts';
import { getReceipt, receiptKey, signReceipt } from './receipt.ts';
import { receiveExchange } from './receive-exchange.ts';

let world: TestWorld;
let from: { sender: string; item: string; edition: string };
const officerOfMarket = officer('market');

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [firm(1), firm(2)]);
  const item = 'administrative-penalty';
  const edition = (await findActiveItem(world.db.app, item))?.edition as string;
  from = { sender: UNITS.market.code, item, edition };
});
afterAll(() => world.close());

let number = 0;
const data = (count: number) => {
  const rows = Array.from({ length: count }, () => penalty(firm(1), ++number));
  return { content: csv(rows), rows: count };
};
const send = async (parts: Parts, actor = officerOfMarket) =>
  receiveExchange(world.platform, actor, {
    content: Readable.from([await packZip(parts)]),
    fileName: '2026-10.zip',
  });
const submissions = async () =>
  (
    await world.db.app.one<{ count: number }>(
      sql`select count(*)::integer as count from intake.submission where channel = 'exchange'`,
    )
  ).count;

test('each data file becomes a submission; the receipt says what became of it and verifies', async () => {
  const parts = exchangeParts(from, { 'a.csv': data(2), 'b.csv': data(3) });
  const { exchangeId, isNew } = await send(parts);
  expect(isNew).toBe(true);
  expect((await getReceipt(world.platform, officerOfMarket, exchangeId)).status).toBe('in-progress');
  await runJobs(world.platform);
  const receipt = await getReceipt(world.platform, officerOfMarket, exchangeId);
  expect(receipt).toMatchObject({
    status: 'settled',
    sender: UNITS.market.code,
    packageSha256: sha256(await packZip(parts)),
    files: [
      { name: 'a.csv', status: 'settled', counts: { rows: 2, accepted: 2 } },
      { name: 'b.csv', status: 'settled', counts: { rows: 3, accepted: 3 } },
    ],
  });
  const [header = '', payload = '', signature = ''] = signReceipt(world.platform, receipt).split('.');
  const key = createPublicKey({ key: { ...receiptKey(world.platform) }, format: 'jwk' });
  const signed = (text: string) => verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  expect(signed(`${header}.${payload}`)).toBe(true);
  expect(signed(`${header}.${payload.slice(0, -2)}AA`)).toBe(false);
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual(
    JSON.parse(JSON.stringify(receipt)),
  );
});

test('the same package again is the same exchange, and hands nothing in twice', async () => {
  const parts = exchangeParts(from, { 'a.csv': data(1) });
  const { exchangeId } = await send(parts);
  const before = await submissions();
  expect(await send(parts)).toEqual({ exchangeId, isNew: false });
  expect(await submissions()).toBe(before);
});

test('what an interruption left out is handed in by the next try', async () => {
  const parts = exchangeParts(from, { 'a.csv': data(1), 'b.csv': data(1) });
  const { exchangeId } = await send(parts);
  await world.db.migrator.query(
    sql`delete from channels.exchange_part where exchange_id = ${exchangeId} and file_name = 'b.csv'`,
  );
  const before = await submissions();
  await send(parts);
  expect(await submissions()).toBe(before);
  await runJobs(world.platform);
  expect((await getReceipt(world.platform, officerOfMarket, exchangeId)).status).toBe('settled');
});

describe('a package is refused whole, with a sentence, when', () => {
  const good = () => exchangeParts(from, { 'a.csv': data(2) });
  const remade = (changes: object, files = { 'a.csv': data(2) }) => exchangeParts(from, files, changes);
  test.each<[string, () => Parts, RegExp]>([
    ['there is no manifest', () => without(good(), 'manifest.json'), /manifest\.json is missing/],
    ['there are no checksums', () => without(good(), 'SHA256SUMS'), /SHA256SUMS is missing/],
    ['a data file is missing', () => without(good(), 'a.csv'), /a\.csv is missing/],
    [
      'a file is not in the manifest',
      () => ({ ...good(), 'more.csv': 'x' }),
      /more\.csv is not in the manifest/,
    ],
    [
      'a data file was damaged',
      () => ({ ...good(), 'a.csv': `${good()['a.csv']} ` }),
      /does not match its checksum/,
    ],
    [
      'the manifest was changed',
      () => ({
        ...good(),
        'manifest.json': remade({ madeAt: '2026-11-18T03:00:00Z' })['manifest.json'] as string,
      }),
      /does not match its checksum/,
    ],
    ['the manifest is no JSON', () => ({ ...good(), 'manifest.json': '{' }), /no valid JSON/],
    ['it is of another unit', () => remade({ sender: UNITS.emergency.code }), /not your unit/],
    ['it is of another edition', () => remade({ edition: '1999-1' }), /is in force/],
    ['the item does not exist', () => remade({ item: 'no-such-item' }), /no item/],
    [
      'rows are counted wrongly',
      () => exchangeParts(from, { 'a.csv': { ...data(2), rows: 3 } }),
      /has 2 rows/,
    ],
    [
      'the period is upside down',
      () => remade({ period: { from: '2026-11-01', until: '2026-10-01' } }),
      /must end after/,
    ],
    [
      'a name leads elsewhere',
      () => remade({ files: [{ name: '../a.csv', rows: 2, sha256: 'a'.repeat(64) }] }),
      /does not fit at \/files/,
    ],
    ['it has a member of its own', () => remade({ note: 'x' }), /does not fit/],
  ])('%s', async (_why, make, words) => {
    const before = await submissions();
    const error = await send(make()).then(
      () => undefined,
      (thrown: { detail?: { en: string; zh: string } }) => thrown,
    );
    expect(error?.detail?.en).toMatch(words);
    expect(error?.detail?.zh).toMatch(/\p{Script=Han}/u);
    expect(await submissions()).toBe(before);
  });

  test('it is no ZIP at all', async () => {
    const content = Readable.from([Buffer.from('CF_XDR_MC\n')]);
    await expect(
      receiveExchange(world.platform, officerOfMarket, { content, fileName: 'x.zip' }),
    ).rejects.toThrow(/no ZIP/);
  });

  test('nothing of it stays in the store', async () => {
    const known = await world.db.app.query<{ id: string }>(
      sql`select unnest(array[file_id, findings_file_id]) as id from intake.submission`,
    );
    const ids = new Set(known.map(({ id }) => id));
    const left = (await world.platform.files.list()).filter(({ id }) => !ids.has(id));
    expect(left).toEqual([]);
  });
});

test('another unit’s exchange file is answered like one that never was', async () => {
  const { exchangeId } = await send(exchangeParts(from, { 'a.csv': data(1) }));
  for (const id of [exchangeId, '1', 'x'])
    await expect(getReceipt(world.platform, officer('emergency'), id)).rejects.toThrow(/not-found/);
});

function without(parts: Parts, name: string): Parts {
  const { [name]: _gone, ...rest } = parts;
  return rest;
}
