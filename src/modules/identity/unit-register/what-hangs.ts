/** What hangs on a unit, in numbers: people and machines from here, what higher floors know by what app passes in. */
import type { Platform, Words } from '../../../platform/index.ts';
import { countOfUnit } from '../queries/units.ts';

/** One thing and how many of it. */
export interface Hanging {
  readonly name: Words;
  readonly count: number;
}

/** What the floors above have of a unit. */
export type WhatHangsOn = (unit: string) => Promise<readonly Hanging[]>;

/** All numbers of a unit, as they are now. */
export async function hangingOf(
  platform: Platform,
  whatHangsOn: WhatHangsOn,
  unit: string,
): Promise<Hanging[]> {
  const { accounts, roles, clients, authorities, approvals } = await countOfUnit(
    platform.db.app,
    unit,
    platform.clock.today(),
  );
  return [
    { name: { zh: '有效账户', en: 'Open accounts' }, count: accounts },
    { name: { zh: '有效岗位', en: 'Roles in force' }, count: roles },
    { name: { zh: '机器客户端', en: 'Machine clients' }, count: clients },
    { name: { zh: '作出机关', en: 'Authorities' }, count: authorities },
    { name: { zh: '等待审批', en: 'Requests that wait' }, count: approvals },
    ...(await whatHangsOn(unit)),
  ];
}
