/** One's own exports, and fetching the file of one: by whoever asked for it alone, a few times, within its hours. */
import { type Platform, Problem } from '../../../platform/index.ts';
import { exportNotThere } from '../problems.ts';
import { type ExportLine, exportsOf, partsOf, takeDownload } from '../queries/bulk-export.ts';
import type { Officer } from './definition.ts';

/** A fetching that broke off may be tried again, not often. */
export const MOST_DOWNLOADS = 3;

/** Newest first. */
export function listExports(
  platform: Platform,
  { accountId }: Officer,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<ExportLine[]> {
  return platform.db.app.query<ExportLine>(exportsOf(accountId, page));
}

/** The file, part after part. @throws Problem export-not-there: another's, not ready, fetched too often, or over */
export async function openExport(
  platform: Platform,
  { accountId }: Officer,
  exportId: string,
): Promise<AsyncGenerator<Uint8Array>> {
  const at = platform.clock.now();
  const taken = await platform.db.app.maybe(takeDownload(exportId, { accountId, at, most: MOST_DOWNLOADS }));
  if (!taken) throw new Problem(exportNotThere);
  const parts = await platform.db.app.query<{ file_id: string }>(partsOf(exportId));
  return (async function* () {
    for (const { file_id } of parts) yield* await platform.files.open(file_id);
  })();
}
