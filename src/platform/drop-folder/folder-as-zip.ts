/** A folder read as a ZIP of its plain files: the same files give the same bytes. */
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import yazl from 'yazl';

/** Fixed, so that the package's hash speaks of what is in it alone. */
const MADE = new Date(2000, 0, 1);

/** Folders in it and links are left out, which its manifest will miss. */
export async function folderAsZip(folder: string): Promise<Readable> {
  const zip = new yazl.ZipFile();
  for (const name of (await readdir(folder)).sort()) {
    const file = path.join(folder, name);
    if ((await lstat(file)).isFile()) zip.addFile(file, name, { mtime: MADE, mode: 0o100644 });
  }
  zip.end();
  return Readable.from(zip.outputStream, { objectMode: false });
}
