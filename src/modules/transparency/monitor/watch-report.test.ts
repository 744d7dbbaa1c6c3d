/** What auditors read of the log: checkpoint and witness as they stand, an alarm while it is found, rounds with what they covered. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../../platform/testing.ts';
import { keepKeys } from '../keep-keys.ts';
import { logFolderOf } from '../log-files.ts';
import { logRemoval, removalSource } from '../removals.ts';
import { integrate, type Log } from '../sequencer.ts';
import { openTestLog, watchedTest } from '../testing.ts';
import { watch } from './watch.ts';
import { reportWatch } from './watch-report.ts';

let world: TestWorld;
let log: Log;
beforeAll(async () => {
  world = await testDatabase();
  // What loading the rules put down is of sources that are not watched here.
  await world.db.migrator.query(sql`delete from transparency.entry`);
  log = openTestLog(world.platform, [removalSource]);
});
afterAll(() => world.close());

const remove = (records: number) =>
  world.db.app.transaction((tx) =>
    logRemoval(tx, { ground: 'submission-withdrawn', on: world.platform.clock.today(), records }),
  );
let instant = Date.parse('2026-11-18T02:00:00Z');
/** Each round a minute after the one before. */
const round = () => {
  instant += 60_000;
  return watch({ ...watchedTest(log, world.platform), now: () => new Date(instant) });
};

test('before the first checkpoint there is nothing but what waits', async () => {
  await remove(12);
  expect(await reportWatch(world.platform)).toEqual({
    waiting: '1',
    placed: '0',
    openAlarms: 0,
    alarms: [],
    rounds: [],
    witnessAccount: 'unknown',
  });
});

test('a checkpoint that both signed is witnessed, and a round says what it covered', async () => {
  await integrate(log);
  await keepKeys(log.files, [log.key.vkey, log.witness.vkey]);
  await round();
  const { checkpoint, waiting, placed, rounds } = await reportWatch(world.platform);
  expect(checkpoint).toMatchObject({ size: 1, state: 'witnessed', witnessedAt: expect.any(Date) });
  expect([waiting, placed]).toEqual(['0', '1']);
  expect(rounds).toMatchObject([{ treeSize: '1', entries: '1', rows: '1', alarms: 0 }]);
});

test('a row changed behind the log’s back is an alarm with its place, until it is as it was', async () => {
  const set = (records: number) =>
    world.db.migrator.query(sql`update transparency.removal set records = ${records}`);
  await set(11);
  await round();
  const raised = await reportWatch(world.platform);
  expect(raised.openAlarms).toBe(1);
  expect(raised.alarms).toMatchObject([
    { kind: 'rows-changed', source: 'transparency.removal', entryId: expect.any(String), closedAt: null },
  ]);
  expect(raised.rounds[0]).toMatchObject({ alarms: 1 });
  await set(12);
  await round();
  const mended = await reportWatch(world.platform);
  expect(mended.openAlarms).toBe(0);
  expect(mended.alarms).toMatchObject([{ closedAt: expect.any(Date) }]);
});

test('a checkpoint without the witness’s signature is not witnessed, and one that was changed is broken', async () => {
  const published = (await log.files.findPublished(log.key.vkey))?.note ?? '';
  const stateOf = async (note: string) => {
    writeFileSync(path.join(logFolderOf(world.platform.config.dataFolder), 'checkpoint'), note);
    return (await reportWatch(world.platform)).checkpoint?.state;
  };
  const lines = published.split('\n');
  const witnessLine = lines.findIndex((line) => line.startsWith(`— ${log.witness.vkey.name} `));
  expect(await stateOf(lines.toSpliced(witnessLine, 1).join('\n'))).toBe('not-witnessed');
  expect(await stateOf(published.replace('\n1\n', '\n2\n'))).toBe('broken');
  expect(await stateOf(published)).toBe('witnessed');
});
