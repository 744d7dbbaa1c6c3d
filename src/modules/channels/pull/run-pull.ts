/** Reads one page of a source and hands it in; the place moves in the transaction that acknowledges the submission. */
import { Readable } from 'node:stream';
import type { SignedInActor } from '../../../platform/actor.ts';
import type { Platform, Tx } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { openSource, readSourceSecret, SourceError } from '../../../platform/source-database/index.ts';
import { submitScope } from '../../identity/index.ts';
import { submitFile } from '../../intake/index.ts';
import { advance, beginRun, selectDue, setFault } from '../queries/pull-sources.ts';
import { checkColumns, checkNoneIsEmpty } from './check-columns.ts';
import { MOST_TIES, type Page, readNextPage, tiesOf } from './next-page.ts';
import { pageCsv } from './page-csv.ts';
import { Fault, faultOf, nextTry } from './pull-fault.ts';
import type { PullSource } from './pull-source.ts';
import { tellStep } from './steps.ts';

const MINUTE = 60_000;
/** Longer than any page takes: until then no other run begins on its own. */
const LONGEST_RUN = 60 * MINUTE;

/** Somebody paused or moved the source while its page was read: the page is let go. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** In whose name a source hands in: that of its unit, for its item alone. */
function actorOf({ sourceId, unit, item }: PullSource): SignedInActor {
  return { kind: 'client', clientId: `pull-${sourceId}`, unit, scopes: [submitScope(item)] };
}

async function readPage(platform: Platform, source: PullSource) {
  const { channels } = platform.config;
  const { definition, unit } = source;
  const host = `${definition.host}:${definition.port}`;
  // Asked at every run: the list may have changed since the definition was approved.
  if (!channels.pullHosts.includes(host.toLowerCase())) throw new Fault('host-not-allowed', { host });
  const password = await readSourceSecret(channels, unit, definition.secret);
  if (password === undefined) throw new Fault('secret-missing', { secret: definition.secret });
  const connection = await openSource({ ...definition, password });
  try {
    const types = await checkColumns(connection, source);
    await checkNoneIsEmpty(connection, source);
    tellStep('page-asked');
    const type = types[definition.watermark] as string;
    const page = await readNextPage(connection, definition, type, source.watermark);
    // Types are no part of MariaDB's snapshot: what changed meanwhile would have been read askew.
    await checkColumns(connection, { ...source, columnTypes: types });
    if (tiesOf(page.watermark) > MOST_TIES)
      throw new Fault('watermark-unfit', { column: definition.watermark, reason: 'ties' });
    return { page, types };
  } finally {
    await connection.close();
  }
}

/** Hands the page in and moves the place, or moves it alone where this very page was handed in before. */
async function handIn(
  platform: Platform,
  source: PullSource,
  { page, types }: { page: Page; types: Readonly<Record<string, string>> },
): Promise<void> {
  const { definition } = source;
  const now = platform.clock.now();
  const pause = page.isFull
    ? (page.rows.length / definition.rowsPerSecond) * 1000
    : definition.everyMinutes * MINUTE;
  const nextRunAt = new Date(now.getTime() + pause);
  const move = async (tx: Tx, submissionId: string | null) => {
    const moved = await tx.maybe(
      advance(source, {
        watermark: page.watermark,
        rows: page.rows.length,
        columnTypes: types,
        submissionId,
        state: page.isFull ? 'running' : 'waiting',
        at: now,
        nextRunAt,
      }),
    );
    if (!moved) throw new Overtaken(source.sourceId);
    if (page.isFull) await enqueuePull(platform, tx, source.sourceId, nextRunAt);
    tellStep('place-moved');
  };
  if (page.rows.length === 0) return platform.db.app.transaction((tx) => move(tx, null));
  const { submissionId, sameFileAs } = await submitFile(platform, actorOf(source), {
    item: source.item,
    channel: 'pull',
    content: Readable.from(pageCsv(Object.values(definition.columns), page.rows)),
    contentType: 'text/csv',
    fileName: `${source.name}.csv`,
    // A row that is changed back gives the same bytes at another place: it is news, not the same page again.
    sameOnlyAt: JSON.stringify([source.sourceId, page.watermark]),
    together: move,
  });
  if (sameFileAs) await platform.db.app.transaction((tx) => move(tx, submissionId));
}

/** One page of one source; what is wrong with it becomes its state. @throws Error only for what is wrong with us */
export async function runPull(platform: Platform, sourceId: string): Promise<void> {
  const at = platform.clock.now();
  const until = new Date(at.getTime() + LONGEST_RUN);
  const source = await beginRun(platform.db.app, { sourceId, at, until });
  if (!source) return;
  tellStep('run-begun');
  try {
    const read = await readPage(platform, source);
    tellStep('page-read');
    await handIn(platform, source, read);
    tellStep('run-ended');
  } catch (error) {
    if (error instanceof Overtaken) return;
    if (!(error instanceof SourceError || error instanceof Fault || error instanceof Problem)) throw error;
    const fault = faultOf(error, source);
    const failures = source.failures + 1;
    const nextRunAt = nextTry(fault.state, failures, platform.clock.now());
    platform.log.warn({ sourceId, state: fault.state }, 'a source could not be read');
    await platform.db.app.query(
      setFault(source, { ...fault, failures, at: platform.clock.now(), nextRunAt }),
    );
  }
}

/** Pages of one source come one after the other. */
async function enqueuePull(platform: Platform, tx: Tx, sourceId: string, runAt: Date): Promise<void> {
  const options = { key: `channels.pull:${sourceId}`, queue: `channels.pull:${sourceId}`, runAt };
  await platform.jobs.enqueue(tx, 'channels.pull', { sourceId }, options);
}

/** Every minute: has those read whose time has come. */
export async function pullDue(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  await platform.db.app.transaction(async (tx) => {
    for (const { sourceId } of await selectDue(tx, now)) await enqueuePull(platform, tx, sourceId, now);
  });
}
