/** The erasure proof: erases a person, sweeps, looks through every byte; puts an older copy back and finds it erased again. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { derivedTables, logSources } from '../../../src/app/log-sources.ts';
import { type Running, start } from '../../../src/app/start.ts';
import { cleanUpAfterErasure, erasePerson, findPersonSubject } from '../../../src/modules/persons/index.ts';
import { integrate, verifyLog, watch } from '../../../src/modules/transparency/index.ts';
import { openTestLog } from '../../../src/modules/transparency/testing.ts';
import { loadConfig } from '../../../src/platform/config.ts';
import { sql } from '../../../src/platform/db/index.ts';
import type { Platform } from '../../../src/platform/index.ts';
import { askAndTell, blindIndexOf, fillCity, proofPerson, sealedTracesOf, tracesOf } from './city.ts';
import { type Needle, searchFolders } from './search.ts';

/** How much to prove. */
export interface ErasurePlan {
  people: number;
}

/** What came out. */
export interface ErasureFigures {
  people: number;
  recordsAccepted: number;
  /** Ways of writing down who somebody is that were sought, each in every file. */
  forms: number;
  filesSearched: number;
  bytesSearched: number;
  /** Finds of the person before the erasure: the search works. */
  foundBefore: number;
  /** Finds after erasure and clean-up while the server runs, after it stopped, and after the copy was put back. */
  foundAfter: number;
  foundStopped: number;
  foundAfterCopy: number;
  /** Finds of a person who was not erased: the search still works. */
  controlFound: number;
  /** Whether the copy had the person until start-up erased them again. */
  copyHadPerson: boolean;
  erasedAgain: boolean;
  othersStillThere: boolean;
  walRemoved: boolean;
  /** Leaves of the log, verified from files after each step; alarms of the monitor. */
  leaves: number;
  proofsHold: boolean;
  alarms: number;
  eraseMs: number;
  cleanUpMs: number;
  seconds: number;
}

// The first has two versions of a record.
const [erased, kept] = [10, 11];
const run = promisify(execFile);

/** Under root the cluster lies outside the data folder. */
function foldersOf(data: string): string[] {
  const pointer = path.join(data, 'cluster');
  return existsSync(pointer) ? [data, readFileSync(pointer, 'utf8').trim()] : [data];
}

function startIn(data: string, erasures: string): Promise<Running> {
  const config = loadConfig({
    GONGXIN_DATA: data,
    GONGXIN_ERASURES: erasures,
    GONGXIN_DEMO: '0',
    GONGXIN_WORKER: '0',
    GONGXIN_LOG_LEVEL: 'silent',
    PORT: '0',
  });
  return start(config, (error) => {
    throw error;
  });
}

const isThere = async (platform: Platform, number: number): Promise<boolean> =>
  (await findPersonSubject(platform, proofPerson(number).identityNumber)) !== undefined;

/** Brings the log up to date, verifies all of it from its files, and compares it with the database. */
async function checkLog(platform: Platform, earlier?: string) {
  const log = openTestLog(platform, logSources);
  while ((await integrate(log)) ?? 0);
  const keys = [log.key.vkey, log.witness.vkey];
  const verified = await verifyLog(log.files.read, keys, earlier);
  const round = await watch({
    db: platform.db.app,
    files: log.files,
    logKey: log.key.vkey,
    witnessKey: log.witness.vkey,
    sources: logSources,
    derived: derivedTables,
    now: () => new Date(),
    lines: platform.log,
  });
  const note = Buffer.from(await log.files.read('checkpoint')).toString('utf8');
  return { leaves: verified.checkpoint.size, alarms: round.differences, note };
}

/** Has everything that lies in the server's memory written to its files. */
const checkpoint = (platform: Platform) => platform.db.migrator.query(sql`checkpoint`);

/** Runs the plan on a platform of its own. */
export async function proveErasure(plan: ErasurePlan, say: (line: string) => void): Promise<ErasureFigures> {
  const begun = performance.now();
  const home = await mkdtemp(path.join(tmpdir(), 'gongxin-erasure-'));
  const [data, erasures, copy] = ['data', 'erasures', 'copy'].map((name) => path.join(home, name)) as [
    string,
    string,
    string,
  ];
  let running = await startIn(data, erasures);
  let folders = foldersOf(data);
  const tell = (line: string) => say(`${Math.round(performance.now() - begun)} ms: ${line}`);
  const count = async (needles: readonly Needle[]) => {
    const searched = await searchFolders(folders, needles);
    for (const { what, file } of searched.found.slice(0, 20)) say(`  found: ${what} in ${file}`);
    return { ...searched, found: searched.found.length };
  };
  try {
    const { accepted } = await fillCity(running.platform, plan.people);
    await askAndTell(running.platform, erased);
    const before = await checkLog(running.platform);
    await checkpoint(running.platform);
    tell(`${plan.people} people, ${accepted} records, ${before.leaves} leaves; before the erasure:`);
    const subjectId = (await findPersonSubject(
      running.platform,
      proofPerson(erased).identityNumber,
    )) as string;
    const sealed = await sealedTracesOf(running.platform, subjectId);
    const traces = [...tracesOf(running.platform, erased), ...sealed];
    const control = blindIndexOf(running.platform, kept);
    const foundBefore = (await count(traces)).found;
    await running.stop();
    await Promise.all(folders.map((folder, place) => run('cp', ['-a', folder, `${copy}-${place}`])));

    running = await startIn(data, erasures);
    const from = performance.now();
    await erasePerson(running.platform, { subjectId, ground: 'request' });
    const until = performance.now();
    const { walRemoved } = await cleanUpAfterErasure(running.platform);
    const swept = performance.now();
    tell('after erasure and clean-up:');
    const after = await count(traces);
    const controlFound = (await count(control)).found;
    const later = await checkLog(running.platform, before.note);
    await running.stop();
    const foundStopped = (await count(traces)).found;

    // The disaster: everything is as it was before, but for the list of the erased.
    for (const [place, folder] of folders.entries()) {
      await rm(folder, { recursive: true });
      await run('cp', ['-a', `${copy}-${place}`, folder]);
    }
    const copyHadPerson =
      (await count(control.slice(0, 1))).found > 0 && (await searchFolders(folders, traces)).found.length > 0;
    running = await startIn(data, erasures);
    folders = foldersOf(data);
    const erasedAgain = !(await isThere(running.platform, erased));
    const othersStillThere = await isThere(running.platform, kept);
    const last = await checkLog(running.platform, before.note);
    tell('after the older copy was put back:');
    const foundAfterCopy = (await count(traces)).found;
    const list = await readFile(path.join(erasures, 'list'), 'utf8');
    if (traces.some(({ bytes }) => Buffer.from(list).includes(bytes)))
      throw new Error('the list names somebody');
    return {
      people: plan.people,
      recordsAccepted: accepted,
      forms: traces.length,
      filesSearched: after.files,
      bytesSearched: after.bytes,
      foundBefore,
      foundAfter: after.found,
      foundStopped,
      foundAfterCopy,
      controlFound,
      copyHadPerson,
      erasedAgain,
      othersStillThere,
      walRemoved,
      leaves: last.leaves,
      proofsHold: later.leaves > before.leaves && last.leaves > before.leaves,
      alarms: later.alarms.length + last.alarms.length,
      eraseMs: Math.round(until - from),
      cleanUpMs: Math.round(swept - until),
      seconds: Math.round((performance.now() - begun) / 1000),
    };
  } finally {
    await running.stop();
    for (const folder of [...folders, home]) await rm(folder, { recursive: true, force: true });
  }
}
