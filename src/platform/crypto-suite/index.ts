/** The switch between the suites, and Ed25519 by itself for the transparency log. */
import { gmSuite } from './gm.ts';
import { intlSuite } from './intl.ts';
import type { CryptoSuite, SuiteName } from './suite.ts';

export { generateEd25519, signEd25519, verifyEd25519 } from './ed25519.ts';
export { type CryptoSuite, SealError, type SigningKey, type SuiteName, suiteNames } from './suite.ts';

const suites: Record<SuiteName, CryptoSuite> = { intl: intlSuite, gm: gmSuite };

/** The suite of this name; `config.crypto` names the installation's. */
export function cryptoSuite(name: SuiteName): CryptoSuite {
  return suites[name];
}
