/** The unit that hands in what is measured, and the program that acts for it. */
import type { CivilDate } from '../src/kernel/civil-date.ts';
import { registerAuthority, registerUnit } from '../src/modules/identity/index.ts';
import type { SignedInActor } from '../src/platform/actor.ts';
import type { Platform } from '../src/platform/index.ts';
import { BENCH_UNIT } from './intake-files.ts';

const scopes = ['organisation-registration', 'administrative-penalty'].map((item) => `submit:${item}`);

/** Who hands in. */
export const benchActor: SignedInActor = {
  kind: 'client',
  clientId: 'bench',
  unit: BENCH_UNIT.code,
  scopes,
};

/** Registers the unit for its own decisions. */
export async function registerBenchUnit(platform: Platform): Promise<void> {
  const { code, name, uscc } = BENCH_UNIT;
  const since = '2018-01-01' as CivilDate;
  await registerUnit(platform, {
    code,
    kind: 'department',
    sector: 'market-supervision',
    name: { zh: name, en: 'Market Supervision' },
    uscc,
    areaCode: '371899',
    since,
    until: null,
  });
  await registerAuthority(platform, code, { uscc, name, since });
}
