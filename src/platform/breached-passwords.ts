/** Looks a password up among those known to be lost: a sorted file of SHA-1 hashes, which may be far larger than memory. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/** Longer than any line: 40 hexadecimal signs, a colon, a count. */
const window = 128;

/** The first whole line that begins at or after `offset`, in upper case without its count; '' past the end. */
async function lineAfter(file: FileHandle, offset: number): Promise<string> {
  // One sign before tells whether a line begins just here.
  const from = Math.max(0, offset - 1);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(window), 0, window, from);
  const text = buffer.subarray(0, bytesRead).toString('latin1');
  const start = offset === 0 ? 0 : text.indexOf('\n') + 1;
  if (offset > 0 && start === 0) return '';
  const [line = ''] = text.slice(start).split(/\r?\n/);
  return (line.split(':')[0] ?? '').trim().toUpperCase();
}

/**
 * Whether the file names the password's SHA-1 (the format of Have I Been Pwned: one `HASH:count` a line, in the order of
 * the hashes), or a prefix of it. SHA-1 is the list's own; nothing is kept by it here.
 * @throws Error when the file cannot be read
 */
export async function isBreached(listFile: string, password: string): Promise<boolean> {
  const wanted = createHash('sha1').update(password, 'utf8').digest('hex').toUpperCase();
  const file = await open(listFile, 'r');
  try {
    let [low, high] = [0, (await file.stat()).size];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const line = await lineAfter(file, middle);
      if (line !== '' && wanted.startsWith(line)) return true;
      // A prefix stands for itself, not for less.
      if (line !== '' && line < wanted.slice(0, line.length)) low = middle + 1;
      else high = middle;
    }
    const line = await lineAfter(file, low);
    return line !== '' && wanted.startsWith(line);
  } finally {
    await file.close();
  }
}
