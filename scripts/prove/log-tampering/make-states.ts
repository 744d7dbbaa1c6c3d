// One of everything whose whole state the log keeps: units, authorities, clients, assigned items, an incident.
import { registerSupply } from '../../../src/modules/catalogue/index.ts';
import {
  createClient,
  registerAuthority,
  registerUnit,
  type Unit,
} from '../../../src/modules/identity/index.ts';
import { runDrill } from '../../../src/modules/supervision/index.ts';
import type { Platform } from '../../../src/platform/index.ts';

const unit = (code: string, kind: Unit['kind'], sector: string): Unit => ({
  code,
  kind,
  sector,
  name: { zh: `${code}局`, en: `Bureau ${code}` },
  uscc: null,
  areaCode: '371899',
  since: '2019-01-01',
  until: null,
});

/** By the platform's own verbs, which put the states down. */
export async function makeStates(platform: Platform): Promise<void> {
  for (const one of [unit('u', 'department', 'police'), unit('centre', 'centre', 'centre')])
    await registerUnit(platform, one);
  await registerAuthority(platform, 'u', {
    uscc: '11371899MB00000018',
    name: '清和市公安局',
    since: '2019-01-01',
  });
  await createClient(platform, 'u', ['submit:administrative-penalty']);
  await registerSupply(platform, 'administrative-penalty', 'u');
  await runDrill(platform, {
    kind: 'account',
    accountId: '1',
    unit: 'centre',
    roles: ['case-officer'],
    name: 'proof',
  });
}
