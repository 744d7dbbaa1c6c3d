/** Public records as pages and the API show them, and their public identifiers. */
import type { Queryable } from '../../platform/db/index.ts';
import {
  type ListFilter,
  type ListPosition,
  type PublishedRow,
  publicRecordsOfItem,
  publicTotals,
  recordCountsOfSubject,
  recordOfSubject,
  recordsOfSubject,
} from './queries/published.ts';

/** A public record. Dates are civil dates; periods are half-open. */
export interface PublicRecord {
  /** The identifier in addresses: subject and record, each in base 36. It is no capability. */
  id: string;
  recordId: string;
  subjectId: string;
  uscc: string | null;
  subjectName: string;
  c13: boolean;
  version: number;
  item: string;
  publicity: PublishedRow['publicity'];
  unit: string;
  authorityUscc: string;
  authorityName: string;
  decisionNo: string;
  decidedOn: string;
  validFrom: string | null;
  validUntil: string | null;
  misconductClass: PublishedRow['misconduct_class'];
  classAssumed: boolean;
  conductEndedOn: string | null;
  conductAssumed: boolean;
  fields: Record<string, string>;
  handedInOn: string;
  publicFrom: string;
  /** From when the subject may ask for an early end by repair; null where nothing can be repaired. */
  repairFrom: string | null;
  publicUntil: string | null;
  untilBecause: PublishedRow['until_because'];
  ruleNow: string | null;
  ruleAtDecision: string | null;
}

/** The public identifier of a record. */
export function publicRecordId(subjectId: string, recordId: string): string {
  return `${BigInt(subjectId).toString(36)}-${BigInt(recordId).toString(36)}`;
}

/** Reads a public identifier; undefined for anything that is none. */
export function parsePublicRecordId(id: string): { subjectId: string; recordId: string } | undefined {
  const parts = /^([0-9a-z]{1,13})-([0-9a-z]{1,13})$/.exec(id);
  if (!parts) return undefined;
  const [subjectId, recordId] = [parts[1] as string, parts[2] as string].map(fromBase36);
  if (subjectId === undefined || recordId === undefined) return undefined;
  if (subjectId >= 2n ** 63n || recordId >= 2n ** 63n) return undefined;
  return { subjectId: subjectId.toString(), recordId: recordId.toString() };
}

function fromBase36(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value;
}

function toPublicRecord(row: PublishedRow): PublicRecord {
  return {
    id: publicRecordId(row.subject_id, row.record_id),
    recordId: row.record_id,
    subjectId: row.subject_id,
    uscc: row.uscc,
    subjectName: row.subject_name,
    c13: row.c13,
    version: row.version,
    item: row.item,
    publicity: row.publicity,
    unit: row.unit_code,
    authorityUscc: row.authority_uscc,
    authorityName: row.authority_name,
    decisionNo: row.decision_no,
    decidedOn: row.decided_on,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    misconductClass: row.misconduct_class,
    classAssumed: row.class_assumed,
    conductEndedOn: row.conduct_ended_on,
    conductAssumed: row.conduct_assumed,
    fields: row.open_fields,
    handedInOn: row.handed_in_on,
    publicFrom: row.public_from,
    repairFrom: row.repair_from,
    publicUntil: row.public_until,
    untilBecause: row.until_because,
    ruleNow: row.rule_now,
    ruleAtDecision: row.rule_then,
  };
}

/** A record that is public today; undefined alike for one that never existed and one that is public no longer. */
export async function findPublicRecord(db: Queryable, id: string): Promise<PublicRecord | undefined> {
  const parts = parsePublicRecordId(id);
  if (!parts) return undefined;
  const row = await db.maybe<PublishedRow>(recordOfSubject(parts.subjectId, parts.recordId));
  return row && toPublicRecord(row);
}

/** The public records of a subject, newest decision first; `subjectIds` are all ids that stand for it. */
export async function listPublicRecordsOfSubject(
  db: Queryable,
  subjectIds: readonly string[],
  page: { item?: string | undefined; limit: number; offset: number },
): Promise<PublicRecord[]> {
  return (await db.query<PublishedRow>(recordsOfSubject(subjectIds, page))).map(toPublicRecord);
}

/** Public records of a subject per item: `{ 'administrative-licence': 3 }`. */
export async function countPublicRecordsOfSubject(
  db: Queryable,
  subjectIds: readonly string[],
): Promise<Record<string, number>> {
  const rows = await db.query<{ item: string; count: number }>(recordCountsOfSubject(subjectIds));
  return Object.fromEntries(rows.map((row) => [row.item, row.count]));
}

/** Public records of one item, newest decision first, without C13 subjects (charter C13). */
export async function listPublicRecordsOfItem(
  db: Queryable,
  filter: ListFilter,
  page: { before?: ListPosition | undefined; limit: number },
): Promise<PublicRecord[]> {
  return (await db.query<PublishedRow>(publicRecordsOfItem(filter, page))).map(toPublicRecord);
}

/** How many records are public per item, and when the latest was accepted. */
export async function countPublicRecords(
  db: Queryable,
): Promise<{ item: string; count: number; latest: Date }[]> {
  return db.query(publicTotals());
}
