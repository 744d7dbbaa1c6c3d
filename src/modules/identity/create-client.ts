/** Opens a machine client of a unit; its secret is shown once and never again. */
import { randomId, randomToken, sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { unitUnknown } from './problems.ts';
import { insertClient } from './queries/clients.ts';
import { selectUnit } from './queries/units.ts';

/**
 * Opens a client that acts for `unit` and returns what its program needs for /oauth/token.
 * @throws Problem unit-unknown
 */
export async function createClient(
  platform: Platform,
  unit: string,
): Promise<{ readonly clientId: string; readonly clientSecret: string }> {
  if (!(await selectUnit(platform.db.app, unit))) throw new Problem(unitUnknown);
  const clientId = randomId();
  // 256 random bits cannot be guessed however fast the hash is, so SHA-256 protects the stored secret as well as
  // argon2id would, without its cost on each token; slow hashes are for secrets that people choose.
  const clientSecret = randomToken(32);
  await insertClient(platform.db.app, {
    clientId,
    unit,
    secretHash: sha256(clientSecret),
    createdAt: platform.clock.now(),
  });
  return { clientId, clientSecret };
}
