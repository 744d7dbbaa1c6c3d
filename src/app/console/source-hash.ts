/** Names the state of everything that goes into the console by a hash, so that it is built once and then kept. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sourceFolder } from './places.ts';

const sources = /\.(tsx?|css|html|json)$/;
const tests = /\.test\.tsx?$/;
/** Relative imports of scripts, style sheets and workers. */
const imported = /(?:from|import|import\(|new URL\(|@import)\s*['"](\.{1,2}\/[^'"]+)['"]/g;

/** The console's own files, and what they import from src/, however deep. */
async function filesOf(projectFolder: string): Promise<Map<string, string>> {
  const folder = sourceFolder(projectFolder);
  const own = (await readdir(folder, { recursive: true })).filter(
    (name) => sources.test(name) && !tests.test(name),
  );
  const waiting = own.map((name) => path.join(folder, name));
  const found = new Map<string, string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    const text = await readFile(file, 'utf8');
    found.set(file, text);
    for (const [, target = ''] of text.matchAll(imported)) {
      if (sources.test(target)) waiting.push(path.resolve(path.dirname(file), target));
    }
  }
  return found;
}

/** 16 hexadecimal digits over names and contents, the lockfile and the way of building included. */
export async function consoleSourceHash(projectFolder: string): Promise<string> {
  const files = await filesOf(projectFolder);
  for (const name of ['package-lock.json', 'src/app/console/build.ts']) {
    const file = path.join(projectFolder, name);
    files.set(file, await readFile(file, 'utf8'));
  }
  const hash = createHash('sha256');
  for (const file of [...files.keys()].sort()) {
    hash.update(`${path.relative(projectFolder, file)}\0${files.get(file)}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}
