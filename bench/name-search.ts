/** Name search and suggestions as the portal's role, against one key select at equal concurrency in the same run. */
import { normaliseName } from '../src/kernel/name.ts';
import {
  nameColumns,
  registerUnknown,
  searchNames,
  subjectIdFor,
  suggestNames,
} from '../src/modules/subjects/index.ts';
import {
  inventedOrganisations,
  referenceOrganisations,
} from '../src/modules/subjects/testing/organisations.ts';
import { stageRows, type TestRow } from '../src/modules/subjects/testing/staged.ts';
import { raw, sql } from '../src/platform/db/index.ts';
import { type BenchWorld, median, percentile } from './world.ts';

const ROUNDS = 5;
const QUESTIONS = 400;
const CLIENTS = [1, 8];
/** More names than these are loaded by COPY. */
const MOST_REGISTERED = 200_000;
const LOAD = 50_000;

interface Figure {
  p50ms: number;
  p99ms: number;
  /** Its p99 ÷ the p99 of the key select of the same round and concurrency, middle of the rounds. */
  p99ToKey: number;
}

/** GONGXIN_BENCH_NAMES invented names (1,500,000 for the design's aim), else the real ones, else 54,627 invented. */
function organisations(): { source: string; count: number; batch: (from: number) => TestRow[] } {
  const asked = Number(process.env['GONGXIN_BENCH_NAMES'] ?? 0);
  const real = asked > 0 ? undefined : referenceOrganisations();
  if (real) return { source: 'real', count: real.length, batch: () => real };
  const count = asked || 54_627;
  const size = count <= MOST_REGISTERED ? count : LOAD;
  const batch = (from: number) => inventedOrganisations(Math.min(size, count - from), from);
  return { source: 'invented', count, batch };
}

/** Registers through the module's door, as a file does; a million and more is loaded by COPY, since that is not measured. */
async function fill(
  world: BenchWorld,
  source: ReturnType<typeof organisations>,
): Promise<number | undefined> {
  const { app, migrator } = world.platform.db;
  let seconds: number | undefined;
  if (source.count <= MOST_REGISTERED) {
    const staged = await stageRows(app, 'bench_names', source.batch(0));
    const begun = performance.now();
    await app.transaction((tx) =>
      registerUnknown(tx, staged, { evidence: 'registration', now: world.platform.clock.now() }),
    );
    seconds = (performance.now() - begun) / 1000;
    await app.query(sql`drop table ${raw(staged)}`);
  } else {
    for (const name of GIN)
      await migrator.query(sql`drop index ${raw(`subjects.public_name_${name[0]}_idx`)}`);
    for (let from = 0; from < source.count; from += LOAD) await copyNames(world, source.batch(from));
    for (const [name, column] of GIN) {
      await migrator.query(
        sql`create index ${raw(`public_name_${name}_idx`)} on subjects.public_name using gin (${raw(column)})`,
      );
    }
  }
  for (const table of ['public_name', 'subject_name', 'subject_key', 'subject']) {
    await migrator.query(sql`vacuum analyze ${raw(`subjects.${table}`)}`);
  }
  return seconds;
}

const GIN = [
  ['trgm', 'name_norm gin_trgm_ops'],
  ['bigram', 'name_bigram'],
] as const;

async function copyNames(world: BenchWorld, rows: readonly TestRow[]): Promise<void> {
  const names = rows.map((row) => {
    const uscc = row.uscc ?? '';
    return { uscc, name: row.name, id: subjectIdFor('uscc', uscc), ...nameColumns(row.name) };
  });
  type Name = (typeof names)[number];
  const at = world.platform.clock.now().toISOString();
  const tables: [string, Record<string, (name: Name) => string>][] = [
    [
      'subjects.subject',
      {
        subject_id: (n) => n.id,
        kind: () => 'organisation',
        c13: () => 'f',
        uscc: (n) => n.uscc,
        name: (n) => n.name,
        status: () => 'registered',
        provisional: () => 'f',
        legacy: () => 'f',
        created_at: () => at,
      },
    ],
    [
      'subjects.subject_key',
      { key_kind: () => 'uscc', key_value: (n) => n.uscc, subject_id: (n) => n.id, added_at: () => at },
    ],
    ['subjects.subject_name', { subject_id: (n) => n.id, name_norm: (n) => n.norm, name: (n) => n.name }],
    [
      'subjects.public_name',
      {
        subject_id: (n) => n.id,
        uscc: (n) => n.uscc,
        name: (n) => n.name,
        name_norm: (n) => n.norm,
        name_bigram: (n) => `{${n.bigrams.map((pair) => `"${pair}"`).join(',')}}`,
        name_initials: (n) => n.initials,
        former: () => 'f',
      },
    ],
  ];
  await world.platform.db.migrator.transaction(async (tx) => {
    for (const [table, columns] of tables) {
      const lines = names.map(
        (name) =>
          `${Object.values(columns)
            .map((value) => value(name))
            .join('\t')}\n`,
      );
      await tx.copyIn(table, Object.keys(columns), lines);
    }
  });
}

/** Milliseconds of each question, asked by `clients` at once. */
async function ask(clients: number, question: (n: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  const client = async () => {
    while (next < QUESTIONS) {
      const n = next++;
      const begun = performance.now();
      await question(n);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

/** Fragments come from all over the name, so that common words (公司, 有限公司) are asked as often as they stand. */
function questionsOf(world: BenchWorld, sample: readonly TestRow[]) {
  const db = world.platform.db.portal;
  const at = (n: number) => sample[n % sample.length] as TestRow;
  const characters = (n: number) => Array.from(normaliseName(at(n).name));
  const part = (n: number, length: number) => {
    const all = characters(n);
    const from = (n * 7919) % Math.max(1, all.length - length + 1);
    return all.slice(from, from + length).join('');
  };
  const beginning = (n: number, length: number) => characters(n).slice(0, length).join('');
  const misspelt = (n: number) => characters(n).with(4, '曌').join('');
  const search = (text: string) => searchNames(db, text, { limit: 20, offset: 0 });
  const key = (n: number) =>
    world.platform.db.app.one(
      sql`select subject_id from subjects.subject_key where key_value = ${at(n).uscc} and key_kind = 'uscc'`,
    );
  const asked: Record<string, (n: number) => Promise<unknown>> = {
    'search, 2 characters': (n) => search(part(n, 2)),
    'search, 3 characters': (n) => search(part(n, 3)),
    'search, 4 characters': (n) => search(part(n, 4)),
    'search, whole name': (n) => search(at(n).name),
    'search, one character wrong': (n) => search(misspelt(n)),
    'suggestions, 2 characters': (n) => suggestNames(db, beginning(n, 2)),
    'suggestions, 4 characters': (n) => suggestNames(db, beginning(n, 4)),
  };
  return { key, asked };
}

/** Registers ≥ 50,000 names through the module's door and asks them. */
export async function benchNameSearch(
  world: BenchWorld,
  say: (line: string) => void,
): Promise<Record<string, unknown>> {
  const source = organisations();
  const registeredInSeconds = await fill(world, source);
  const how =
    registeredInSeconds === undefined ? 'copied' : `registered in ${registeredInSeconds.toFixed(1)} s`;
  say(`${source.count} ${source.source} names ${how}`);
  const first = source.batch(0);
  const step = Math.max(1, Math.floor(first.length / QUESTIONS));
  const { key, asked } = questionsOf(
    world,
    first.filter((_, index) => index % step === 0),
  );
  const byClients: Record<string, Record<string, Figure>> = {};
  for (const clients of CLIENTS) {
    await ask(clients, key);
    const figures: Record<string, Figure> = {};
    const keys: number[][] = [];
    for (const [name, question] of Object.entries(asked)) {
      await ask(clients, question);
      const rounds: { times: number[]; key: number[] }[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        rounds.push({ key: await ask(clients, key), times: await ask(clients, question) });
      }
      keys.push(...rounds.map((round) => round.key));
      figures[name] = {
        p50ms: median(rounds.map((round) => percentile(round.times, 0.5))),
        p99ms: median(rounds.map((round) => percentile(round.times, 0.99))),
        p99ToKey: median(rounds.map((round) => percentile(round.times, 0.99) / percentile(round.key, 0.99))),
      };
    }
    figures['one key select'] = {
      p50ms: median(keys.map((times) => percentile(times, 0.5))),
      p99ms: median(keys.map((times) => percentile(times, 0.99))),
      p99ToKey: 1,
    };
    for (const [name, figure] of Object.entries(figures)) {
      say(
        `${clients} at once · ${name}: p50 ${figure.p50ms.toFixed(2)} ms, p99 ${figure.p99ms.toFixed(2)} ms, p99 ÷ key’s ${figure.p99ToKey.toFixed(1)}`,
      );
    }
    byClients[`${clients} at once`] = figures;
  }
  return {
    names: source.count,
    source: source.source,
    registeredInSeconds,
    aim: 'p99 at most 20 × the key’s',
    ...byClients,
  };
}
