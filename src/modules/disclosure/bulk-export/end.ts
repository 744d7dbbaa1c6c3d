/** Destroys the file of an export, keys first: when its time is over, or when it could not be made. */
import type { Platform } from '../../../platform/index.ts';
import { exportFilesInUse, exportsOver, forgetParts, markEnded, partsOf } from '../queries/bulk-export.ts';

/** Doing it again changes nothing. The access rows stay: what was looked at was looked at. */
export async function endExport(
  platform: Platform,
  exportId: string,
  state: 'failed' | 'destroyed',
): Promise<void> {
  // First nobody may fetch it, then it goes: the other way round somebody would get half a file.
  await platform.db.app.query(markEnded(exportId, state));
  for (const { file_id } of await platform.db.app.query<{ file_id: string }>(partsOf(exportId)))
    await platform.files.destroy(file_id);
  await platform.db.app.query(forgetParts(exportId));
}

/** Days after which an export that is still being made has no attempt left: its worker was killed at the last. */
const MAKING_DAYS = 3;

/** Destroys the files of all exports whose time is over. @returns how many */
export async function endExportsOver(platform: Platform): Promise<number> {
  const at = platform.clock.now();
  const givenUp = new Date(at.getTime() - MAKING_DAYS * 86_400_000);
  const over = await platform.db.app.query<{ export_id: string; becomes: 'failed' | 'destroyed' }>(
    exportsOver(at, givenUp),
  );
  for (const { export_id, becomes } of over) await endExport(platform, export_id, becomes);
  return over.length;
}

/** Stored files that exports still need. */
export async function listExportFiles(platform: Pick<Platform, 'db'>): Promise<string[]> {
  return (await platform.db.app.query<{ id: string }>(exportFilesInUse())).map(({ id }) => id);
}
