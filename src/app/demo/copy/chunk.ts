// Makes the lines of a stretch of organisations; runs in threads of its own beside the one that feeds the database.
import { parentPort, workerData } from 'node:worker_threads';
import { type CityOptions, generateCity, type OrganisationRows } from '../generate-city.ts';
import { hashText } from '../random.ts';
import type { DemoRow } from '../row.ts';
import { cityAreaCode } from '../words/places.ts';
import { Checks, type CopyContext } from './checks.ts';
import { type CopiedTable, copiedTables } from './columns.ts';
import { addRecord, addSubject, Lines } from './lines.ts';

/** What a thread is started with: it makes every `threads`th stretch, beginning with `thread`. */
export interface ChunkOrder {
  readonly city: CityOptions;
  readonly context: CopyContext;
  readonly threads: number;
  readonly thread: number;
  readonly size: number;
}

/** A file handed in, as far as one stretch goes. */
export interface SubmissionShare {
  readonly unit: string;
  readonly item: DemoRow['item'];
  readonly handedIn: number;
  records: number;
}

/** A finished stretch. */
export interface Chunk {
  readonly lines: ReadonlyMap<CopiedTable, readonly Uint8Array[]>;
  readonly subjects: number;
  readonly records: number;
  readonly submissions: readonly (readonly [id: string, share: SubmissionShare])[];
}

/** The number of the file in which a row was handed in: 53 bits of a hash, far below the ids of real submissions. */
function submissionOf({ unit, item, handedIn }: DemoRow): string {
  const name = `${unit} ${item} ${handedIn}`;
  return String(hashText(name) * 2 ** 21 + (hashText(`${name}.`) >>> 11));
}

/** The rows that became records: the last state of the register, and decisions that were accepted. */
function acceptedRows({ rows }: OrganisationRows): DemoRow[] {
  const registrations = rows.filter(({ item }) => item === 'organisation-registration');
  const decisions = rows.filter(
    ({ item, expected }) => item !== 'organisation-registration' && expected === 'accepted',
  );
  return [...registrations.slice(-1), ...decisions];
}

class ChunkMaker {
  private readonly checks: Checks;
  private readonly lines = new Lines();
  private submissions = new Map<string, SubmissionShare>();
  private subjects = 0;
  private records = 0;

  constructor(checks: Checks) {
    this.checks = checks;
  }

  add(entry: OrganisationRows, firstRecord: number): void {
    const subject = addSubject(this.lines, entry.organisation, cityAreaCode);
    this.subjects++;
    let record = firstRecord;
    for (const row of acceptedRows(entry)) {
      const checked = this.checks.check(row, record);
      if (!checked.facts) throw new Error(`a generated row is faulty: ${JSON.stringify(checked.findings)}`);
      const submission = submissionOf(row);
      const edition = this.checks.definition(row.item).edition;
      addRecord(this.lines, row, checked.facts, { subject, record, submission, edition });
      const share = this.submissions.get(submission) ?? { ...placeOf(row), records: 0 };
      share.records++;
      this.submissions.set(submission, share);
      record++;
      this.records++;
    }
  }

  take(): Chunk {
    const lines = new Map(copiedTables.map((table) => [table, this.lines.take(table)]));
    const { subjects, records, submissions } = this;
    this.submissions = new Map();
    this.subjects = 0;
    this.records = 0;
    return { lines, subjects, records, submissions: [...submissions] };
  }
}

function placeOf({ unit, item, handedIn }: DemoRow) {
  return { unit, item, handedIn };
}

/** All stretches of a thread, one after the other. */
export function* makeChunks(order: ChunkOrder): Generator<Chunk> {
  const city = generateCity(order.city);
  const { size, threads, thread } = order;
  const maker = new ChunkMaker(new Checks(order.context, city.options.until));
  const isOurs = (index: number) => Math.floor(index / size) % threads === thread;
  let record = 1;
  for (const entry of city.rowsByOrganisation(isOurs)) {
    const { index } = entry.organisation;
    if (isOurs(index)) maker.add(entry, record);
    // One number for the registration and one for each decision, whoever makes the lines.
    record += 1 + entry.decisions;
    if (isOurs(index) && (index + 1) % size === 0) yield maker.take();
  }
  const last = maker.take();
  if (last.subjects > 0) yield last;
}

/** Sends a stretch whenever the feeding thread asks for one, and nothing when there is none left. */
function serve(port: NonNullable<typeof parentPort>): void {
  const chunks = makeChunks(workerData as ChunkOrder);
  port.on('message', () => {
    const { value, done } = chunks.next();
    if (done || !value) {
      port.postMessage(undefined);
      port.close();
      return;
    }
    port.postMessage(value);
  });
}

if (parentPort) serve(parentPort);
