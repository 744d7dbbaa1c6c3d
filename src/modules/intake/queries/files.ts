/** Statements about the stored files that submissions refer to. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** Findings files of submissions closed before `before`. */
export const expiredFindingsFiles = (before: Date): Sql => sql`
  select submission_id, findings_file_id from intake.submission
  where findings_file_id is not null and closed_at < ${before}`;

/** The findings file is destroyed. */
export const forgetFindingsFile = (submissionId: string): Sql => sql`
  update intake.submission set findings_file_id = null, findings_file_type = null where submission_id = ${submissionId}`;

/** Uploads of submissions closed before `before` that were kept. */
export const expiredUploads = (before: Date): Sql => sql`
  select submission_id, file_id from intake.submission where file_id is not null and closed_at < ${before}`;

/** The upload is destroyed. */
export const forgetUpload = (submissionId: string): Sql => sql`
  update intake.submission set file_id = null where submission_id = ${submissionId} and closed_at is not null`;

/** Every stored file that a submission still needs. */
export const filesInUse = (): Sql => sql`
  select file_id as id from intake.submission where file_id is not null
  union all
  select findings_file_id from intake.submission where findings_file_id is not null`;
