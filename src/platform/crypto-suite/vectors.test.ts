// Judges every vector of SM3, SM4 and SM2 in data/vectors, by what the gm suite computes with.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sm2 } from 'sm-crypto-v2';
import { describe, expect, test } from 'vitest';
import { gmSuite } from './gm.ts';
import { verifySm2 } from './sm2.ts';
import { encryptSm4Gcm, openSm4 } from './sm4-gcm.ts';
import { SealError } from './suite.ts';

interface Sm4Vector {
  mode: string;
  key: string;
  pt: string;
  ct: string;
  iv?: string;
  aad?: string;
  tag?: string;
}

interface Vectors {
  sm3: { msg: string; md: string }[];
  sm4: Sm4Vector[];
  sm2: {
    gbt32918_5: Record<'id' | 'msg' | 'd' | 'x' | 'y' | 'k' | 'r' | 's', string>;
    openssl_verify_prehashed: { key_pem: string; cases: { input: string; sig: string; ok: boolean }[] };
  };
}

const file = join(import.meta.dirname, '../../../data/vectors/sm-vectors.json');
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
const hex = (from: Uint8Array): string => Buffer.from(from).toString('hex').toUpperCase();

test('the file has what the tests below expect', () => {
  expect(vectors.sm3).toHaveLength(2);
  expect(vectors.sm4.map(({ mode }) => mode)).toEqual(['ecb', 'cbc', 'ctr', 'gcm']);
  expect(vectors.sm2.openssl_verify_prehashed.cases).toHaveLength(2);
});

test.each(vectors.sm3)('SM3 of $msg', ({ msg, md }) => {
  expect(hex(gmSuite.digest(bytes(msg)))).toBe(md.toUpperCase());
});

test.each(vectors.sm4.filter(({ mode }) => mode !== 'gcm'))('SM4-$mode, both ways', (vector) => {
  const [name, iv] = [`sm4-${vector.mode}`, vector.iv === undefined ? null : bytes(vector.iv)];
  const cipher = createCipheriv(name, bytes(vector.key), iv).setAutoPadding(false);
  expect(hex(Buffer.concat([cipher.update(bytes(vector.pt)), cipher.final()]))).toBe(vector.ct);
  const decipher = createDecipheriv(name, bytes(vector.key), iv).setAutoPadding(false);
  expect(hex(Buffer.concat([decipher.update(bytes(vector.ct)), decipher.final()]))).toBe(vector.pt);
});

describe('SM4-GCM', () => {
  const gcm = vectors.sm4.find(({ mode }) => mode === 'gcm') as Required<Sm4Vector>;
  const [key, iv, aad] = [bytes(gcm.key), bytes(gcm.iv), bytes(gcm.aad)];

  test('seals to the ciphertext and tag of the vector', () => {
    const { ciphertext, tag } = encryptSm4Gcm(key, iv, bytes(gcm.pt), aad);
    expect([hex(ciphertext), hex(tag)]).toEqual([gcm.ct.toUpperCase(), gcm.tag.toUpperCase()]);
  });

  test('opens it, and does not with another tag', () => {
    const sealed = Buffer.concat([iv, bytes(gcm.ct), bytes(gcm.tag)]);
    expect(hex(openSm4(key, sealed, aad))).toBe(gcm.pt.toUpperCase());
    sealed[sealed.length - 1] = (sealed.at(-1) as number) ^ 1;
    expect(() => openSm4(key, sealed, aad)).toThrow(SealError);
  });
});

describe('SM2', () => {
  const example = vectors.sm2.gbt32918_5;
  const publicKey = bytes(`04${example.x}${example.y}`);
  const signature = bytes(example.r + example.s);
  const message = Buffer.from(example.msg);

  test('the example of GB/T 32918.5: public key, signature with its k, and verifying', () => {
    expect(sm2.getPublicKeyFromPrivateKey(example.d).toUpperCase()).toBe(hex(publicKey));
    const x1 = BigInt(`0x${sm2.getPublicKeyFromPrivateKey(example.k).slice(2, 66)}`);
    const pointPool = [{ k: BigInt(`0x${example.k}`), x1 }];
    const made = sm2.doSignature(message, example.d, { hash: true, userId: example.id, pointPool });
    expect(made.toUpperCase()).toBe(hex(signature));
    expect(verifySm2(publicKey, message, signature)).toBe(true);
    expect(verifySm2(publicKey, Buffer.from('message digesu'), signature)).toBe(false);
  });

  const { key_pem: pem, cases } = vectors.sm2.openssl_verify_prehashed;
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64').toString('hex');
  const point = /034200(04[0-9a-f]{128})$/.exec(der)?.[1] as string;

  test.each(cases)('OpenSSL on the digest $input', ({ input, sig, ok }) => {
    expect(sm2.doVerifySignature(bytes(input), sig, point, { der: true })).toBe(ok);
    const other = bytes(input.replace(/^./, (digit) => (digit === '0' ? '1' : '0')));
    expect(sm2.doVerifySignature(other, sig, point, { der: true })).toBe(false);
  });
});
