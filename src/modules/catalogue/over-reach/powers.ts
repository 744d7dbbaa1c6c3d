/** Who may make what, as data/law/powers.json has it: levels by effect, and what a tenant may draft. */
import powersFile from '../../../../data/law/powers.json' with { type: 'json' };
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Config } from '../../../platform/config.ts';
import type { Bilingual } from '../item-definition.ts';

/** What an item does to its subject, or to the catalogue; what one about persons needs is charter C3, in checkDefinition. */
export type Effect = 'adverse' | 'open' | 'collected' | 'supplement';

/** The levels of instrument that may carry an effect, on [from, until). */
export interface LevelRule {
  readonly effect: Effect;
  readonly clause: string;
  readonly levels: readonly string[];
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly says: Bilingual;
}

/** The tenant's power to make rules; a county-level city has none. */
export type LegislativeLevel = Config['legislativeLevel'];

/** What a tenant of a level may draft, and who could make more. */
export interface TenantPower {
  readonly legislativeLevel: LegislativeLevel;
  readonly may: readonly string[];
  readonly whoMay: Bilingual;
}

/** The file. */
export interface Powers {
  readonly levels: readonly LevelRule[];
  readonly tenants: readonly TenantPower[];
}

/** As shipped. */
export const powersData = powersFile as unknown as Powers;

/** The rule for an effect on a day. @throws Error where the file has none: then nothing may be judged */
export function levelRuleOn(powers: Powers, effect: Effect, on: CivilDate): LevelRule {
  const rule = powers.levels.find(
    (row) => row.effect === effect && row.from <= on && (row.until === null || on < row.until),
  );
  if (!rule) throw new Error(`data/law/powers.json has no rule for ${effect} on ${on}`);
  return rule;
}

/** What the tenant may. @throws Error where the file doesn't know the level */
export function powerOf(powers: Powers, level: LegislativeLevel): TenantPower {
  const power = powers.tenants.find((row) => row.legislativeLevel === level);
  if (!power) throw new Error(`data/law/powers.json has no tenant of level ${level}`);
  return power;
}
