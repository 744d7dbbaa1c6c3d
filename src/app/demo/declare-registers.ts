// The demo's units declare their registers: mostly what they handed in, now and then a decision more, and one unit nothing.
import { addMonths, type CivilDate } from '../../kernel/civil-date.ts';
import { listUnits } from '../../modules/identity/index.ts';
import { declareRegister, listDeclaredMonths } from '../../modules/quality/index.ts';
import type { Platform } from '../../platform/index.ts';
import { hashText } from './random.ts';

/** Months that are declared, up to the last one that is over. */
const MONTHS = 6;

/** Declares for every unit that handed anything in; a month in eight holds one decision more than came. */
export async function declareDemoRegisters(platform: Platform): Promise<void> {
  const until = `${platform.clock.today().slice(0, 7)}-01` as CivilDate;
  const period = { from: addMonths(until, -MONTHS), until };
  for (const { code } of await listUnits(platform)) {
    const actor = { kind: 'client', clientId: 'demo', unit: code, scopes: [] } as const;
    const months = await listDeclaredMonths(platform, actor, period);
    // A department that forgets to declare is a thing that the league must show, too.
    if (hashText(code) % 7 === 0) continue;
    for (const { item, month, records } of months) {
      const more = hashText(`${code} ${item} ${month}`) % 8 === 0 ? 1 : 0;
      await declareRegister(platform, actor, { item, month, decisions: records + more });
    }
  }
}
