// The inventory of cryptography finds what there is, and nothing outside the list is used.
import { expect, test } from 'vitest';
import { findCryptography } from './cryptography-page.ts';

/** Algorithms that may be named, with why the weaker ones are harmless. */
const allowed: Readonly<Record<string, string>> = {
  sha256: 'FIPS 180-4',
  sm3: 'GB/T 32905',
  'sm4-ctr': 'GB/T 32907, within SM4-GCM',
  SM2: 'GB/T 32918',
  'aes-256-gcm': 'NIST SP 800-38D',
  ed25519: 'RFC 8032',
  Ed25519: 'RFC 8032',
  EdDSA: 'RFC 8032',
  ES256: 'RFC 7518, keys of clients, passkeys and the sign-on',
  PS256: 'RFC 7518, keys of clients and the sign-on',
  RS256: 'RFC 7518, passkeys of older devices and the sign-on',
  HS256: 'named to be refused',
  SHA1: 'RFC 6238: codes by time, where it is HMAC',
  sha1: 'the form of the lists of lost passwords, which it protects from nobody',
};

test('every use is found, and every algorithm is one of the list', async () => {
  const uses = await findCryptography();
  const files = uses.map(({ file }) => file);
  for (const known of [
    'src/platform/crypto-suite/intl.ts',
    'src/platform/file-store.ts',
    'src/modules/persons/person-keys.ts',
    'src/modules/identity/password.ts',
  ])
    expect(files).toContain(known);
  const named = new Set(uses.flatMap(({ algorithms }) => algorithms));
  expect([...named].filter((name) => !(name in allowed))).toEqual([]);
});
