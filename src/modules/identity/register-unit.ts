/** Registers a body that will hand in records. */
import { isUscc } from '../../kernel/uscc.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { logState } from '../transparency/index.ts';
import { unitSource } from './log-sources.ts';
import { unitRefused } from './problems.ts';
import { insertUnit } from './queries/units.ts';
import type { Unit } from './unit.ts';

/**
 * Adds `unit`; it exists over `[since, until)`.
 * @throws Problem unit-refused when the code or the USCC is registered already, or the USCC does not check
 */
export async function registerUnit(platform: Platform, unit: Unit): Promise<void> {
  if (unit.uscc !== null && !isUscc(unit.uscc)) {
    throw new Problem(unitRefused, {
      detail: { zh: '统一社会信用代码校验不符。', en: 'The USCC does not check.' },
    });
  }
  await platform.db.app.transaction(async (tx) => {
    if (!(await insertUnit(tx, unit))) throw new Problem(unitRefused);
    await logState(tx, unitSource);
  });
}
