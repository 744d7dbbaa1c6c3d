/** The proof of pulling: a worker killed at random points, and what it made held against one run that nobody disturbed. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PULL_STEPS } from '../../../src/modules/channels/pull/steps.ts';
import { hasMariadb, startMariadb } from '../../../src/modules/channels/testing/mariadb.ts';
import {
  approvedSource,
  mariadbSource,
  platformReading,
  postgresqlSource,
  type TestSource,
} from '../../../src/modules/channels/testing/sources.ts';
import { openTcpDoor } from '../../../src/modules/channels/testing/tcp-door.ts';
import { PROCESSING_STEPS } from '../../../src/modules/intake/steps.ts';
import { buildCity, firm, penalty, registerFirms, UNITS } from '../../../src/modules/intake/testing/city.ts';
import { sql } from '../../../src/platform/db/index.ts';
import { newId } from '../../../src/platform/ids.ts';
import type { WorkerOrder } from './worker.ts';
import type { ProofWorld } from './world.ts';

/** How much to prove, on each system. */
export interface PullPlan {
  readonly kills: number;
  /** Rows that the department writes before each kill. */
  readonly rowsEach: number;
  readonly seed: number;
}

/** Everything, as `npm run prove:pull` does. */
export const FULL_PLAN: PullPlan = { kills: 50, rowsEach: 60, seed: 1 };

/** What came out of one system: `equal` must hold, `lost` and `doubled` be nothing. */
export interface PullFigures {
  readonly system: string;
  readonly kills: number;
  /** Kills that fell while rows were waiting to be read or settled. */
  readonly interrupted: number;
  readonly killedAt: Readonly<Record<string, number>>;
  readonly rows: number;
  /** Rows read by workers that were killed, before the last one read to the end. */
  readonly readByKilled: number;
  readonly lost: number;
  readonly doubled: number;
  readonly equal: boolean;
  readonly seconds: number;
}

const firms = Array.from({ length: 20 }, (_, number) => firm(number));

/** Mulberry32, so that a run can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A platform with its unit, its firms and the source, ready to be read. */
async function reading(world: ProofWorld, source: TestSource) {
  const { platform } = world;
  await buildCity(platform);
  await registerFirms(platform, firms);
  const able = await platformReading(platform, UNITS.market.code, [source]);
  const sourceId = newId();
  await approvedSource(able, {
    sourceId,
    unit: UNITS.market.code,
    name: '处罚库',
    definition: { ...source.definition, pageSize: 17, statementSeconds: 30 },
  });
  const { pullHosts, pullSecrets } = able.config.channels;
  const env = {
    GONGXIN_DATA: platform.config.dataFolder,
    GONGXIN_DEMO: '0',
    GONGXIN_LOG_LEVEL: 'silent',
    GONGXIN_POOL: '6',
    GONGXIN_PULL_HOSTS: pullHosts.join(','),
    GONGXIN_PULL_SECRETS: pullSecrets,
    ...(platform.config.testing ? { GONGXIN_TESTING: '1' } : {}),
  };
  const order: WorkerOrder = { endpoints: world.endpoints, env };
  return { world, sourceId, order };
}

type Reading = Awaited<ReturnType<typeof reading>>;

/** Runs the worker until it ends or `isOver` says so. */
async function runWorker(order: WorkerOrder, isOver: () => Promise<boolean>): Promise<void> {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'worker.ts'), JSON.stringify(order)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  let isGone = false;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isGone = true;
      resolve();
    });
  });
  while (!isGone && !(await isOver())) await pause(100);
  child.kill('SIGKILL');
  await gone;
}

/** Rows that were not read yet, and submissions that were not closed yet. */
async function openWork({ world, sourceId }: Reading, rows: number): Promise<number> {
  const { read, open, state } = await world.db.app.one<{ read: string; open: number; state: string }>(sql`
    select rows_read as read, state, (select count(*)::integer from intake.submission
      where handed_in_by = ${`client:pull-${sourceId}`} and closed_at is null) as open
    from channels.pull_source where source_id = ${sourceId}`);
  if (!['waiting', 'running'].includes(state)) throw new Error(`the source is ${state}`);
  return rows - Number(read) + open;
}

async function rowsRead({ world, sourceId }: Reading): Promise<number> {
  const { read } = await world.db.app.one<{ read: number }>(
    sql`select rows_read::integer as read from channels.pull_source where source_id = ${sourceId}`,
  );
  return read;
}

async function readToEnd(on: Reading, rows: number): Promise<void> {
  const until = Date.now() + 180_000;
  await runWorker(on.order, async () => {
    if (Date.now() > until) throw new Error('the source was not read to its end within three minutes');
    return (await openWork(on, rows)) === 0;
  });
}

type Made = {
  readonly no: string;
  readonly open: unknown;
  readonly decided: string;
  readonly version: number;
};

/** What stands in the books, and how the rows were counted. */
async function outcome({ world, sourceId }: Reading) {
  const records = await world.db.migrator.query<Made>(sql`
    select decision_no as no, open_fields as open, decided_on as decided, version from records.record
    where item = 'administrative-penalty' order by decision_no, version`);
  const counts = await world.db.app.one<{ rows: number; accepted: number; duplicate: number }>(sql`
    select coalesce(sum(row_count), 0)::integer as rows, coalesce(sum(accepted_count), 0)::integer as accepted,
      coalesce(sum(duplicate_count), 0)::integer as duplicate
    from intake.submission where handed_in_by = ${`client:pull-${sourceId}`}`);
  return { records, counts };
}

/** Where the next kill falls: at a step of reading or settling, or at any moment. */
function nextKill(random: () => number): Pick<WorkerOrder, 'killAt' | 'killAfterMs'> & { name: string } {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const kind = random();
  if (kind > 0.6) return { killAfterMs: Math.floor(random() * 400), name: 'any moment' };
  const step = kind < 0.4 ? pick(PULL_STEPS) : pick(PROCESSING_STEPS);
  return { killAt: { step, times: 1 + Math.floor(random() * 3) }, name: step };
}

/** Kills, writes, kills …; then both runs are held against each other. */
async function proveOn(
  plan: PullPlan,
  source: TestSource,
  open: () => Promise<ProofWorld>,
  say: (line: string) => void,
): Promise<PullFigures> {
  const begun = performance.now();
  const random = seeded(plan.seed);
  const killed = await reading(await open(), source);
  const clean = await reading(await open(), source);
  try {
    const killedAt: Record<string, number> = {};
    let [rows, interrupted] = [0, 0];
    for (let kill = 0; kill < plan.kills; kill++) {
      // Seven rows a second: values are shared, over the edges of pages and of batches.
      const batch = Array.from({ length: plan.rowsEach }, (_, n) => rows + n).map((id) => ({
        id,
        changed: Math.floor(id / 7),
        row: penalty(firms[id % firms.length] as (typeof firms)[number], id),
      }));
      await source.add(batch);
      rows += batch.length;
      const { name, ...where } = nextKill(random);
      killedAt[name] = (killedAt[name] ?? 0) + 1;
      const order = { ...killed.order, ...where };
      await runWorker(order, async () => (await openWork(killed, rows)) === 0);
      if ((await openWork(killed, rows)) > 0) interrupted++;
      if (kill % 10 === 9) say(`${source.name}: ${kill + 1} of ${plan.kills} kills`);
    }
    const readByKilled = await rowsRead(killed);
    await readToEnd(killed, rows);
    await readToEnd(clean, rows);
    const [disturbed, undisturbed] = [await outcome(killed), await outcome(clean)];
    const numbers = disturbed.records.map(({ no }) => no);
    const wanted = undisturbed.records.map(({ no }) => no);
    return {
      system: source.name,
      kills: plan.kills,
      interrupted,
      killedAt,
      rows,
      readByKilled,
      lost: wanted.filter((no) => !numbers.includes(no)).length + (rows - wanted.length),
      doubled: numbers.length - new Set(numbers).size + disturbed.counts.duplicate,
      equal: JSON.stringify(disturbed) === JSON.stringify(undisturbed),
      seconds: Math.round((performance.now() - begun) / 1000),
    };
  } finally {
    await killed.world.close();
    await clean.world.close();
  }
}

/** Runs the plan on a real PostgreSQL, and on a real MariaDB where one is installed. */
export async function provePull(
  plan: PullPlan,
  open: () => Promise<ProofWorld>,
  say: (line: string) => void,
): Promise<PullFigures[]> {
  const home = await open();
  const door = await openTcpDoor(home.superuser);
  const mariadb = hasMariadb ? await startMariadb() : undefined;
  try {
    const figures = [await proveOn(plan, await postgresqlSource(home.superuser, door), open, say)];
    if (mariadb) figures.push(await proveOn(plan, await mariadbSource(mariadb), open, say));
    else say('skipped: no MariaDB (Debian: mariadb-server)');
    return figures;
  } finally {
    await mariadb?.stop();
    await door.shut();
    await home.close();
  }
}
