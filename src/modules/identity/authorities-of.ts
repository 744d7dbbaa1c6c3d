/** Whose decisions a unit may hand in. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Platform } from '../../platform/index.ts';
import { selectAuthorities } from './queries/units.ts';
import type { Authority } from './unit.ts';

/** The authorities that `unitCode` acts for on `on`; none for an unknown unit. */
export function authoritiesOf(platform: Platform, unitCode: string, on: CivilDate): Promise<Authority[]> {
  return selectAuthorities(platform.db.app, unitCode, on);
}
