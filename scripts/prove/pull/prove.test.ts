// A seeded slice of the proof of pulling: four kills on each system; the whole is prove:pull.
import { expect, test } from 'vitest';
import { hasMariadb } from '../../../src/modules/channels/testing/mariadb.ts';
import { testDatabase } from '../../../src/platform/testing.ts';
import { provePull } from './prove.ts';

test('killed while it reads: equal to one undisturbed run, none lost, none doubled', {
  timeout: 240_000,
}, async () => {
  const plan = { kills: 4, rowsEach: 60, seed: 3 };
  const results = await provePull(plan, testDatabase, () => undefined);
  if (!hasMariadb) console.log('skipped: no MariaDB (Debian: mariadb-server)');
  expect(results).toHaveLength(hasMariadb ? 2 : 1);
  for (const figures of results) {
    expect(figures).toMatchObject({ rows: 240, lost: 0, doubled: 0, equal: true });
    expect(figures.interrupted).toBeGreaterThan(0);
    expect(figures.readByKilled).toBeGreaterThan(0);
  }
});
