/** Makes an approved export part by part: the bytes of a part, its access rows and their log entries stand or fall together. */
import { channel } from 'node:diagnostics_channel';
import type { Tx } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { findOfficer, listAllUnits } from '../../identity/index.ts';
import { tell } from '../../notices/index.ts';
import { type HeldRecord, listHeldRecords } from '../../records/index.ts';
import { findKnownSubjectsById } from '../../subjects/index.ts';
import { itemsOf } from '../disclose.ts';
import { leastOf, type ShownRecord } from '../least.ts';
import {
  type ExportRow,
  insertPart,
  lockExport,
  markReady,
  markSubjects,
  nextSubjects,
} from '../queries/bulk-export.ts';
import { ShownBook } from '../shown-book.ts';
import { openAccessOfEach, writeShown } from '../write-access.ts';
import { type Officer, type Prepared, prepareExport, scope } from './definition.ts';
import { endExport } from './end.ts';
import { headLine, linesOf } from './write-lines.ts';

/** Subjects of one part, which are all that is in memory at a time. */
export const PART_SUBJECTS = 50;
const MOST_RECORDS = 20_000;

/** Says where it is, for the test that kills it there. */
const step = channel('gongxin.bulk-export.step');

/** The records of the request, with the chosen fields alone. */
function chosenOf(records: readonly ShownRecord[], { columns, filter }: Prepared): ShownRecord[] {
  const { unit, from, until } = filter;
  return records
    .filter(
      (record) =>
        (unit === undefined || record.unit === unit) &&
        (from === undefined || record.decidedOn >= from) &&
        (until === undefined || record.decidedOn < until),
    )
    .map((record) => {
      const codes = new Set(
        columns.filter(({ item }) => item.item === record.item).map(({ field }) => field.code),
      );
      const fields = Object.entries(record.fields).filter(([code]) => codes.has(code));
      return { ...record, fields: Object.fromEntries(fields) };
    });
}

async function readPart(
  tx: Tx,
  subjectIds: readonly string[],
  items: readonly string[],
): Promise<HeldRecord[]> {
  const held = await listHeldRecords(tx, subjectIds, { history: false, limit: MOST_RECORDS, items });
  // Never a file that leaves something out in silence.
  if (held.length === MOST_RECORDS) throw new Error('a part of an export has too many records');
  return held;
}

/** What the request may show of these subjects, as far as `tx` sees them. */
async function readShown(
  platform: Platform,
  tx: Tx,
  prepared: Prepared,
  subjectIds: readonly string[],
): Promise<ShownRecord[]> {
  const { purpose, filter, sector } = prepared;
  const context = { items: await itemsOf(platform), today: platform.clock.today(), sector };
  return chosenOf(leastOf(await readPart(tx, subjectIds, filter.items), purpose, context), prepared);
}

/** Of whom anything is left to show: chosen under the duty that shows nobody anything, so that nobody else is looked at. */
async function withSomethingLeft(
  platform: Platform,
  prepared: Prepared,
  subjectIds: readonly string[],
): Promise<string[]> {
  const shown = await platform.db.app.scoped(scope, (tx) => readShown(platform, tx, prepared, subjectIds));
  const left = new Set(shown.map(({ subjectId }) => subjectId));
  return subjectIds.filter((subjectId) => left.has(subjectId));
}

/** The file of a part as bytes, and what it shows of each subject. */
async function composePart(
  platform: Platform,
  tx: Tx,
  prepared: Prepared,
  { part, subjectIds }: { readonly part: number; readonly subjectIds: readonly string[] },
) {
  const { columns } = prepared;
  const [subjects, units] = await Promise.all([
    findKnownSubjectsById(platform.db.app, subjectIds),
    listAllUnits(platform),
  ]);
  const unitNames = new Map(units.map(({ code, name }) => [code, name.zh]));
  const records = await readShown(platform, tx, prepared, subjectIds);
  const book = new ShownBook();
  let text = part === 1 ? headLine(columns) : '';
  let rows = 0;
  for (const subjectId of subjectIds) {
    const subject = subjects.find(({ ids }) => ids.includes(subjectId));
    if (!subject) throw new Error(`no subject ${subjectId}`);
    const own = records.filter((record) => record.subjectId === subjectId);
    // Withdrawn since it was chosen: the part is made anew without this look.
    if (own.length === 0) throw new Error('what the export may show changed while a part was made');
    for (const { item, recordId, fields } of own) book.add(subjectId, item, recordId, Object.keys(fields));
    text += linesOf(subject, own, columns, unitNames);
    rows += own.length;
  }
  return { bytes: Buffer.from(text), book, rows };
}

/** One part in one transaction. @returns whether anybody is left */
async function makePart(platform: Platform, tx: Tx, row: ExportRow, officer: Officer): Promise<boolean> {
  const { exportId, purpose, caseNo, duty } = row;
  const { part, subjectIds: next } = await tx.one<{ part: number; subjectIds: string[] }>(
    nextSubjects(exportId, PART_SUBJECTS),
  );
  if (next.length === 0) return false;
  const prepared = await prepareExport(platform, officer, row.definition);
  const subjectIds = await withSomethingLeft(platform, prepared, next);
  const reason = { kind: 'look', purpose, caseNo } as const;
  const accesses = await openAccessOfEach(platform, tx, officer, reason, { subjectIds, duty });
  const accessOf = (subjectId: string) => accesses.get(subjectId) as string;
  const { bytes, book, rows } = await composePart(platform, tx, prepared, { part, subjectIds });
  const file = await platform.files.put(
    (async function* () {
      yield bytes;
    })(),
  );
  step.publish({ step: 'file-written', part });
  try {
    await writeShown(platform, tx, accessOf, book.all);
    const facts = { unit: row.unit, purpose, caseNo };
    await tell(
      tx,
      platform.clock.now(),
      subjectIds.map((subjectId) => ({
        subjectId,
        kind: 'looked-at',
        reference: accessOf(subjectId),
        facts,
      })),
    );
    await tx.query(insertPart({ exportId, part, fileId: file.id, rows }));
    await tx.query(markSubjects(exportId, part, next, accesses));
  } catch (error) {
    await platform.files.destroy(file.id);
    throw error;
  }
  return true;
}

/**
 * Goes on where it stopped: parts that stand are not made again, and what a killed worker left behind is known to
 * nobody and swept. The file can be fetched once all parts stand.
 */
export async function makeExport(
  platform: Platform,
  exportId: string,
  { isLastAttempt }: { readonly isLastAttempt: boolean },
): Promise<void> {
  try {
    for (let isLeft = true; isLeft; ) {
      isLeft = await platform.db.app.transaction(async (tx) => {
        const row = await tx.maybe<ExportRow>(lockExport(exportId));
        if (row?.state !== 'making') return false;
        const officer = await findOfficer(platform, row.accountId);
        if (!officer) throw new Error('whoever asked for the export is no officer any more');
        if (await makePart(platform, tx, row, officer)) return true;
        const readyAt = platform.clock.now();
        const expiresAt = new Date(readyAt.getTime() + platform.config.exportHours * 3_600_000);
        await tx.query(markReady(exportId, { readyAt, expiresAt }));
        return false;
      });
    }
  } catch (error) {
    if (isLastAttempt) await endExport(platform, exportId, 'failed');
    throw error;
  }
}
