/** Reading public keys: JWK, a set of one, PEM; private keys are told apart before anything is sent. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPublicKey } from './read-public-key.ts';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const far = generateKeyPairSync('ec', { namedCurve: 'P-521' });
const jwk = (key: KeyObject) => key.export({ format: 'jwk' });
const pem = ({ publicKey }: { publicKey: KeyObject }) =>
  String(publicKey.export({ format: 'pem', type: 'spki' }));

test.each([
  ['EC', ec],
  ['OKP', ed],
  ['RSA', rsa],
] as const)('%s is read from JWK, from a set of one, and from PEM alike', async (_kty, pair) => {
  const key = jwk(pair.publicKey);
  for (const text of [JSON.stringify(key), JSON.stringify({ keys: [key] }), `\n${pem(pair)}\n`])
    expect(await readPublicKey(text)).toEqual({ jwk: key });
});

test.each([
  ['a private key in PEM', String(ec.privateKey.export({ format: 'pem', type: 'pkcs8' })), 'private'],
  ['a private JWK', JSON.stringify(jwk(ed.privateKey)), 'private'],
  ['a shared secret', '{"kty":"oct","k":"c2VjcmV0"}', 'private'],
  ['another curve', pem(far), 'kind'],
  ['another kind', '{"kty":"SM2"}', 'kind'],
  ['words', '我们的公钥', 'not-a-key'],
  ['a list', '[]', 'not-a-key'],
  ['an object without a kind', '{}', 'not-a-key'],
  ['a certificate', '-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----', 'not-a-key'],
  ['broken PEM', '-----BEGIN PUBLIC KEY-----\n§\n-----END PUBLIC KEY-----', 'not-a-key'],
])('%s is refused', async (_name, text, fault) => {
  expect(await readPublicKey(text)).toEqual({ fault });
});
