/** Seals what belongs to a person, bound to its place, with a mark of the suite that made it. */
import {
  type CryptoSuite,
  cryptoSuite,
  type SuiteName,
  suiteNames,
} from '../../platform/crypto-suite/index.ts';

/** Fits the keys of both suites: SM4 takes the first 16 bytes. */
export const KEY_BYTES = 32;

/** Seals under a key of 32 bytes. The first byte tells the suite, so that values of before a switch still open. */
export function sealFor(suite: CryptoSuite, key: Uint8Array, value: Uint8Array, place: string): Buffer {
  const sealed = suite.seal(key.subarray(0, suite.keyBytes), value, Buffer.from(place));
  return Buffer.concat([Uint8Array.of(suiteNames.indexOf(suite.name)), sealed]);
}

/** Opens what `sealFor` made. @throws SealError when key, place or a byte is another */
export function openFor(key: Uint8Array, sealed: Uint8Array, place: string): Buffer {
  const name: SuiteName = suiteNames[sealed[0] ?? 0] ?? 'intl';
  const suite = cryptoSuite(name);
  return Buffer.from(
    suite.open(key.subarray(0, suite.keyBytes), Uint8Array.from(sealed.subarray(1)), Buffer.from(place)),
  );
}
