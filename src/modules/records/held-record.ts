/** Everything held about a subject, for the disclosure gate alone: without its access row the database shows nothing. */
import type { Queryable } from '../../platform/db/index.ts';
import { publicRecordId } from './public-record.ts';
import { type HeldRecordRow, heldRecords, publicOfSubmission } from './queries/held.ts';

/** A version of a record with open and closed fields. Dates are civil dates; periods are half-open. */
export interface HeldRecord {
  readonly id: string;
  readonly subjectId: string;
  readonly recordId: string;
  readonly version: number;
  readonly item: string;
  readonly edition: string;
  readonly unit: string;
  readonly authorityName: string;
  readonly decisionNo: string;
  readonly decidedOn: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** Whether its latest state says that it holds: not lapsed, paid, kept or withdrawn, as its item has it. */
  readonly inEffect: boolean;
  readonly misconductClass: HeldRecordRow['misconduct_class'];
  readonly classAssumed: boolean;
  readonly openFields: Readonly<Record<string, string>>;
  readonly closedFields: Readonly<Record<string, string>>;
  readonly handedInOn: string;
  readonly acceptedAt: Date;
  /** `replaced` by a later version, or `ended` by a withdrawal. */
  readonly state: HeldRecordRow['state'];
  readonly endReason: string | null;
  readonly endedAt: Date | null;
  readonly isPublic: boolean;
  readonly publicFrom: string | null;
  readonly publicUntil: string | null;
  readonly untilBecause: string | null;
  readonly ruleNow: string | null;
  readonly ruleAtDecision: string | null;
  readonly repairFrom: string | null;
}

function toHeldRecord(row: HeldRecordRow): HeldRecord {
  return {
    id: publicRecordId(row.subject_id, row.record_id),
    subjectId: row.subject_id,
    recordId: row.record_id,
    version: row.version,
    item: row.item,
    edition: row.edition_id,
    unit: row.unit_code,
    authorityName: row.authority_name,
    decisionNo: row.decision_no,
    decidedOn: row.decided_on,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    inEffect: row.in_effect,
    misconductClass: row.misconduct_class,
    classAssumed: row.class_assumed,
    openFields: row.open_fields,
    closedFields: row.closed_fields ?? {},
    handedInOn: row.handed_in_on,
    acceptedAt: row.accepted_at,
    state: row.state,
    endReason: row.end_reason,
    endedAt: row.ended_at,
    isPublic: row.is_public,
    publicFrom: row.public_from,
    publicUntil: row.public_until,
    untilBecause: row.until_because,
    ruleNow: row.rule_now,
    ruleAtDecision: row.rule_then,
    repairFrom: row.repair_from,
  };
}

/**
 * The records of a subject (of all ids that stand for it), newest decision first; `history` adds what stands no longer,
 * `items` leaves other items out.
 */
export async function listHeldRecords(
  db: Queryable,
  subjectIds: readonly string[],
  options: { readonly history: boolean; readonly limit: number; readonly items?: readonly string[] },
): Promise<HeldRecord[]> {
  return (await db.query<HeldRecordRow>(heldRecords(subjectIds, options))).map(toHeldRecord);
}

/** A record that a submission made, with its publicity: null where it is not public. */
export interface RecordOfSubmission {
  readonly row: number;
  readonly id: string;
  readonly subjectId: string;
  readonly decisionNo: string;
  readonly authorityName: string;
  readonly publicFrom: string | null;
  readonly publicUntil: string | null;
}

/** The records of a submission that stand, in the order of its rows; read under a duty. */
export async function listPublicOfSubmission(
  db: Queryable,
  submissionId: string,
  page: { readonly after: number; readonly limit: number },
): Promise<RecordOfSubmission[]> {
  const rows = await db.query<{
    row: number;
    subject_id: string;
    record_id: string;
    decision_no: string;
    authority_name: string;
    public_from: string | null;
    public_until: string | null;
  }>(publicOfSubmission(submissionId, page));
  return rows.map((row) => ({
    row: row.row,
    id: publicRecordId(row.subject_id, row.record_id),
    subjectId: row.subject_id,
    decisionNo: row.decision_no,
    authorityName: row.authority_name,
    publicFrom: row.public_from,
    publicUntil: row.public_until,
  }));
}
