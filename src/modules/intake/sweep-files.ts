/** Destroys stored files that nobody needs any more: findings files past their term, and leftovers of attempts cut off. */
import type { Platform } from '../../platform/index.ts';
import { listExportFiles } from '../disclosure/index.ts';
import {
  expiredFindingsFiles,
  expiredUploads,
  filesInUse,
  forgetFindingsFile,
  forgetUpload,
} from './queries/files.ts';

/** Days that a findings file waits for its unit after the submission closed. */
export const FINDINGS_FILE_DAYS = 30;

/** A file younger than this may belong to an upload that is not acknowledged yet. */
const LEFTOVER_HOURS = 24;

/** Destroys the uploads of submissions closed before `before`, keys first; until then nobody reads them. */
async function destroyUploads(platform: Platform, before: Date): Promise<number> {
  const uploads = await platform.db.app.query<{ submission_id: string; file_id: string }>(
    expiredUploads(before),
  );
  for (const { submission_id, file_id } of uploads) {
    await platform.files.destroy(file_id);
    await platform.db.app.query(forgetUpload(submission_id));
  }
  return uploads.length;
}

/**
 * Destroys every upload that is kept after its submission closed, whatever its days: after an erasure, since any of them
 * may have named the person. @returns how many
 */
export async function destroyKeptUploads(platform: Platform): Promise<number> {
  return destroyUploads(platform, new Date(platform.clock.now().getTime() + 1));
}

/** @returns how many files were destroyed */
export async function sweepFiles(platform: Platform): Promise<{ expired: number; leftovers: number }> {
  const now = platform.clock.now().getTime();
  const expired = await platform.db.app.query<{ submission_id: string; findings_file_id: string }>(
    expiredFindingsFiles(new Date(now - FINDINGS_FILE_DAYS * 86_400_000)),
  );
  for (const { submission_id, findings_file_id } of expired) {
    await platform.files.destroy(findings_file_id);
    await platform.db.app.query(forgetFindingsFile(submission_id));
  }
  const uploads = await destroyUploads(platform, new Date(now - platform.config.uploadDays * 86_400_000));
  const old = (await platform.files.list()).filter(
    (file) => now - file.storedAt.getTime() > LEFTOVER_HOURS * 3_600_000,
  );
  const uploaded = await platform.db.app.query<{ id: string }>(filesInUse());
  const used = new Set([...uploaded.map((row) => row.id), ...(await listExportFiles(platform))]);
  const leftovers = old.filter((file) => !used.has(file.id));
  for (const { id } of leftovers) await platform.files.destroy(id);
  return { expired: expired.length + uploads, leftovers: leftovers.length };
}
