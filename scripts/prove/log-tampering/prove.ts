// The tampering proof: whatever the owner of the database does to a protected row, the monitor's next round names it.
import { integrate, type Log, type Watched, watch } from '../../../src/modules/transparency/index.ts';
import type { Platform } from '../../../src/platform/index.ts';
import { makeStates } from './make-states.ts';
import { rowTables } from './protected-tables.ts';
import { makeFewRecords, makeRows } from './rows.ts';
import { tamperWithStates } from './states.ts';
import { rowTaker, type Tampering, tamperWith } from './tamper.ts';

/** How much to watch. */
export interface TamperingPlan {
  readonly submissions: number;
  readonly rowsEach: number;
}

/** The size at which every tampering must be raised within one round. */
export const FULL_PLAN: TamperingPlan = { submissions: 1_000, rowsEach: 100 };

/** Only to measure the time of a round; everything else is proved again on the way. */
export const LARGE_PLAN: TamperingPlan = { submissions: 12_000, rowsEach: 100 };

/** What came out. */
export interface TamperingFigures {
  readonly rows: number;
  readonly entries: number;
  readonly tamperings: number;
  readonly raised: number;
  /** What was done and not raised: must be empty. */
  readonly missed: readonly string[];
  /** What a constraint of the database refused even its owner. */
  readonly refused: readonly string[];
  /** Differences in the round before anything was done: must be 0. */
  readonly falseAlarms: number;
  readonly secondsOfRound: number;
}

/** Runs the plan on a log whose tables are empty; `owner` is the owner of all tables. */
export async function proveLogTampering(
  plan: TamperingPlan,
  {
    log,
    watched,
    platform,
    say,
  }: { log: Log; watched: Watched; platform: Platform; say: (line: string) => void },
): Promise<TamperingFigures> {
  const owner = platform.db.migrator;
  await makeStates(platform);
  await makeFewRecords(owner);
  let entries = (await integrate(log)) ?? 0;
  const states = await tamperWithStates(owner, watched);
  say(`${states.done.length} changes of rules, ${states.missed.length} missed`);
  const rows = await makeRows(owner, { ...plan, least: 40 });
  for (let taken = await integrate(log); taken; taken = await integrate(log)) entries += taken;
  say(`${rows} rows of ${entries} entries are in the log`);
  const clean = await watch(watched);
  const done: Tampering[] = [];
  const refused: string[] = [];
  const spare: string[] = [];
  for (const target of rowTables) {
    const judged = await tamperWith(owner, target, rowTaker(owner, target, spare));
    done.push(...judged.done);
    refused.push(...judged.refused);
    // What was done to a row must not be hidden behind what is done to its entry.
    spare.push(...judged.done.flatMap((one) => one.entries));
  }
  const begun = performance.now();
  const round = await watch(watched);
  const seconds = (performance.now() - begun) / 1000;
  const named = new Set(round.differences.map(({ entryId }) => entryId));
  const leaves = new Set(round.differences.flatMap(({ leafIndex }) => leafIndex ?? []));
  const missed: string[] = [];
  for (const { what, entries: touched } of done) {
    if (touched.some((id) => named.has(id))) continue;
    // An entry that was deleted or moved is named by the leaf it left.
    if (what.startsWith('transparency.entry') && leaves.size > 0 && /deleted|entry_id|leaf_index/.test(what))
      continue;
    missed.push(what);
  }
  const tamperings = done.length + states.done.length;
  const allMissed = [...missed, ...states.missed];
  return {
    rows,
    entries,
    tamperings,
    raised: tamperings - allMissed.length,
    missed: allMissed,
    refused: [...refused, ...states.refused],
    falseAlarms: clean.differences.length,
    secondsOfRound: Number(seconds.toFixed(2)),
  };
}
