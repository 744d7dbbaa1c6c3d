/** What an auditor reads of accounts: who was given which role by whom, and how signing in goes; of the own unit, at the centre of all. */
import type { Platform } from '../../platform/index.ts';
import { accountOfName, isOfCentre, type Officer } from './may-decide.ts';
import { selectNames } from './queries/approvals.ts';
import {
  type RoleChange,
  roleChanges,
  type SignInFigures,
  signInFigures,
  strangeFailures,
} from './queries/audit.ts';

export type { RoleChange } from './queries/audit.ts';

/** A page of grants and ends, newest first; people are named as they are shown, machines and programs by their name in the books. */
export async function listRoleChanges(
  platform: Platform,
  officer: Officer,
  page: { readonly before?: Date | undefined; readonly limit: number },
): Promise<RoleChange[]> {
  const unit = (await isOfCentre(platform, officer)) ? null : officer.unit;
  const { app } = platform.db;
  const rows = await app.query<RoleChange>(
    roleChanges({ unit, before: page.before ?? null, limit: page.limit }),
  );
  const people = rows.flatMap(({ by, approvedBy }) =>
    [by, approvedBy ?? ''].flatMap((name) => accountOfName(name) ?? []),
  );
  const names = await selectNames(app, [...new Set(people)]);
  const shown = (name: string) => names.get(accountOfName(name) ?? '') ?? name;
  return rows.map((row) => ({
    ...row,
    by: shown(row.by),
    approvedBy: row.approvedBy === null ? null : shown(row.approvedBy),
  }));
}

/** How signing in goes now, in numbers. */
export interface SignIns {
  readonly units: readonly SignInFigures[];
  /** What belongs to no unit; absent outside the centre. */
  readonly strangers?: {
    readonly addresses: number;
    readonly fromAddresses: number;
    readonly unknownNames: number;
  };
}

/** Counts alone; who failed is the administrator's to see. */
export async function countSignIns(platform: Platform, officer: Officer): Promise<SignIns> {
  const isCentre = await isOfCentre(platform, officer);
  const { app } = platform.db;
  const units = await app.query<SignInFigures>(
    signInFigures(isCentre ? null : officer.unit, platform.clock.now()),
  );
  if (!isCentre) return { units };
  return { units, strangers: await app.one<NonNullable<SignIns['strangers']>>(strangeFailures()) };
}
