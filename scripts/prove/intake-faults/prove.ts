/** The fault proof of intake: kills at every step, at random moments and of the database; accepted = told, none lost or doubled. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { start } from '../../../src/app/start.ts';
import { PROCESSING_STEPS } from '../../../src/modules/intake/steps.ts';
import { loadConfig } from '../../../src/platform/config.ts';
import { sql } from '../../../src/platform/db/index.ts';
import { decisionNo, isBad, penaltyFile, prepareCity, proofEnvironment } from './city.ts';
import { runPlatform } from './process.ts';

/** How much to prove. */
export interface FaultPlan {
  /** Steps to kill the worker at; each once. */
  steps: readonly string[];
  /** Kills of the worker at random moments. */
  randomKills: number;
  /** Kills of the database server at random moments. */
  databaseKills: number;
  rows: number;
  seed: number;
}

/** Everything, as `npm run prove:intake-faults` does. */
export const FULL_PLAN: FaultPlan = {
  steps: PROCESSING_STEPS,
  randomKills: 100,
  databaseKills: 20,
  rows: 3_000,
  seed: 1,
};

/** What came out; all but `cases`, `interrupted` and `seconds` must be zero or equal. */
export interface FaultFigures {
  cases: number;
  /** Kills that fell before the submission was settled and closed. */
  interrupted: number;
  told: number;
  accepted: number;
  expected: number;
  lost: number;
  doubled: number;
  wrongCounts: number;
  uploadsLeft: number;
  stagingLeft: number;
  seconds: number;
}

interface Told {
  submissionId: string;
  counts: { rows: number; accepted: number; rejected: number };
}

/** Runs the plan on a platform of its own. */
export async function proveIntakeFaults(plan: FaultPlan, say: (line: string) => void): Promise<FaultFigures> {
  const begun = performance.now();
  const folder = await mkdtemp(path.join(tmpdir(), 'gongxin-faults-'));
  const client = await prepareCity(folder);
  const platform = runPlatform(folder, await freePort());
  const told: Told[] = [];
  let interrupted = plan.steps.length;
  // The first case is left alone: it tells how long the work takes, so that random kills fall into it.
  const windowMs = await timeOneCase(platform.url, client, plan.rows, told);
  say(`a case takes ${Math.round(windowMs)} ms undisturbed`);
  const random = seeded(plan.seed);
  const moments = [
    ...Array.from({ length: plan.randomKills }, () => platform.killWorker),
    ...Array.from({ length: plan.databaseKills }, () => platform.killDatabase),
  ];
  const begin = () => handIn(platform.url, client, penaltyFile(told.length, plan.rows));
  const end = async (id: string) => told.push(await follow(platform.url, client, id));
  try {
    for (const step of plan.steps) {
      platform.killWorkerAt(step);
      await end(await begin());
      if (platform.isKillPending()) throw new Error(`the worker never reached ${step}`);
    }
    for (const [number, kill] of moments.entries()) {
      const submissionId = await begin();
      await pause(random() * windowMs);
      if (!(await isClosed(platform.url, client, submissionId))) interrupted++;
      kill();
      await end(submissionId);
      if (number % 10 === 9) say(`${number + 1} of ${moments.length} random moments`);
    }
  } finally {
    await platform.stop();
  }
  const figures = await compare(folder, told, plan.rows);
  await rm(folder, { recursive: true });
  return {
    ...figures,
    cases: told.length,
    interrupted,
    seconds: Math.round((performance.now() - begun) / 1000),
  };
}

async function timeOneCase(url: string, client: Client, rows: number, told: Told[]): Promise<number> {
  const submissionId = await handIn(url, client, penaltyFile(0, rows));
  const begun = performance.now();
  told.push(await follow(url, client, submissionId));
  return performance.now() - begun;
}

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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

type Client = { clientId: string; clientSecret: string };

/** Asks again while the platform is away: a submitter without an answer sends again, and the same file is told so. */
async function ask(url: string, client: Client, request: RequestInit): Promise<Record<string, unknown>> {
  const until = Date.now() + 120_000;
  let last = '';
  while (Date.now() < until) {
    try {
      const authorization = `Bearer ${await tokenFor(new URL(url).origin, client)}`;
      const answer = await fetch(url, { ...request, headers: { ...request.headers, authorization } });
      const body = (await answer.json()) as Record<string, unknown>;
      if (answer.ok) return body;
      last = JSON.stringify(body);
      if (answer.status < 500 && answer.status !== 401) throw new Error(`refused: ${last}`);
    } catch (error) {
      if (String(error).includes('refused:')) throw error;
      last = String(error);
    }
    await pause(100);
  }
  throw new Error(`no answer from ${url}: ${last}`);
}

let token: { text: string; until: number } | undefined;

async function tokenFor(origin: string, client: Client): Promise<string> {
  if (token && token.until > Date.now()) return token.text;
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client.clientId,
    client_secret: client.clientSecret,
  });
  const answer = await fetch(`${origin}/oauth/token`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`token: ${answer.status} ${await answer.text()}`);
  const { access_token } = (await answer.json()) as { access_token: string };
  token = { text: access_token, until: Date.now() + 20 * 60_000 };
  return access_token;
}

async function handIn(url: string, client: Client, file: string): Promise<string> {
  const answer = await ask(`${url}/api/v1/submissions?item=administrative-penalty`, client, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'text/csv' },
  });
  return String(answer['submissionId']);
}

async function follow(url: string, client: Client, submissionId: string): Promise<Told> {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    const answer = await ask(`${url}/api/v1/submissions/${submissionId}`, client, {});
    // Closed too: the findings file is written and the upload destroyed.
    if (answer['status'] === 'settled' && answer['closedAt'] !== null) {
      return { submissionId, counts: answer['counts'] as Told['counts'] };
    }
    await pause(50);
  }
  throw new Error(`submission ${submissionId} was acknowledged and never settled`);
}

async function isClosed(url: string, client: Client, submissionId: string): Promise<boolean> {
  return (await ask(`${url}/api/v1/submissions/${submissionId}`, client, {}))['closedAt'] !== null;
}

/** Compares what submitters were told with what is there. */
async function compare(folder: string, told: readonly Told[], rows: number) {
  const good = Array.from({ length: rows }, (_, row) => row).filter((row) => !isBad(row));
  const config = loadConfig({ ...proofEnvironment(folder, 0), GONGXIN_WORKER: '0' });
  const running = await start(config, (error) => {
    throw error;
  });
  try {
    const db = running.platform.db.migrator;
    const records = await db.query<{ submission_id: string; decision_no: string }>(
      sql`select submission_id, decision_no from records.standing where item = 'administrative-penalty'`,
    );
    const seen = new Map<string, number>();
    for (const { decision_no } of records) seen.set(decision_no, (seen.get(decision_no) ?? 0) + 1);
    const expected = told.flatMap((_, proofCase) => good.map((row) => decisionNo(proofCase, row)));
    const versions = await db.one<{ count: number }>(
      sql`select count(*)::integer as count from records.record where item = 'administrative-penalty' and version > 1`,
    );
    const staging = await db.one<{ count: number }>(
      sql`select count(*)::integer as count from pg_catalog.pg_tables where schemaname = 'intake_staging'`,
    );
    const uploads = await db.one<{ count: number }>(
      sql`select count(*)::integer as count from intake.submission where file_id is not null`,
    );
    const findings = await db.query(sql`select 1 from intake.submission where findings_file_id is not null`);
    return {
      told: told.reduce((sum, { counts }) => sum + counts.accepted, 0),
      accepted: records.length,
      expected: expected.length,
      lost: expected.filter((number) => !seen.has(number)).length,
      doubled: [...seen.values()].filter((times) => times > 1).length + versions.count,
      wrongCounts: told.filter(({ counts }) => counts.accepted !== good.length || counts.rows !== rows)
        .length,
      // Files that belong to no submission are swept after a day; here only those of submissions may be left.
      uploadsLeft: uploads.count + Math.abs(findings.length - told.length),
      stagingLeft: staging.count,
    };
  } finally {
    await running.stop();
  }
}
