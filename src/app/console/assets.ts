/** The files of a build in memory, each plain and packed; files of earlier builds are still found, for pages left open. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** One file as it is sent. */
export interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  /** By content coding (RFC 9110 § 8.4.1). */
  readonly packed: ReadonlyMap<string, Buffer>;
}

/** What is served below /console. */
export interface Assets {
  /** The page, with a place for the nonce. */
  readonly page: string;
  /** By name below assets/. */
  readonly files: ReadonlyMap<string, Asset>;
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Builds beyond these are not looked at: nobody leaves a page open that long. */
const EARLIER_BUILDS = 3;

async function readFolder(folder: string, files: Map<string, Asset>): Promise<void> {
  const names = await readdir(path.join(folder, 'assets'));
  for (const name of names) {
    const type = types[path.extname(name)];
    if (type === undefined || files.has(name)) continue;
    const read = (ending: string) => readFile(path.join(folder, 'assets', name + ending));
    const packed = new Map([
      ['br', await read('.br')],
      ['gzip', await read('.gz')],
    ]);
    files.set(name, { type, plain: await read(''), packed });
  }
}

async function earlierBuilds(builds: string, folder: string): Promise<string[]> {
  const names = (await readdir(builds)).filter((name) => /^console-[0-9a-f]{16}$/.test(name));
  const dated = await Promise.all(
    names.map(async (name) => {
      const place = path.join(builds, name);
      return { place, at: (await stat(place)).mtimeMs };
    }),
  );
  return dated
    .filter(({ place }) => place !== folder)
    .sort((a, b) => b.at - a.at)
    .slice(0, EARLIER_BUILDS)
    .map(({ place }) => place);
}

/** Reads the build in `folder`, and the files of the builds before it. */
export async function readAssets(folder: string, builds: string): Promise<Assets> {
  const files = new Map<string, Asset>();
  await readFolder(folder, files);
  for (const earlier of await earlierBuilds(builds, folder)) await readFolder(earlier, files);
  return { page: await readFile(path.join(folder, 'index.html'), 'utf8'), files };
}
