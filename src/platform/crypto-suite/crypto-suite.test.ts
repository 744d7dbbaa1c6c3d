// Holds both suites to the same promises, intl to published vectors, and SM4-GCM to Node's SM4-CTR.
import { createCipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cryptoSuite, SealError, signEd25519, suiteNames, verifyEd25519 } from './index.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (from: Uint8Array): string => Buffer.from(from).toString('hex');

function flipped(from: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(from);
  const place = (bit >> 3) % copy.length;
  copy[place] = (copy[place] as number) ^ (1 << (bit & 7));
  return copy;
}

describe.each(suiteNames)('suite %s', (name) => {
  const suite = cryptoSuite(name);
  const content = fc.uint8Array({ maxLength: 100 });

  test('opens what it sealed, and nothing that was touched', () => {
    fc.assert(
      fc.property(content, content, fc.nat(), (plaintext, aad, bit) => {
        const key = Uint8Array.from(randomBytes(suite.keyBytes));
        const sealed = suite.seal(key, plaintext, aad);
        expect(sealed).toHaveLength(plaintext.length + 28);
        expect(suite.open(key, sealed, aad)).toEqual(plaintext);
        expect(() => suite.open(key, flipped(sealed, bit), aad)).toThrow(SealError);
        expect(() => suite.open(flipped(key, bit), sealed, aad)).toThrow(SealError);
        expect(() => suite.open(key, sealed, Uint8Array.of(...aad, 0))).toThrow(SealError);
        expect(() => suite.open(key, sealed.subarray(0, bit % sealed.length), aad)).toThrow(SealError);
      }),
    );
  });

  test('never seals twice to the same bytes', () => {
    const key = Uint8Array.from(randomBytes(suite.keyBytes));
    const once = suite.seal(key, bytes('00'), bytes(''));
    expect(hex(suite.seal(key, bytes('00'), bytes('')))).not.toBe(hex(once));
  });

  test('verifies its signatures, and none for other bytes, keys or a flipped bit', () => {
    const [own, other] = [suite.generateSigningKey(), suite.generateSigningKey()];
    expect(own.privateKey).toHaveLength(32);
    fc.assert(
      fc.property(content, fc.nat(), (message, bit) => {
        const signature = suite.sign(own.privateKey, message);
        expect(signature).toHaveLength(64);
        expect(suite.verify(own.publicKey, message, signature)).toBe(true);
        expect(suite.verify(own.publicKey, Uint8Array.of(...message, 0), signature)).toBe(false);
        expect(suite.verify(own.publicKey, message, flipped(signature, bit))).toBe(false);
        expect(suite.verify(other.publicKey, message, signature)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    '',
    '00'.repeat(63),
    '00'.repeat(64),
    'ff'.repeat(64),
    `${'00'.repeat(31)}01${'00'.repeat(32)}`,
  ])('“%s” is no signature', (signature) => {
    const { publicKey } = suite.generateSigningKey();
    expect(suite.verify(publicKey, bytes('00'), bytes(signature))).toBe(false);
  });

  test('says so when a key has not its length', () => {
    const { publicKey } = suite.generateSigningKey();
    expect(() => suite.seal(bytes('00'), bytes(''), bytes(''))).toThrow(RangeError);
    expect(() => suite.open(bytes('00'), bytes('00'.repeat(40)), bytes(''))).toThrow(RangeError);
    expect(() => suite.sign(bytes('00'), bytes(''))).toThrow(RangeError);
    expect(() => suite.verify(publicKey.subarray(1), bytes(''), bytes(''))).toThrow(RangeError);
  });

  test('hashes and codes to 32 bytes that depend on key and content', () => {
    expect(suite.digest(bytes(''))).toHaveLength(32);
    const codes = [
      ['00', '00'],
      ['01', '00'],
      ['00', '01'],
    ].map(([key = '', content = '']) => hex(suite.hmac(bytes(key), bytes(content))));
    expect(new Set(codes).size).toBe(3);
  });
});

describe('intl by published vectors', () => {
  const suite = cryptoSuite('intl');

  test('SHA-256 of “abc” (FIPS 180-4) and HMAC-SHA-256 (RFC 4231, case 2)', () => {
    expect(hex(suite.digest(Buffer.from('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(hex(suite.hmac(Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?')))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  test('AES-256-GCM (the GCM specification, case 14)', () => {
    const sealed = bytes(
      `${'00'.repeat(12)}cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919`,
    );
    expect(hex(suite.open(bytes('00'.repeat(32)), sealed, bytes('')))).toBe('00'.repeat(16));
  });

  test('Ed25519 (RFC 8032 section 7.1, test 2)', () => {
    const seed = bytes('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
    const publicKey = bytes('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const signature =
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';
    expect(hex(signEd25519(seed, bytes('72')))).toBe(signature);
    expect(verifyEd25519(publicKey, bytes('72'), bytes(signature))).toBe(true);
  });
});

describe('gm against a second implementation', () => {
  const suite = cryptoSuite('gm');

  test('SM4-GCM encrypts as Node’s SM4-CTR does from counter 2 on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (plaintext) => {
        const key = Uint8Array.from(randomBytes(16));
        const sealed = suite.seal(key, plaintext, bytes('aa'));
        const counter = Buffer.concat([sealed.subarray(0, 12), bytes('00000002')]);
        const expected = createCipheriv('sm4-ctr', key, counter).update(plaintext);
        expect(hex(sealed.subarray(12, -16))).toBe(hex(expected));
      }),
    );
  });

  test('HMAC-SM3 is RFC 2104 over the digest', () => {
    const [key, message] = [Buffer.alloc(64, 7), Buffer.from('公信')];
    const pad = (with_: number) => Buffer.from(key.map((byte) => byte ^ with_));
    const inner = suite.digest(Buffer.concat([pad(0x36), message]));
    expect(hex(suite.hmac(key, message))).toBe(hex(suite.digest(Buffer.concat([pad(0x5c), inner]))));
  });
});
