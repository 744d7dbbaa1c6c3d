/** What row-level security on records costs the append of a settlement: the same files with the policy on and off, in turns. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Readable } from 'node:stream';
import { submitFile } from '../src/modules/intake/index.ts';
import { processSubmission } from '../src/modules/intake/process-submission.ts';
import { raw } from '../src/platform/db/index.ts';
import { benchActor, registerBenchUnit } from './bench-unit.ts';
import { penaltyFile, subjectsFile } from './intake-files.ts';
import { type BenchWorld, median } from './world.ts';

const SUBJECTS = 20_000;
const ROWS = 50_000;
const PAIRS = 5;

/** Seconds from resolved subjects to appended records. */
async function timeAppend({ platform }: BenchWorld, item: string, lines: Iterable<string>): Promise<number> {
  const at: Record<string, number> = {};
  const note = (message: unknown) => {
    at[(message as { step: string }).step] = performance.now();
  };
  subscribe('gongxin.intake.step', note);
  const { submissionId } = await submitFile(platform, benchActor, {
    item,
    channel: 'api',
    content: Readable.from(lines),
  });
  await processSubmission(platform, submissionId, 1);
  unsubscribe('gongxin.intake.step', note);
  return ((at['records-appended'] ?? 0) - (at['subjects-resolved'] ?? 0)) / 1000;
}

/** Measures pairs of settlements, with and without the policy. */
export async function benchRecordScope(
  world: BenchWorld,
  say: (line: string) => void,
): Promise<Record<string, unknown>> {
  await registerBenchUnit(world.platform);
  await timeAppend(world, 'organisation-registration', subjectsFile(SUBJECTS));
  const seconds: Record<'on' | 'off', number[]> = { on: [], off: [] };
  for (let pair = 0; pair <= PAIRS; pair += 1) {
    for (const policy of pair % 2 ? (['on', 'off'] as const) : (['off', 'on'] as const)) {
      await world.platform.db.migrator.query(
        raw(`alter table records.record ${policy === 'on' ? 'enable' : 'disable'} row level security`),
      );
      const seed = pair * 2 + (policy === 'on' ? 1 : 0);
      const took = await timeAppend(world, 'administrative-penalty', penaltyFile(ROWS, SUBJECTS, seed + 1));
      // The first pair warms up.
      if (pair > 0) seconds[policy].push(Number(took.toFixed(3)));
    }
  }
  const ratio = Number((median(seconds.on) / median(seconds.off)).toFixed(3));
  say(`${ROWS} rows appended: with the policy ${ratio} × the time without it ${JSON.stringify(seconds)}`);
  return { rows: ROWS, pairs: PAIRS, seconds, ratio };
}
