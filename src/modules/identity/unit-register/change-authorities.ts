/** Changes of the authorities that a unit acts for, under four eyes: whose decisions it may hand in hangs on them. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts';
import { isUscc } from '../../../kernel/uscc.ts';
import type { Platform, Words } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { logState } from '../../transparency/index.ts';
import { defineAct } from '../act.ts';
import { unitSource } from '../log-sources.ts';
import type { Officer } from '../may-decide.ts';
import { manageUnits } from '../permissions.ts';
import { authorityRefused, authorityUnknown } from '../problems.ts';
import { insertAuthority, selectAuthorityPeriods, setAuthorityEnded } from '../queries/units.ts';
import { requestApproval } from '../request-approval.ts';
import { getOpenUnit, requireCentre } from './change-units.ts';

interface Addition {
  readonly unit: string;
  readonly unitName: Words;
  readonly uscc: string;
  readonly name: string;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
}

type End = Pick<Addition, 'unit' | 'unitName' | 'uscc' | 'name' | 'since'>;

const adding = defineAct<Addition>({
  kind: 'identity.register-authority',
  name: { zh: '登记作出机关', en: 'Register an authority' },
  requester: manageUnits,
  deciders: ['reviewer', 'administrator'],
  target: ({ unit, uscc, since }) => `${unit} ${uscc} ${since}`,
  describe: async (_platform, { unitName, name, uscc, since, until }) => ({
    zh: `${unitName.zh} 可以报送 ${name}（${uscc}）作出的决定，自 ${since} 起${until ? `，${until} 前` : ''}。`,
    en: `${unitName.en} may hand in decisions of ${name} (${uscc}) from ${since}${until ? `, before ${until}` : ''}.`,
  }),
  async run(_platform, tx, { unit, uscc, name, since, until }) {
    if (!(await insertAuthority(tx, unit, { uscc, name, since, until }))) throw new Problem(authorityRefused);
    await logState(tx, unitSource);
    return { outcome: {} };
  },
});

/** Asks for an authority to be registered. @throws Problem unit-unknown, authority-refused, already-requested */
export async function requestAuthority(
  platform: Platform,
  officer: Officer,
  request: Omit<Addition, 'unitName'> & { readonly reason: string },
): Promise<{ readonly approvalId: string }> {
  await requireCentre(platform, officer);
  const { reason, ...authority } = request;
  const { name } = await getOpenUnit(platform, authority.unit);
  const { uscc, since, until } = authority;
  const isEmpty = until !== null && compareDates(since, until) >= 0;
  const periods = await selectAuthorityPeriods(platform.db.app, authority.unit);
  const overlaps = periods.some(
    (known) =>
      known.uscc === uscc &&
      known.since !== known.until &&
      (known.until === null || since < known.until) &&
      (until === null || known.since < until),
  );
  if (!isUscc(uscc) || isEmpty || overlaps) throw new Problem(authorityRefused);
  return requestApproval(platform, officer, adding, {
    payload: { ...authority, unitName: name },
    unit: officer.unit,
    reason,
  });
}

const ending = defineAct<End>({
  kind: 'identity.end-authority',
  name: { zh: '结束作出机关', en: 'End an authority' },
  requester: manageUnits,
  deciders: ['reviewer', 'administrator'],
  target: ({ unit, uscc, since }) => `${unit} ${uscc} ${since}`,
  describe: async (_platform, { unitName, name, uscc }) => ({
    zh: `${unitName.zh} 自批准之日起不再报送 ${name}（${uscc}）作出的决定；已报送的保留。`,
    en: `${unitName.en} hands in no more decisions of ${name} (${uscc}) from the day of approval; what was handed in stays.`,
  }),
  async run(platform, tx, { unit, uscc, since }) {
    if (!(await setAuthorityEnded(tx, { unit, uscc, since }, platform.clock.today())))
      throw new Problem(authorityUnknown);
    await logState(tx, unitSource);
    return { outcome: {} };
  },
});

/** Asks for an authority to end. @throws Problem unit-unknown, authority-unknown, already-requested */
export async function requestAuthorityEnd(
  platform: Platform,
  officer: Officer,
  request: { readonly unit: string; readonly uscc: string; readonly reason: string },
): Promise<{ readonly approvalId: string }> {
  await requireCentre(platform, officer);
  const { unit, uscc, reason } = request;
  const { name: unitName } = await getOpenUnit(platform, unit);
  const today = platform.clock.today();
  const open = (await selectAuthorityPeriods(platform.db.app, unit)).find(
    (known) => known.uscc === uscc && (known.until === null || known.until > today),
  );
  if (!open) throw new Problem(authorityUnknown);
  const { name, since } = open;
  return requestApproval(platform, officer, ending, {
    payload: { unit, unitName, uscc, name, since },
    unit: officer.unit,
    reason,
  });
}
