// Copies a generated city straight into the tables, for measuring at sizes where handing in is not what is measured.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { findActiveItem } from '../../../modules/catalogue/index.ts';
import { listOwnPeriods, listPenaltyClasses, listPublicityRules } from '../../../modules/publicity/index.ts';
import { sha256 } from '../../../platform/crypto.ts';
import type { Platform } from '../../../platform/index.ts';
import { demoUnits } from '../authorities.ts';
import { dateOf } from '../calendar.ts';
import type { CityOptions } from '../generate-city.ts';
import { registerDemoUnits } from '../register-units.ts';
import type { CopyContext } from './checks.ts';
import type { Chunk, ChunkOrder, SubmissionShare } from './chunk.ts';
import { COPIED_TABLES, copiedTables, SUBMISSION_COLUMNS } from './columns.ts';
import { copyLine } from './text.ts';

/** How a city is copied. */
export interface CopyOptions extends CityOptions {
  /** Threads that make lines; the database works beside them. */
  readonly threads?: number;
  readonly onProgress?: (copied: CopiedCity) => void;
}

/** What has been copied so far. */
export interface CopiedCity {
  readonly subjects: number;
  readonly records: number;
  readonly seconds: number;
}

/** Organisations a transaction. */
const STRETCH = 2000;

async function contextOf(platform: Platform): Promise<CopyContext> {
  const db = platform.db.app;
  const items = ['organisation-registration', 'administrative-licence', 'administrative-penalty'];
  const found = await Promise.all(items.map((item) => findActiveItem(db, item)));
  const [publicityRules, penaltyClasses, ownPeriods] = await Promise.all([
    listPublicityRules(db),
    listPenaltyClasses(db),
    listOwnPeriods(db),
  ]);
  return { definitions: found.flatMap((item) => item ?? []), publicityRules, penaltyClasses, ownPeriods };
}

async function copyChunk(platform: Platform, chunk: Chunk): Promise<void> {
  await platform.db.migrator.transaction(async (tx) => {
    for (const table of copiedTables) {
      const lines = (chunk.lines.get(table) ?? []).map((part) =>
        Buffer.from(part.buffer, part.byteOffset, part.length),
      );
      await tx.copyIn(table, COPIED_TABLES[table].split(' '), lines);
    }
  });
}

/** Asks one thread for stretches and copies them as they come. */
async function feed(order: ChunkOrder, take: (chunk: Chunk) => Promise<void>): Promise<void> {
  const worker = new Worker(new URL('./chunk.ts', import.meta.url), { workerData: order });
  const ask = async (): Promise<Chunk | undefined> => {
    const answer = once(worker, 'message');
    worker.postMessage('next');
    return (await answer)[0] as Chunk | undefined;
  };
  try {
    // The next stretch is made while this one is copied.
    for (let chunk = await ask(); chunk; ) [chunk] = await Promise.all([ask(), take(chunk)]);
  } finally {
    await worker.terminate();
  }
}

function submissionLine(id: string, share: SubmissionShare, editions: ReadonlyMap<string, string>): string {
  const { unit, item, handedIn, records } = share;
  const day = dateOf(handedIn);
  const [received, settled] = [`${day} 10:00:00+08`, `${day} 12:00:00+08`];
  const digest = `\\x${sha256(id)}`;
  const counts = [records, records, 0, 0, 0, 0];
  return copyLine([
    ...[
      id,
      unit,
      item,
      editions.get(item),
      'demo',
      'demo',
      `${item}-${day}.csv`,
      'text/csv',
      records,
      digest,
    ],
    ...['settled', received, settled, ...counts, settled],
  ]);
}

/**
 * Registers the units and copies subjects, records and one settled submission a file, all as intake would have
 * written them; timeliness and number series are not counted. The tables must be empty of these organisations.
 */
export async function copyCity(platform: Platform, options: CopyOptions): Promise<CopiedCity> {
  const { threads = 1, onProgress, ...city } = options;
  await registerDemoUnits(platform, demoUnits);
  const context = await contextOf(platform);
  const begun = performance.now();
  const total = { subjects: 0, records: 0 };
  const submissions = new Map<string, SubmissionShare>();
  const seconds = () => (performance.now() - begun) / 1000;
  const take = async (chunk: Chunk) => {
    await copyChunk(platform, chunk);
    total.subjects += chunk.subjects;
    total.records += chunk.records;
    for (const [id, share] of chunk.submissions) {
      const known = submissions.get(id);
      if (known) known.records += share.records;
      else submissions.set(id, { ...share });
    }
    onProgress?.({ ...total, seconds: seconds() });
  };
  const orders = Array.from({ length: threads }, (_, thread) => ({
    city,
    context,
    threads,
    thread,
    size: STRETCH,
  }));
  await Promise.all(orders.map((order) => feed(order, take)));
  const editions = new Map(context.definitions.map(({ item, edition }) => [item, edition]));
  const lines = [...submissions].map(([id, share]) => submissionLine(id, share, editions));
  await platform.db.migrator.transaction((tx) => tx.copyIn('intake.submission', SUBMISSION_COLUMNS, lines));
  return { ...total, seconds: seconds() };
}
