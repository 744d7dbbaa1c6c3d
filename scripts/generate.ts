// Writes every generated file of the repository; `npm run generate -- <part of a path>` writes only some.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generators } from './generate/list.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const wanted = process.argv.slice(2);

for (const generator of generators) {
  if (wanted.length > 0 && !wanted.some((part) => generator.file.includes(part))) continue;
  const path = join(root, generator.file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await generator.make());
  console.log(`wrote ${generator.file}`);
}
