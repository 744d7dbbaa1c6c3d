/** The suite of Chinese national standards: SM3 and HMAC-SM3 by Node, SM4-GCM and SM2 by sm-crypto-v2. */
import { createHmac, hash } from 'node:crypto';
import { generateSm2, signSm2, verifySm2 } from './sm2.ts';
import { openSm4, sealSm4, sm4KeyBytes } from './sm4-gcm.ts';
import type { CryptoSuite } from './suite.ts';

export const gmSuite: CryptoSuite = {
  name: 'gm',
  keyBytes: sm4KeyBytes,
  digest: (bytes) => Uint8Array.from(hash('sm3', bytes, 'buffer')),
  hmac: (key, bytes) => Uint8Array.from(createHmac('sm3', key).update(bytes).digest()),
  seal: sealSm4,
  open: openSm4,
  generateSigningKey: generateSm2,
  sign: signSm2,
  verify: verifySm2,
};
