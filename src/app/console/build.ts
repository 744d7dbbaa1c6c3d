/** Builds the console with Vite into one folder and packs each file, so that serving it costs nothing. */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { NONCE_PLACE } from './nonce-place.ts';
import { sourceFolder } from './places.ts';

const packable = /\.(js|css|html|svg|json)$/;
// Higher qualities cost seconds for a few per cent.
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

async function packAll(folder: string): Promise<void> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => packable.test(name));
  await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const content = await readFile(file);
      await writeFile(`${file}.br`, await promisify(brotliCompress)(content, brotli));
      await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
    }),
  );
}

/** Builds into `folder`, whole or not at all: two builds at a time end with the same folder. */
export async function buildConsole(projectFolder: string, folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await build({
    root: sourceFolder(projectFolder),
    base: '/console/',
    configFile: false,
    envFile: false,
    logLevel: 'silent',
    cacheDir: `${unfinished}-cache`,
    html: { cspNonce: NONCE_PLACE },
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: unfinished,
      emptyOutDir: true,
      target: 'es2023',
      // Inlined files would be data: addresses, which the policy of the page does not let in.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
    },
  });
  await packAll(unfinished);
  await rename(unfinished, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(unfinished, { recursive: true, force: true });
  });
}
