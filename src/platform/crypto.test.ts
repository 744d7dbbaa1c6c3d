// Our HMAC is node's HMAC.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hmacSha256 } from './crypto.ts';

test('HMAC-SHA-256 by two hashes is that of RFC 2104, for every key up to a block and every text', () => {
  const key = fc.uint8Array({ maxLength: 64 });
  fc.assert(
    fc.property(key, fc.string({ unit: 'grapheme' }), (bytes, text) => {
      const expected = createHmac('sha256', bytes).update(text).digest('hex');
      expect(Buffer.from(hmacSha256(bytes, text)).toString('hex')).toBe(expected);
    }),
  );
});
