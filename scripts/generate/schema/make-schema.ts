// Makes the text of db/schema.sql on a database of its own.
import { openClient } from '../../../src/platform/db/pool.ts';
import { withScratch } from '../scratch.ts';
import { dumpSchema } from './index.ts';

/** Migrates a scratch database and prints it. */
export function makeSchema(): Promise<string> {
  return withScratch(async ({ endpoints }) => {
    const client = await openClient(endpoints.migrator, 'gongxin schema');
    try {
      return await dumpSchema(client);
    } finally {
      await client.end();
    }
  });
}
