/** The transparency log: entries integrated a second, and what putting them down costs the writer, alone and beside it. */
import { loadavg } from 'node:os';
import { logSources } from '../src/app/log-sources.ts';
import { integrate, logRows } from '../src/modules/transparency/index.ts';
import { openTestLog } from '../src/modules/transparency/testing.ts';
import { raw, sql, type Tx } from '../src/platform/db/index.ts';
import { newId } from '../src/platform/ids.ts';
import { type BenchWorld, median, percentile } from './world.ts';

const ENTRIES = Number(process.env['GONGXIN_BENCH_ENTRIES'] ?? 200_000);
const WRITES = 1_500;
const ROUNDS = 3;

/** Rows with an entry each, as single acts make them. */
async function fill({ platform }: BenchWorld, first: number, count: number): Promise<void> {
  const db = platform.db.migrator;
  await db.query(
    raw(`insert into records.version_end (subject_id, record_id, version, ground, reason, ended_by, ended_at, entry_id)
      select n, n, 1, 'submission-withdrawn', 'bench', 'bench', now(), n from generate_series(${first}, ${first + count - 1}) n`),
  );
  await db.query(
    raw(`insert into transparency.entry (entry_id, source, rows, secret, queued_at)
      select n, 'records.version_end', 1, sha256(uuid_send(gen_random_uuid()) || 'bench'), now()
      from generate_series(${first}, ${first + count - 1}) n`),
  );
  await db.query(raw('analyze transparency.entry'));
}

/** Milliseconds of each of some small acts, one after the other. */
async function writes(
  { platform }: BenchWorld,
  act: (tx: Tx, id: string) => Promise<void>,
): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < WRITES; n += 1) {
    const begun = performance.now();
    await platform.db.app.transaction((tx) => act(tx, newId()));
    times.push(performance.now() - begun);
  }
  return times;
}

const insertRow = (tx: Tx, id: string) =>
  tx.query(sql`insert into records.version_end (subject_id, record_id, version, ground, reason, ended_by, ended_at, entry_id)
    values (${id}, ${id}, 1, 'submission-withdrawn', 'bench', 'bench', now(), ${id})`);

/** Measures. */
export async function benchLog(
  world: BenchWorld,
  say: (line: string) => void,
): Promise<Record<string, unknown>> {
  const log = openTestLog(world.platform, logSources);
  while (await integrate(log));
  const rates: number[] = [];
  const perCpuSecond: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await fill(world, 1_000_000 + round * ENTRIES, ENTRIES);
    const begun = performance.now();
    const cpu = process.cpuUsage();
    while (await integrate(log));
    const { user, system } = process.cpuUsage(cpu);
    perCpuSecond.push(Math.round(ENTRIES / ((user + system) / 1e6)));
    const rate = Math.round(ENTRIES / ((performance.now() - begun) / 1000));
    say(`${ENTRIES} entries: ${rate} a second, computed, written as tiles, signed and witnessed`);
    rates.push(rate);
  }
  const plain = await writes(world, async (tx, id) => void (await insertRow(tx, id)));
  const logged = async (tx: Tx, id: string) => {
    await insertRow(tx, id);
    await logRows(tx, { source: 'records.version_end', entryId: id, rows: 1 });
  };
  const alone = await writes(world, logged);
  let isWriting = true;
  const beside = writes(world, logged).finally(() => {
    isWriting = false;
  });
  while (isWriting) await integrate(log);
  const figures = {
    entries: ENTRIES,
    /** How many other programs wanted the cores meanwhile (1, 5, 15 minutes). */
    load: loadavg().map((one) => Number(one.toFixed(1))),
    integratedPerSecond: { middle: median(rates), rounds: rates },
    /** Of the sequencer's own process, the database's work apart: what a quiet machine has room for. */
    perCpuSecond: { middle: median(perCpuSecond), rounds: perCpuSecond },
    writerMs: Object.fromEntries(
      Object.entries({ withoutEntry: plain, withEntry: alone, besideSequencer: await beside }).map(
        ([name, times]) => [
          name,
          { p50: Number(median(times).toFixed(3)), p99: Number(percentile(times, 0.99).toFixed(3)) },
        ],
      ),
    ),
  };
  say(JSON.stringify(figures));
  return figures;
}
