/** Statements about files that wait for a second person because they are outside their unit's habit. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** The unit's last settled files of the item by the same way in, newest first. */
export const earlierFiles = (submissionId: string, files: number): Sql => sql`
  select s.row_count as rows, coalesce(s.cells_read, 0)::integer as "cellsRead", coalesce(s.cells_blank, 0)::integer as "cellsBlank"
  from intake.submission s, intake.submission this
  where this.submission_id = ${submissionId} and s.unit_code = this.unit_code and s.item = this.item
    and s.channel = this.channel and s.state = 'settled'
  order by s.settled_at desc limit ${files}`;

/** Gives nothing when the file waited before. */
export const insertGuard = (submissionId: string, reasons: unknown, at: Date): Sql => sql`
  insert into intake.release_guard (submission_id, reasons, raised_at)
  values (${submissionId}, ${JSON.stringify(reasons)}::jsonb, ${at})
  on conflict (submission_id) do nothing returning submission_id`;

/** Why a file waits or waited. */
export const guardOf = (submissionId: string): Sql => sql`
  select reasons, raised_at as "raisedAt", released_at as "releasedAt" from intake.release_guard
  where submission_id = ${submissionId}`;

export const releaseGuard = (submissionId: string, at: Date): Sql => sql`
  update intake.release_guard set released_at = ${at} where submission_id = ${submissionId} and released_at is null
  returning submission_id`;
