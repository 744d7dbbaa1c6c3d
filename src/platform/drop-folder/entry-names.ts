/** Names of files as their writers meant them: UTF-8, or GB18030 as some clients of SFTP still send it. */

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030');
/** The bytes of names that are no UTF-8, to find the files again. */
const MOST_KEPT = 10_000;
const original = new Map<string, Buffer>();

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    const name = gb18030.decode(bytes);
    if (original.size >= MOST_KEPT) original.clear();
    original.set(name, bytes);
    return name;
  }
}

/** The names of a folder's entries. */
export function entryNames(entries: readonly Buffer[]): string[] {
  return entries.map(decode);
}

/** The bytes under which the file system knows the name. */
export function nameBytes(name: string): Buffer {
  return original.get(name) ?? Buffer.from(name);
}
