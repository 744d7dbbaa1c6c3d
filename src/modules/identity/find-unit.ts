/** Finds a unit by its code, also one that exists no more. */
import type { Platform } from '../../platform/index.ts';
import { selectUnit } from './queries/units.ts';
import type { Unit } from './unit.ts';

/** The unit, or undefined. Records outlive units, so `until` may lie in the past. */
export function findUnit(platform: Platform, code: string): Promise<Unit | undefined> {
  return selectUnit(platform.db.app, code);
}
