/** The books of a subject's merges and splits. */
import type { Queryable } from '../../platform/db/index.ts';
import { aliasHistory } from './queries/merge.ts';

/** One merge, ended or not. */
export interface MergeEntry {
  readonly subjectId: string;
  readonly standsFor: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly ended?: { readonly by: string; readonly reason: string; readonly at: Date };
}

interface AliasHistoryRow {
  subject_id: string;
  stands_for: string;
  reason: string;
  decided_by: string;
  decided_at: Date;
  ended_by: string | null;
  end_reason: string | null;
  ended_at: Date | null;
}

/** Every merge that the subject was or is part of, newest first; `db` is the application's. */
export async function listMerges(db: Queryable, subjectId: string): Promise<MergeEntry[]> {
  const rows = await db.query<AliasHistoryRow>(aliasHistory(subjectId));
  return rows.map((row) => ({
    subjectId: row.subject_id,
    standsFor: row.stands_for,
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    ...(row.ended_by !== null && row.ended_at !== null
      ? { ended: { by: row.ended_by, reason: row.end_reason ?? '', at: row.ended_at } }
      : {}),
  }));
}
