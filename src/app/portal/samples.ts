/** /catalogue/{item}/samples/{file}: the sample files that ship with each item, as they lie under data/catalogue. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Server } from '../../platform/http/index.ts';

/** Adds an address for every CSV file there is, and no other: nothing a visitor writes becomes a path. */
export function serveSamples(server: Server, projectFolder: string): void {
  const items = path.join(projectFolder, 'data', 'catalogue', 'items');
  for (const item of readdirSync(items)) {
    const folder = path.join(items, item, 'samples');
    for (const file of readdirSync(folder).filter((name) => /^[a-z0-9-]+\.csv$/.test(name))) {
      const body = readFileSync(path.join(folder, file));
      const charset = file.includes('gb18030') ? 'gb18030' : 'utf-8';
      server.get(
        `/catalogue/${item}/samples/${file}`,
        { config: { access: 'public' } },
        async (_request, reply) =>
          reply
            .header('content-disposition', `attachment; filename="${item}-${file}"`)
            .header('cache-control', 'no-cache')
            .type(`text/csv; charset=${charset}`)
            .send(body),
      );
    }
  }
}
