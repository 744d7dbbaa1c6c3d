/** Registers that a unit acts for an authority: only then may it hand in that authority's decisions. */
import { type CivilDate, compareDates } from '../../kernel/civil-date.ts';
import { isUscc } from '../../kernel/uscc.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { logState } from '../transparency/index.ts';
import { unitSource } from './log-sources.ts';
import { authorityRefused, unitUnknown } from './problems.ts';
import { insertAuthority, selectUnit } from './queries/units.ts';
import type { Authority } from './unit.ts';

/**
 * `unitCode` acts for `authority` over `[since, until)`; without `until`, until further notice.
 * @throws Problem unit-unknown; authority-refused for a wrong USCC, an empty period or an overlapping one
 */
export async function registerAuthority(
  platform: Platform,
  unitCode: string,
  authority: Authority & { readonly since: CivilDate; readonly until?: CivilDate },
): Promise<void> {
  const until = authority.until ?? null;
  if (!isUscc(authority.uscc) || (until !== null && compareDates(authority.since, until) >= 0)) {
    throw new Problem(authorityRefused);
  }
  if (!(await selectUnit(platform.db.app, unitCode))) throw new Problem(unitUnknown);
  await platform.db.app.transaction(async (tx) => {
    if (!(await insertAuthority(tx, unitCode, { ...authority, until }))) throw new Problem(authorityRefused);
    await logState(tx, unitSource);
  });
}
