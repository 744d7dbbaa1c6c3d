/** For tests: the test city with firms, one public and one slight penalty, and officers of several roles. */

import { sql } from '../../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../../platform/testing.ts';
import { buildCity, csv, firm, handIn, officer, penalty, registerFirms } from '../../intake/testing/city.ts';

export { firm, officer };

/** Firm 1 has a public penalty and one that is public no longer, with closed fields; firm 2 nothing but its registration. */
export async function lookedAtCity(): Promise<
  TestWorld & { readonly subjectOf: (n: number) => Promise<string> }
> {
  const world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [firm(1), firm(2)]);
  await handIn(
    world.platform,
    officer('market'),
    'administrative-penalty',
    csv([
      penalty(firm(1), 1, { CF_JDRQ: '2026-10-20', CF_GSJZQ: '2027-10-20', BZ: '仅供内部' }),
      penalty(firm(1), 2, { CF_JDRQ: '2022-03-02', BZ: '已不再公示' }),
    ]),
  );
  return {
    ...world,
    subjectOf: async (n) =>
      (
        await world.db.migrator.one<{ id: string }>(
          sql`select subject_id as id from subjects.subject where uscc = ${firm(n).uscc}`,
        )
      ).id,
  };
}
