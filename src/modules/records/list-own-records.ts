/** An officer's view of what the officer's own unit handed in: all that stands, public or not. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/index.ts';
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

/** Records of the actor's unit, newest decision first. Other units' records are not there. */
export async function listOwnRecords(platform: Platform, actor: SignedInActor, query: OwnRecordsQuery) {
  const { before, limit, ...filter } = query;
  const rows = await platform.db.app.query<OwnRecordRow>(
    recordsOfUnit(actor.unit, filter, { before, limit }),
  );
  return rows.map((row) => ({
    id: publicRecordId(row.subject_id, row.record_id),
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
