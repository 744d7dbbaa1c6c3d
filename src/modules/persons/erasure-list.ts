/** The list of the erased, outside the database: marks that identify nobody, by which a copy put back is erased again. */
import path from 'node:path';
import type { Config } from '../../platform/config.ts';
import { type LineFile, openLineFile } from '../../platform/line-file.ts';

/** Where the list lies. It is the one file that must not come from an older copy. */
export function erasureListOf(config: Config): LineFile {
  return openLineFile(path.join(config.erasureFolder, 'list'));
}
