/** What an exchange file's taker asks of a stored file: its parts as a package, and how many rows a part has. */
import type { Platform } from '../../platform/index.ts';
import { FileRefused } from './reading/file-refused.ts';
import { DEFAULT_READ_LIMITS } from './reading/read-limits.ts';
import { openRows } from './reading/read-rows.ts';
import { ZipPackage } from './reading/xlsx/zip-package.ts';

/** A stored ZIP, by its parts. */
export interface StoredZip {
  /** In lower case. */
  names(): string[];
  /** @throws FileRefused when the part is broken */
  bytes(name: string): AsyncIterable<Buffer>;
  close(): Promise<void>;
}

/** Opens a stored file as a ZIP; undefined when it is none, is broken, nested or unpacks to too much. */
export async function openStoredZip(platform: Platform, fileId: string): Promise<StoredZip | undefined> {
  const reader = await platform.files.reader(fileId);
  try {
    const zip = await ZipPackage.open(
      {
        size: reader.size,
        stream: (from) => reader.stream(from),
        read: (offset, length) => reader.read(offset, length),
      },
      DEFAULT_READ_LIMITS,
    );
    return {
      names: () => zip.names(),
      bytes: (name) => zip.bytes(name),
      async close() {
        zip.close();
        await reader.close();
      },
    };
  } catch (error) {
    await reader.close();
    if (error instanceof FileRefused) return undefined;
    throw error;
  }
}

/** Data rows of a stored file; undefined when it cannot be read, which its submission will say in words. */
export async function countRows(
  platform: Platform,
  file: { readonly id: string; readonly name: string },
): Promise<number | undefined> {
  const reader = await platform.files.reader(file.id);
  try {
    const rows = await openRows({
      size: reader.size,
      stream: (from) => reader.stream(from),
      read: (offset, length) => reader.read(offset, length),
      fileName: file.name,
    });
    let count = 0;
    for await (const batch of rows.rows) {
      count += batch.length;
      rows.findings.splice(0);
    }
    return count;
  } catch (error) {
    if (error instanceof FileRefused) return undefined;
    throw error;
  } finally {
    await reader.close();
  }
}
