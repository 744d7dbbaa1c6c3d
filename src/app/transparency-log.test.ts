// A file handed in becomes a leaf; anybody can verify from the log's files that it is there, and nobody what it is.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyInclusion } from '../kernel/merkle/inclusion.ts';
import { leafHash } from '../kernel/merkle/tree.ts';
import { parseCheckpoint } from '../kernel/tlog/checkpoint.ts';
import { openNote } from '../kernel/tlog/open-note.ts';
import { readBundle } from '../kernel/tlog/tile-content.ts';
import { tileOfLeaf } from '../kernel/tlog/tile-path.ts';
import { tiledTree } from '../kernel/tlog/tiled-tree.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  officer,
  penalty,
  registerFirms,
} from '../modules/intake/testing/city.ts';
import { integrate, type Log } from '../modules/transparency/index.ts';
import { openTestLog } from '../modules/transparency/testing.ts';
import { sha256Bytes } from '../platform/crypto.ts';
import { verifyEd25519 } from '../platform/crypto-suite/index.ts';
import { sql } from '../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../platform/testing.ts';
import { logSources } from './log-sources.ts';

let world: TestWorld;
let log: Log;
const firms = Array.from({ length: 20 }, (_, n) => firm(n));

beforeAll(async () => {
  world = await testDatabase();
  log = openTestLog(world.platform, logSources);
  await buildCity(world.platform);
  await registerFirms(world.platform, firms);
});
afterAll(() => world.close());

const published = async () => {
  const found = await log.files.findPublished(log.key.vkey);
  if (!found) throw new Error('nothing is published');
  return found;
};

test('a file handed in is a leaf whose inclusion verifies under the witnessed checkpoint', async () => {
  const rows = firms.map((party, n) => penalty(party, 100 + n));
  const { submissionId } = await handIn(
    world.platform,
    officer('market'),
    'administrative-penalty',
    csv(rows),
  );
  expect(await integrate(log)).toBeGreaterThan(1);
  const entry = await world.db.app.one<{ leaf_index: string; rows: number; commitment: Buffer }>(
    sql`select leaf_index, rows, commitment from transparency.entry where entry_id = ${submissionId}`,
  );
  expect(entry.rows).toBe(20);
  const { note } = await published();
  const opened = openNote(note, [log.key.vkey, log.witness.vkey], verifyEd25519);
  expect(opened.signers.map(({ key }) => key.name)).toEqual([log.key.vkey.name, log.witness.vkey.name]);
  const checkpoint = parseCheckpoint(opened.text);
  const index = Number(entry.leaf_index);
  const [bundle, tree] = [
    await readBundle(log.files.read, tileOfLeaf('entries', index, checkpoint.size)),
    tiledTree(sha256Bytes, log.files.read, checkpoint.size),
  ];
  const leaf = bundle[index % 256] as Uint8Array;
  expect(Buffer.from(leaf)).toEqual(entry.commitment);
  const proof = await tree.inclusionProof(index);
  const hashed = leafHash(sha256Bytes, leaf);
  expect(verifyInclusion(sha256Bytes, index, checkpoint.size, hashed, proof, checkpoint.root)).toBe(true);
});

test('a round without news changes nothing', async () => {
  const before = await published();
  expect(await integrate(log)).toBe(0);
  expect(await published()).toEqual(before);
});
