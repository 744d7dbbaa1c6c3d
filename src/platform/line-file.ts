/** A file of lines that only grows: a line is on the disk when its writing returns. */
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Lines hold no line break. */
export type LineFile = {
  append(line: string): Promise<void>;
  /** All whole lines; none when there is no file. */
  lines(): Promise<string[]>;
};

/** Opens (and on the first line makes) a file. */
export function openLineFile(file: string): LineFile {
  return {
    async append(line) {
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const handle = await open(file, 'a', 0o600);
      try {
        // Begins with a break, so that a line cut off by a crash spoils none after it.
        await handle.writeFile(`\n${line}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
      const folder = await open(path.dirname(file), 'r');
      try {
        await folder.sync();
      } finally {
        await folder.close();
      }
    },
    async lines() {
      try {
        return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        return [];
      }
    },
  };
}
