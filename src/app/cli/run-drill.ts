/** Runs a drill of the register of incidents in the database that the platform works on, signed by the shell. */
import { listUnits } from '../../modules/identity/index.ts';
import { type Incident, runDrill } from '../../modules/supervision/index.ts';
import type { Config } from '../../platform/config.ts';
import type { Endpoint } from '../../platform/db/endpoint.ts';
import { closeDatabases } from '../../platform/db/index.ts';
import { prepareDatabase } from '../../platform/db/prepare.ts';
import { createLog } from '../../platform/log.ts';
import { createPlatform } from '../platform.ts';

/** @returns the closed drill, or undefined where no unit is the credit centre */
export async function runDrillIn(config: Config, migrator: Endpoint): Promise<Incident | undefined> {
  const { endpoints } = await prepareDatabase(migrator, config.dataFolder);
  const platform = await createPlatform(config, endpoints, createLog(config.logLevel), 'drill');
  try {
    const centre = (await listUnits(platform)).find(({ kind }) => kind === 'centre');
    if (!centre) return undefined;
    // Whoever has the shell of the machine is no account; the register says so.
    const shell = {
      kind: 'account',
      accountId: 'shell',
      unit: centre.code,
      roles: [],
      name: 'shell',
    } as const;
    return await runDrill(platform, shell);
  } finally {
    await closeDatabases(platform.db);
  }
}
