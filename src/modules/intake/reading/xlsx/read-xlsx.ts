/** Opens an XLSX file and reads its data sheet into rows under its header. */
import type { FindingLog } from '../finding-log.ts';
import type { HeaderAndRows } from '../header.ts';
import type { ReadLimits } from '../read-limits.ts';
import type { ByteSource } from '../source-row.ts';
import { readPackage } from './read-package.ts';
import { ZipPackage } from './zip-package.ts';

/**
 * Reads up to the header and hands on the rest lazily; undefined = the sheet is blank.
 * @throws FileRefused file.…, header.…
 */
export async function readXlsx(
  source: ByteSource,
  limits: ReadLimits,
  findings: FindingLog,
): Promise<HeaderAndRows | undefined> {
  return readPackage(await ZipPackage.open(source, limits), limits, findings);
}
