/** File to accepted records, end to end, against raw COPY of the same rows into the same indexed table in the same run. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { getSubmission, submitFile } from '../src/modules/intake/index.ts';
import { processSubmission } from '../src/modules/intake/process-submission.ts';
import { raw } from '../src/platform/db/index.ts';
import { benchActor, registerBenchUnit } from './bench-unit.ts';
import { penaltyFile, subjectsFile } from './intake-files.ts';
import type { BenchWorld } from './world.ts';

const SUBJECTS = 50_000;
/** `GONGXIN_BENCH_ROWS=100000` measures one size alone. */
const SIZES = process.env['GONGXIN_BENCH_ROWS']?.split(',').map(Number) ?? [100_000, 1_000_000];

/** Writes the file to disk, then hands it in and processes it as the worker does. @returns seconds from the first byte read to accepted records */
async function handIn(world: BenchWorld, item: string, lines: Iterable<string>) {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongxin-file-'));
  try {
    const file = path.join(folder, 'rows.csv');
    await pipeline(Readable.from(lines), createWriteStream(file));
    return await timeFile(world, item, file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function timeFile({ platform }: BenchWorld, item: string, file: string) {
  const begun = performance.now();
  const steps: Record<string, number> = {};
  const note = (message: unknown) => {
    const { step } = message as { step: string };
    steps[step] = Number(((performance.now() - begun) / 1000).toFixed(2));
  };
  subscribe('gongxin.intake.step', note);
  const { submissionId } = await submitFile(platform, benchActor, {
    item,
    channel: 'api',
    content: createReadStream(file, { highWaterMark: 1 << 18 }),
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 100);
  await processSubmission(platform, submissionId, 1);
  clearInterval(watch);
  unsubscribe('gongxin.intake.step', note);
  const seconds = (performance.now() - begun) / 1000;
  const { counts } = await getSubmission(platform, benchActor, submissionId);
  if (!counts) throw new Error('the submission was not settled');
  return { submissionId, seconds, counts, steps, peakMiB: Math.round(peak / 2 ** 20) };
}

/** Copies the very rows out to a file and, timed, into a table of the same columns, partitions and indexes. */
async function rawCopy(world: BenchWorld, submissionId: string): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongxin-copy-'));
  const file = path.join(folder, 'rows');
  const db = world.platform.db.migrator;
  try {
    await db.query(raw('create schema if not exists bench'));
    await db.query(raw('drop table if exists bench.record'));
    await db.query(
      raw(
        'create table bench.record (like records.record including all) partition by range (first_decided_on)',
      ),
    );
    const years = [...Array(17).keys()].map((n) => 2014 + n);
    for (const year of years) {
      const [from, until] = [
        year === 2014 ? 'minvalue' : `'${year}-01-01'`,
        year === 2030 ? 'maxvalue' : `'${year + 1}-01-01'`,
      ];
      await db.query(
        raw(
          `create table bench.record_${year} partition of bench.record for values from (${from}) to (${until})`,
        ),
      );
    }
    await db.transaction(async (tx) => {
      const out = tx.client.query(
        copyTo(`copy (select * from records.record where submission_id = ${submissionId}) to stdout`),
      );
      await pipeline(out, createWriteStream(file));
    });
    const begun = performance.now();
    await db.transaction(async (tx) => {
      await pipeline(
        createReadStream(file, { highWaterMark: 1 << 20 }),
        tx.client.query(copyFrom('copy bench.record from stdin')),
      );
    });
    return (performance.now() - begun) / 1000;
  } finally {
    await db.query(raw('drop table if exists bench.record'));
    await rm(folder, { recursive: true });
  }
}

/** Measures 100,000 and 1,000,000 penalty rows. */
export async function benchIntake(
  world: BenchWorld,
  say: (line: string) => void,
): Promise<Record<string, unknown>> {
  await registerBenchUnit(world.platform);
  const registered = await handIn(world, 'organisation-registration', subjectsFile(SUBJECTS));
  say(
    `registered ${registered.counts.accepted} of ${SUBJECTS} subjects in ${registered.seconds.toFixed(1)} s`,
  );
  const runs = [];
  for (const size of SIZES) {
    const ours = await handIn(world, 'administrative-penalty', penaltyFile(size, SUBJECTS, size));
    if (ours.counts.accepted !== size) throw new Error(`accepted ${JSON.stringify(ours.counts)} of ${size}`);
    const copySeconds = await rawCopy(world, ours.submissionId);
    const run = {
      rows: size,
      rowsPerSecond: Math.round(size / ours.seconds),
      copyRowsPerSecond: Math.round(size / copySeconds),
      ratio: Number((copySeconds / ours.seconds).toFixed(3)),
      peakMiB: ours.peakMiB,
      secondsUntil: ours.steps,
    };
    say(JSON.stringify(run));
    runs.push(run);
  }
  const [small, large] = runs;
  const growth = (one: 'rowsPerSecond' | 'copyRowsPerSecond') => (small?.[one] ?? 0) / (large?.[one] ?? 1);
  const relativeGrowth = Number((growth('rowsPerSecond') / growth('copyRowsPerSecond')).toFixed(3));
  say(`time a row grows ${relativeGrowth} × as much as COPY's own (aim ≤ 1.1)`);
  return { subjects: SUBJECTS, registered: registered.counts, runs, relativeGrowth };
}
