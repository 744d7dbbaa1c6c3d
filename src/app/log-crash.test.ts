// The sequencer killed at each of its steps: the log goes on as if nothing had happened, no entry lost, none twice.
import { spawnSync } from 'node:child_process';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sameHash } from '../kernel/merkle/tree.ts';
import { parseCheckpoint } from '../kernel/tlog/checkpoint.ts';
import { openNote } from '../kernel/tlog/open-note.ts';
import { readBundle } from '../kernel/tlog/tile-content.ts';
import { tileOfLeaf } from '../kernel/tlog/tile-path.ts';
import { tiledTree } from '../kernel/tlog/tiled-tree.ts';
import { integrate, type Log, logRemoval } from '../modules/transparency/index.ts';
import { SEQUENCER_STEPS } from '../modules/transparency/steps.ts';
import { openTestLog } from '../modules/transparency/testing.ts';
import { sha256Bytes } from '../platform/crypto.ts';
import { verifyEd25519 } from '../platform/crypto-suite/index.ts';
import { sql } from '../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../platform/testing.ts';
import { logSources } from './log-sources.ts';

let world: TestWorld;
let log: Log;

beforeAll(async () => {
  world = await testDatabase();
  log = openTestLog(world.platform, logSources);
});
afterAll(() => world.close());

function roundKilledAt(killAt: string): string | null {
  const program = path.join(import.meta.dirname, 'testing', 'log-round.ts');
  const given = { endpoints: world.endpoints, dataFolder: world.platform.config.dataFolder, killAt };
  return spawnSync(process.execPath, [program, JSON.stringify(given)], { stdio: 'inherit' }).signal;
}

/** A round; the database may take a moment to see that the killed sequencer, which held the lock, is gone. */
async function round(): Promise<void> {
  await vi.waitFor(async () => expect(await integrate(log)).toBeDefined(), { timeout: 30_000 });
}

async function addEntries(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1)
    await world.db.app.transaction((tx) =>
      logRemoval(tx, { ground: 'repaired', on: world.platform.clock.today(), records: 1 + n }),
    );
}

/** Every entry has one leaf, every leaf its entry, and tiles, signature and cosignature agree. */
async function requireWhole(): Promise<number> {
  const published = await log.files.findPublished(log.key.vkey);
  if (!published) throw new Error('nothing is published');
  const { text, signers } = openNote(published.note, [log.key.vkey, log.witness.vkey], verifyEd25519);
  expect(signers).toHaveLength(2);
  const { size, root } = parseCheckpoint(text);
  expect(sameHash(await tiledTree(sha256Bytes, log.files.read, size).root(), root)).toBe(true);
  const entries = await world.db.app.query<{ leaf_index: string; commitment: Buffer }>(
    sql`select leaf_index, commitment from transparency.entry order by leaf_index`,
  );
  expect(entries.map((entry) => Number(entry.leaf_index))).toEqual([...Array(size).keys()]);
  for (const { leaf_index, commitment } of entries) {
    const index = Number(leaf_index);
    const bundle = await readBundle(log.files.read, tileOfLeaf('entries', index, size));
    expect(Buffer.from(bundle[index % 256] ?? [])).toEqual(commitment);
  }
  return size;
}

test.each(SEQUENCER_STEPS)('killed at “%s”, then entries come and it goes on', async (step) => {
  await addEntries(150);
  expect(roundKilledAt(step)).toBe('SIGKILL');
  const promised = await log.files.findSigned(log.key.vkey);
  await addEntries(7);
  // The first round finishes what was begun, the second takes what came since.
  await round();
  await round();
  const size = await requireWhole();
  const { count } = await world.db.app.one<{ count: number }>(
    sql`select count(*)::int from transparency.entry`,
  );
  expect(size).toBe(count);
  if (promised)
    expect(sameHash(await tiledTree(sha256Bytes, log.files.read, promised.size).root(), promised.root)).toBe(
      true,
    );
});

test('a log whose files are gone is written again leaf by leaf, and the witness signs it on', async () => {
  const before = await log.files.findPublished(log.key.vkey);
  const folder = path.join(world.platform.config.dataFolder, 'log');
  await rename(folder, `${folder}-lost`);
  await addEntries(1);
  for (let rounds = 0; rounds < 3; rounds += 1) await round();
  expect(await requireWhole()).toBe((before?.size ?? 0) + 1);
});
