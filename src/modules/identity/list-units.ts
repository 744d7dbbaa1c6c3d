/** Lists the units that exist on a day. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Platform } from '../../platform/index.ts';
import { selectUnits } from './queries/units.ts';
import type { Unit } from './unit.ts';

/** The units that exist on `on` (default today), by code; a city has some seventy, so there is one page. */
export function listUnits(platform: Platform, on: CivilDate = platform.clock.today()): Promise<Unit[]> {
  return selectUnits(platform.db.app, on);
}
