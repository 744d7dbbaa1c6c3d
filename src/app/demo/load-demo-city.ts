// Loads the demo city into an empty platform: units and sign-ins first, then three years of files through the real intake.
import path from 'node:path';
import { Readable } from 'node:stream';
import { addDays, addMonths, type CivilDate } from '../../kernel/civil-date.ts';
import { listUnits } from '../../modules/identity/index.ts';
import { submitFile } from '../../modules/intake/index.ts';
import type { JobHandlers, Platform, Words } from '../../platform/index.ts';
import { demoUnits } from './authorities.ts';
import { batchesOf, batchText, type DemoBatch } from './batches.ts';
import { type DemoCredentials, saveCredentials } from './credentials.ts';
import { declareDemoRegisters } from './declare-registers.ts';
import { type DemoState, readDemoState, saveDemoState } from './demo-state.ts';
import { writeDemoFiles } from './files/demo-files.ts';
import { furtherBatches } from './further-rows.ts';
import { DEMO_SIZE, generateCity } from './generate-city.ts';
import { type InlinePlatform, inlinePlatform } from './inline-jobs.ts';
import { personBatch } from './invented-person.ts';
import { openDemoAccounts } from './open-accounts.ts';
import { registerDemoUnits } from './register-units.ts';
import { seedCollection } from './seed-collection.ts';

/** How the demo is loaded. */
export interface DemoOptions {
  /** All job handlers on a platform: what the worker would do is done here at once, under the clock of its day. */
  readonly handlersOf: (platform: Platform) => JobHandlers;
  readonly organisations?: number;
  readonly seed?: number;
  /** First day of the records; three years before yesterday unless said. */
  readonly from?: CivilDate;
}

const DEMO_SEED = 371_899;

async function stateFor(platform: Platform, options: DemoOptions): Promise<DemoState | undefined> {
  const { dataFolder } = platform.config;
  const isEmpty = (await listUnits(platform)).length === 0;
  const earlier = await readDemoState(dataFolder);
  if (!isEmpty) return earlier?.isComplete === false ? earlier : undefined;
  // Yesterday is the last day that is over for every unit.
  const until = addDays(platform.clock.today(), -1);
  const { organisations = DEMO_SIZE, seed = DEMO_SEED, from = addMonths(until, -36) } = options;
  const state = { seed, organisations, from, until, isComplete: false };
  await saveDemoState(dataFolder, state);
  // Sign-ins left in the folder belong to a database that is gone.
  await saveCredentials(dataFolder, { clients: [], accounts: [] });
  return state;
}

/**
 * Loads the city when the platform has no units, or goes on with a load that was cut off; otherwise does nothing.
 * @returns whether anything was loaded
 */
export async function loadDemoCity(
  platform: Platform,
  options: DemoOptions,
  report: (words: Words) => void,
): Promise<boolean> {
  const state = await stateFor(platform, options);
  if (!state) return false;
  const { dataFolder } = platform.config;
  await registerDemoUnits(platform, demoUnits);
  const credentials = await openDemoAccounts(platform, demoUnits);
  announceSignIns(credentials, dataFolder, report);
  const city = generateCity(state);
  await writeDemoFiles(city, path.join(dataFolder, 'demo-files'));
  const clients = new Map(credentials.clients.map(({ unit, client_id }) => [unit, client_id]));
  const batches = [...batchesOf(city), ...furtherBatches(city), personBatch(city)];
  const progress = progressOf(batches.length, report);
  const lanes = [openLane(platform, options, clients), openLane(platform, options, clients)] as const;
  const hand = async (lane: Lane, some: readonly DemoBatch[]) => {
    for (const batch of some) {
      await handIn(lane, batch);
      progress();
    }
  };
  for (const month of byMonth(batches)) {
    // An organisation is registered before anything else about it comes in; the other items don't wait for each other.
    await hand(lanes[0], month.filter(isRegistration));
    await Promise.all([hand(lanes[0], month.filter(isOther)), hand(lanes[1], month.filter(isLicence))]);
  }
  for (const { inline } of lanes) await inline.workLater(options.handlersOf(platform));
  await declareDemoRegisters(platform);
  await seedCollection(platform);
  await saveDemoState(dataFolder, { ...state, isComplete: true });
  report({
    zh: `演示城市已载入：${city.options.organisations} 个主体，${batches.length} 个报送批次。`,
    en: `The demo city is loaded: ${city.options.organisations} organisations, ${batches.length} submissions.`,
  });
  return true;
}

const isRegistration = ({ item }: DemoBatch) => item === 'organisation-registration';
const isLicence = ({ item }: DemoBatch) => item === 'administrative-licence';
const isOther = (batch: DemoBatch) => !isRegistration(batch) && !isLicence(batch);

function byMonth(batches: readonly DemoBatch[]): DemoBatch[][] {
  return [...Map.groupBy(batches, ({ at }) => at.toISOString().slice(0, 7)).values()];
}

/** What hands files in one after the other, with a clock of its own. */
interface Lane {
  readonly inline: InlinePlatform;
  readonly handlers: JobHandlers;
  readonly clients: ReadonlyMap<string, string>;
}

function openLane(platform: Platform, options: DemoOptions, clients: ReadonlyMap<string, string>): Lane {
  const inline = inlinePlatform(platform, (name) => !name.startsWith('intake.'));
  return { inline, handlers: options.handlersOf(inline.platform), clients };
}

async function handIn({ inline, handlers, clients }: Lane, batch: DemoBatch): Promise<void> {
  inline.clock.set(batch.at);
  const { item, unit } = batch;
  const scopes = [`submit:${item}`];
  const actor = { kind: 'client', clientId: clients.get(unit) ?? '', unit, scopes } as const;
  const { submissionId, sameFileAs } = await submitFile(inline.platform, actor, {
    item,
    channel: 'demo',
    content: Readable.from([Buffer.from(batchText(batch))]),
    fileName: batch.fileName,
    contentType: 'text/csv',
  });
  // A file that an earlier start had handed in may have been cut off before it was processed.
  if (sameFileAs) await handlers['intake.process']?.({ submissionId }, inlineContext());
  await inline.work(handlers);
}

function inlineContext() {
  return { jobId: 'demo', attempt: 2, isLastAttempt: true, signal: new AbortController().signal };
}

function progressOf(total: number, report: (words: Words) => void): () => void {
  let done = 0;
  return () => {
    done++;
    const tenth = Math.ceil(total / 10);
    if (done % tenth !== 0 || done === total) return;
    const share = Math.round((done / total) * 100);
    report({
      zh: `正在载入演示城市：${share}%（${done}/${total} 批）`,
      en: `Loading the demo city: ${share} %`,
    });
  };
}

function announceSignIns(
  { accounts }: DemoCredentials,
  folder: string,
  report: (words: Words) => void,
): void {
  report({
    zh: `演示登录（控制台）；全部登录信息在 ${path.join(folder, 'demo-credentials.json')}，试用文件在 ${path.join(folder, 'demo-files')}。`,
    en: 'Demo sign-ins for the console; all are in that file, files to try in that folder.',
  });
  for (const { name, password, role, unit } of accounts)
    report({ zh: `  ${name}  ${password}`, en: `${role}, ${unit}` });
  report({
    zh: '登录时还需动态口令：npx gongxin code <登录名>。',
    en: 'Signing in also asks for a code: npx gongxin code <sign-in name>.',
  });
}
