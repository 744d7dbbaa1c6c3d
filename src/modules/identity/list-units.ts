/** Lists the units that exist on a day, or all that ever did. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Platform } from '../../platform/index.ts';
import { selectAllUnits, selectUnits } from './queries/units.ts';
import type { RegisteredUnit, Unit } from './unit.ts';

/** The units that exist on `on` (default today), by code; a city has some seventy, so there is one page. */
export function listUnits(platform: Platform, on: CivilDate = platform.clock.today()): Promise<Unit[]> {
  return selectUnits(platform.db.app, on);
}

/** Ended ones too, since records outlive units: for the names of whoever handed something in. */
export function listAllUnits(platform: Platform): Promise<RegisteredUnit[]> {
  return selectAllUnits(platform.db.app);
}
