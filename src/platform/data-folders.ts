/** Reads data that ships as one folder an entry, so that adding an entry is adding a folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const data = path.join(import.meta.dirname, '..', '..', 'data');

/**
 * The JSON file of that name in every folder under data/`part`, in the order of the folders' names; folders without it
 * are left out. The shape is the reader's to judge.
 * @throws SyntaxError for a file that is no JSON
 */
export function readDataFolders(part: string, file: string): { folder: string; content: unknown }[] {
  return readdirSync(path.join(data, part), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(data, part, entry.name, file)))
    .map(({ name }) => name)
    .sort()
    .map((folder) => ({
      folder,
      content: JSON.parse(readFileSync(path.join(data, part, folder, file), 'utf8')) as unknown,
    }));
}
