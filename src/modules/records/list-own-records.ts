/** What a unit handed in and what stands of it, public or not; read under the unit's own scope. */
import type { Queryable } from '../../platform/db/index.ts';
import { publicRecordId } from './public-record.ts';
import { type OwnRecordRow, recordsOfUnit } from './queries/own-records.ts';

/** What can be asked of one's own records. Dates are civil dates, the period half-open. */
export interface OwnRecordsQuery {
  item?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  decisionNo?: string | undefined;
  before?: { decidedOn: string; recordId: string } | undefined;
  limit: number;
}

/** Records of a unit, newest decision first. The caller logs whom it shows (disclosure does). */
export async function listRecordsOfUnit(db: Queryable, unit: string, query: OwnRecordsQuery) {
  const { before, limit, ...filter } = query;
  const rows = await db.query<OwnRecordRow>(recordsOfUnit(unit, filter, { before, limit }));
  return rows.map((row) => ({
    id: publicRecordId(row.subject_id, row.record_id),
    subjectId: row.subject_id,
    recordId: row.record_id,
    item: row.item,
    version: row.version,
    authorityName: row.authority_name,
    decisionNo: row.decision_no,
    decidedOn: row.decided_on,
    misconductClass: row.misconduct_class,
    submissionId: row.submission_id,
    row: row.source_row,
    handedInOn: row.handed_in_on,
    acceptedOn: row.accepted_on,
    fields: row.open_fields,
    public: row.is_public,
    publicUntil: row.public_until,
    position: `${row.decided_on}.${row.record_id}`,
  }));
}
