/** Opens the first administrator in a database that has none; from then on people open accounts for one another. */
import {
  createAccount,
  findUnit,
  hasAdministrator,
  makePassword,
  registerUnit,
} from '../../modules/identity/index.ts';
import type { Config } from '../../platform/config.ts';
import type { Endpoint } from '../../platform/db/endpoint.ts';
import { closeDatabases } from '../../platform/db/index.ts';
import { prepareDatabase } from '../../platform/db/prepare.ts';
import type { Platform } from '../../platform/index.ts';
import { createLog } from '../../platform/log.ts';
import { createPlatform } from '../platform.ts';

/** The unit and the person. */
export type FirstAdministrator = {
  readonly unit: string;
  readonly unitName: string;
  readonly areaCode: string;
  readonly loginName: string;
  readonly name: string;
};

/**
 * @returns the password for the first sign-in, or undefined when there is an administrator already
 * @throws Problem login-name-refused, unit-refused
 */
export async function openFirstAdministrator(
  platform: Platform,
  { unit, unitName, areaCode, loginName, name }: FirstAdministrator,
): Promise<string | undefined> {
  if (await hasAdministrator(platform)) return undefined;
  if (!(await findUnit(platform, unit))) {
    await registerUnit(platform, {
      code: unit,
      kind: 'centre',
      sector: 'centre',
      name: { zh: unitName, en: unitName },
      uscc: null,
      areaCode,
      since: platform.clock.today(),
      until: null,
    });
  }
  const password = makePassword();
  const account = {
    unit,
    roles: ['administrator'],
    loginName,
    name,
    password,
    passwordInitial: true,
  } as const;
  await createAccount(platform, account);
  return password;
}

/** The same in a database that is brought to the newest schema first. */
export async function openFirstIn(
  config: Config,
  migrator: Endpoint,
  first: FirstAdministrator,
): Promise<string | undefined> {
  const { endpoints } = await prepareDatabase(migrator, config.dataFolder);
  const platform = await createPlatform(config, endpoints, createLog('warn'), 'account');
  try {
    return await openFirstAdministrator(platform, first);
  } finally {
    await closeDatabases(platform.db);
  }
}
