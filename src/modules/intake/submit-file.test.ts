/** The door of intake: what is too large leaves nothing behind. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/testing.ts';
import { submitFile } from './submit-file.ts';
import { buildCity, officer, UNITS } from './testing/city.ts';

const world = await testDatabase();
await buildCity(world.platform);
afterAll(() => world.close());

test('a file beyond the limit is refused while it arrives, and neither file nor key stays', async () => {
  const given = (size: number) =>
    submitFile(world.platform, officer('market'), {
      item: 'administrative-penalty',
      channel: 'api',
      content: Readable.from(Array.from({ length: size }, () => Buffer.alloc(1_000, 'x'))),
      limit: 5_000,
    });
  await expect(given(6)).rejects.toMatchObject({ definition: { type: 'upload-too-large', status: 413 } });
  for (const folder of ['files', 'keys']) {
    expect(await readdir(path.join(world.platform.config.dataFolder, folder))).toEqual([]);
  }
  expect(await world.db.app.query(sql`select from intake.submission`)).toEqual([]);
  await expect(given(5)).resolves.toHaveProperty('submissionId');
});

test('a machine hands in the items that it is granted, and no other', async () => {
  const given = (scopes: string[]) =>
    submitFile(
      world.platform,
      { kind: 'client', clientId: 'c', unit: UNITS.market.code, scopes },
      { item: 'administrative-penalty', channel: 'api', content: Readable.from(['x']) },
    );
  await expect(given(['submit:administrative-licence'])).rejects.toMatchObject({
    definition: { type: 'scope-missing', status: 403 },
    headers: { 'www-authenticate': expect.stringContaining('insufficient_scope') },
  });
  await expect(given(['submit:administrative-penalty'])).resolves.toHaveProperty('submissionId');
});
