/** Changes of the register of units under four eyes: a unit begins, a unit ends or is merged into another. */
import { isUscc } from '../../../kernel/uscc.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Platform, Words } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { logState } from '../../transparency/index.ts';
import { type Details, defineAct } from '../act.ts';
import { endGrantsOf } from '../end-grant.ts';
import { clientSource, unitSource } from '../log-sources.ts';
import { isOfCentre, type Officer } from '../may-decide.ts';
import { manageUnits } from '../permissions.ts';
import { unitEndRefused, unitRefused, unitUnknown } from '../problems.ts';
import { selectAccounts } from '../queries/account-list.ts';
import { setClientClosed } from '../queries/clients.ts';
import { endSessionsOf } from '../queries/sessions.ts';
import {
  closeAuthorities,
  insertSuccessor,
  insertUnit,
  openClientsOf,
  passAuthorities,
  selectUnit,
  setUnitEnded,
} from '../queries/units.ts';
import { requestApproval } from '../request-approval.ts';
import type { Unit } from '../unit.ts';
import { type Hanging, hangingOf, type WhatHangsOn } from './what-hangs.ts';

/** The register is the centre's; to others it is not there. @throws Problem unit-unknown */
export async function requireCentre(platform: Platform, officer: Officer): Promise<void> {
  if (!(await isOfCentre(platform, officer))) throw new Problem(unitUnknown);
}

/** A unit that exists on that day. @throws Problem unit-unknown */
export async function getOpenUnit(platform: Platform, code: string): Promise<Unit> {
  const unit = await selectUnit(platform.db.app, code);
  if (!unit || (unit.until !== null && unit.until <= platform.clock.today())) throw new Problem(unitUnknown);
  return unit;
}

const both = (text: string): Words => ({ zh: text, en: text });

const registering = defineAct<Unit>({
  kind: 'identity.register-unit',
  name: { zh: '登记单位', en: 'Register a unit' },
  requester: manageUnits,
  deciders: ['reviewer', 'administrator'],
  target: ({ code }) => code,
  describe: async (_platform, { name, since }) => ({
    zh: `登记 ${name.zh}，自 ${since} 起。登记后可以为它开通账户、报送信息。`,
    en: `${name.en} (${name.zh}) from ${since}. Accounts can be opened for it then, and it may hand in records.`,
  }),
  details: async (_platform, unit) => [
    { name: { zh: '代码', en: 'Code' }, value: both(unit.code) },
    { name: { zh: '统一社会信用代码', en: 'USCC' }, value: both(unit.uscc ?? '—') },
    { name: { zh: '类型和领域', en: 'Kind and sector' }, value: both(`${unit.kind} · ${unit.sector}`) },
    { name: { zh: '行政区划', en: 'Area' }, value: both(unit.areaCode) },
  ],
  async run(_platform, tx, unit) {
    if (!(await insertUnit(tx, unit))) throw new Problem(unitRefused);
    await logState(tx, unitSource);
    return { outcome: { unit: unit.code } };
  },
});

/** Asks for a unit to be registered. @throws Problem unit-unknown, unit-refused, already-requested */
export async function requestUnit(
  platform: Platform,
  officer: Officer,
  { reason, ...unit }: Omit<Unit, 'until'> & { readonly reason: string },
): Promise<{ readonly approvalId: string }> {
  await requireCentre(platform, officer);
  if (unit.uscc !== null && !isUscc(unit.uscc))
    throw new Problem(unitRefused, {
      detail: { zh: '统一社会信用代码校验不符。', en: 'The USCC does not check.' },
    });
  if (await selectUnit(platform.db.app, unit.code)) throw new Problem(unitRefused);
  return requestApproval(platform, officer, registering, {
    payload: { ...unit, until: null },
    unit: officer.unit,
    reason,
  });
}

/** With what hung on the unit when it was asked, in numbers. */
interface Ending {
  readonly unit: string;
  readonly name: Words;
  readonly into: { readonly unit: string; readonly name: Words } | null;
  readonly hanging: readonly Hanging[];
}

/** Everybody of the unit stands without roles, sessions and keys; accounts and everything they did stay. */
async function endPeopleAndMachines(
  platform: Platform,
  tx: Tx,
  unit: string,
  ending: { readonly by: string; readonly reason: string },
): Promise<void> {
  const at = platform.clock.now();
  for (const { accountId } of await selectAccounts(tx, unit)) {
    await endSessionsOf(tx, accountId, at);
    await endGrantsOf(platform, tx, accountId, ending);
  }
  const clients = await openClientsOf(tx, unit);
  for (const clientId of clients) await setClientClosed(tx, clientId, at);
  if (clients.length > 0) await logState(tx, clientSource);
}

const ending = defineAct<Ending>({
  kind: 'identity.end-unit',
  name: { zh: '撤销或合并单位', en: 'End or merge a unit' },
  requester: manageUnits,
  deciders: ['reviewer', 'administrator'],
  target: ({ unit }) => unit,
  describe: async (_platform, { name, into }) => ({
    zh: `${into ? `${name.zh} 并入 ${into.name.zh}` : `撤销 ${name.zh}`}。批准后立即生效：它的账户失去岗位并退出登录，机器客户端关闭；已报送的信息、批次和账户记录都保留。`,
    en: `${into ? `${name.en} is merged into ${into.name.en}` : `${name.en} ends`}. Once approved, at once: its accounts lose their roles and sessions, its clients are closed; records, submissions and accounts all stay.`,
  }),
  details: async (_platform, { hanging }): Promise<Details> =>
    hanging.map(({ name, count }) => ({ name, value: both(String(count)) })),
  async run(platform, tx, { unit, into }, { approvedBy, reason }) {
    const today = platform.clock.today();
    if (into) await getOpenUnit(platform, into.unit);
    if (!(await setUnitEnded(tx, unit, today))) throw new Problem(unitUnknown);
    await endPeopleAndMachines(platform, tx, unit, { by: approvedBy, reason });
    if (into) {
      await passAuthorities(tx, { from: unit, to: into.unit, on: today });
      await insertSuccessor(tx, unit, into.unit, today);
    }
    await closeAuthorities(tx, unit, today);
    await logState(tx, unitSource);
    return { outcome: { unit, into: into?.unit ?? null } };
  },
});

/**
 * Asks for a unit to end today, or to be merged into another, which then acts for its authorities.
 * @throws Problem unit-unknown, unit-end-refused (the centre, or into itself), already-requested
 */
export async function requestUnitEnd(
  platform: Platform,
  officer: Officer,
  whatHangsOn: WhatHangsOn,
  request: { readonly unit: string; readonly into?: string | undefined; readonly reason: string },
): Promise<{ readonly approvalId: string }> {
  await requireCentre(platform, officer);
  const unit = await getOpenUnit(platform, request.unit);
  if (unit.kind === 'centre' || request.into === unit.code) throw new Problem(unitEndRefused);
  const into = request.into === undefined ? undefined : await getOpenUnit(platform, request.into);
  return requestApproval(platform, officer, ending, {
    payload: {
      unit: unit.code,
      name: unit.name,
      into: into ? { unit: into.code, name: into.name } : null,
      hanging: await hangingOf(platform, whatHangsOn, unit.code),
    },
    unit: officer.unit,
    reason: request.reason,
  });
}
