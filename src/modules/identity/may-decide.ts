/** Who may decide a request: somebody else, with the role for it, of the unit; the centre where the unit has nobody. */
import { type Actor, actorName } from '../../platform/actor.ts';
import type { Platform } from '../../platform/index.ts';
import { type Act, getAct } from './act.ts';
import { type ApprovalRow, hasDecider } from './queries/approvals.ts';
import { selectUnit } from './queries/units.ts';

/** An officer who asks. */
export type Officer = Extract<Actor, { kind: 'account' }>;

/** The number of an account behind its name in the books; undefined for a client. */
export function accountOfName(name: string): string | undefined {
  return /^account:(\d+)$/.exec(name)?.[1];
}

function isConcerned(act: Act<unknown>, payload: unknown, accountId: string): boolean {
  return act.concerns?.(payload).includes(accountId) ?? false;
}

/** Whether an officer may see requests of all units, since the centre lends its eyes. */
export async function isOfCentre(platform: Platform, { unit }: Officer): Promise<boolean> {
  return (await selectUnit(platform.db.app, unit))?.kind === 'centre';
}

/** Whether the officer may decide this one. Nobody decides what they asked for or what concerns them, under any role. */
export async function mayDecide(
  platform: Platform,
  officer: Officer,
  row: Pick<ApprovalRow, 'kind' | 'payload' | 'unit' | 'requestedBy'>,
): Promise<boolean> {
  const act = getAct(row.kind);
  if (!act.deciders.some((role) => officer.roles.includes(role))) return false;
  if (row.requestedBy === actorName(officer)) return false;
  if (isConcerned(act, row.payload, officer.accountId)) return false;
  if (officer.unit === row.unit) return true;
  if (!(await isOfCentre(platform, officer))) return false;
  const requester = accountOfName(row.requestedBy);
  const except = [...(requester === undefined ? [] : [requester]), ...(act.concerns?.(row.payload) ?? [])];
  return !(await hasDecider(platform.db.app, row.unit, act.deciders, except, platform.clock.today()));
}
