/** The monitor: holds the whole database against the whole witnessed log, and raises an alarm for every difference. */
import { openNote } from '../../../kernel/tlog/open-note.ts';
import { TlogError } from '../../../kernel/tlog/tlog-error.ts';
import type { VerifierKey } from '../../../kernel/tlog/verifier-key.ts';
import { verifyEd25519 } from '../../../platform/crypto-suite/index.ts';
import type { Db } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Log as LineLog } from '../../../platform/log.ts';
import type { LogFiles, SignedCheckpoint } from '../log-files.ts';
import { closeAlarms, insertRound, type RaisedAlarm, raiseAlarms } from '../queries/monitor.ts';
import type { DerivedTable, LogSource } from '../source.ts';
import type { Difference } from './difference.ts';
import { judgeRun } from './judge-entries.ts';
import { judgeDerived, judgeTables } from './judge-tables.ts';
import { leafRuns } from './leaves.ts';

/** What is watched, and where it is told. */
export interface Watched {
  readonly db: Db;
  readonly files: LogFiles;
  readonly logKey: VerifierKey;
  readonly witnessKey: VerifierKey;
  readonly sources: readonly LogSource[];
  readonly derived: readonly DerivedTable[];
  readonly now: () => Date;
  readonly lines: LineLog;
}

/** What a round came to. */
export interface Round {
  readonly size: number;
  readonly entries: number;
  readonly rows: number;
  readonly differences: readonly Difference[];
}

/** The published checkpoint, only if the witness signed it. */
async function findWitnessed({ files, logKey, witnessKey }: Watched): Promise<SignedCheckpoint | undefined> {
  const published = await files.findPublished(logKey);
  if (published) openNote(published.note, [witnessKey], verifyEd25519);
  return published;
}

async function compare(watched: Watched): Promise<Round> {
  const { db, files, logKey, sources, derived } = watched;
  const differences: Difference[] = [];
  const signed = await files.findSigned(logKey);
  let checkpoint: SignedCheckpoint | undefined;
  try {
    checkpoint = await findWitnessed(watched);
  } catch (error) {
    if (!(error instanceof TlogError)) throw error;
    differences.push({ kind: 'not-witnessed' });
  }
  let rows = 0;
  if (checkpoint) {
    const runs = leafRuns(files.read, checkpoint);
    let step = await runs.next();
    for (; !step.done; step = await runs.next()) {
      const judged = await judgeRun(db, sources, step.value);
      differences.push(...judged.differences);
      rows += judged.rows;
    }
    if (!step.value) differences.push({ kind: 'tree-broken' });
  }
  const size = checkpoint?.size ?? 0;
  differences.push(...(await judgeTables(db, sources, size)), ...(await judgeDerived(db, derived)));
  // What was signed when the round began had all its time to be witnessed.
  const published = checkpoint && (await files.findPublished(logKey));
  if ((signed?.size ?? 0) > (published?.size ?? 0)) differences.push({ kind: 'not-witnessed' });
  return { size, entries: size, rows, differences };
}

/**
 * One whole round. Alarms that are seen again stay open, those that are not are closed; the round itself is written
 * down, so that a monitor that no longer runs is seen too.
 */
export async function watch(watched: Watched): Promise<Round> {
  const beganAt = watched.now();
  const round = await compare(watched);
  const alarms = [...new Map(round.differences.map((one) => [JSON.stringify(one), one])).values()].map(
    ({ kind, source = null, entryId = null, leafIndex = null }) => ({
      alarmId: newId(),
      kind,
      source,
      entryId,
      leafIndex,
    }),
  );
  const endedAt = watched.now();
  await watched.db.transaction(async (tx) => {
    if (alarms.length > 0) {
      const raised = await tx.query<RaisedAlarm>(raiseAlarms(alarms, endedAt));
      for (const { kind, source, entry_id: entry, leaf_index: leaf } of raised.filter((one) => one.is_new))
        watched.lines.error({ alarm: kind, source, entry, leaf }, 'database and log differ');
    }
    await tx.query(closeAlarms(endedAt));
    await tx.query(insertRound({ roundId: newId(), beganAt, endedAt, ...round, alarms: alarms.length }));
  });
  return round;
}
