/** What a cryptographic suite offers, whichever of the two an installation uses. */

/** The suites by name: `intl` (SHA-256, AES-256, Ed25519) and `gm` (SM3, SM4, SM2: Chinese national standards). */
export const suiteNames = ['intl', 'gm'] as const;

/** The value of the setting GONGXIN_CRYPTO. */
export type SuiteName = (typeof suiteNames)[number];

/** A pair for signing, as bytes to be kept. */
export interface SigningKey {
  /** 32 bytes in both suites. */
  readonly privateKey: Uint8Array;
  /** intl: 32 bytes (RFC 8032); gm: 65 bytes, 0x04 and both coordinates (GB/T 32918.1). */
  readonly publicKey: Uint8Array;
}

/**
 * Hash, code, seal and signature that belong together. What one suite made the other does not read: which suite made
 * it is to be kept beside it.
 */
export interface CryptoSuite {
  readonly name: SuiteName;
  /** The length of a key for `seal`. */
  readonly keyBytes: number;
  /** 32 bytes: SHA-256 (FIPS 180-4) or SM3 (GB/T 32905). */
  digest(bytes: Uint8Array): Uint8Array;
  /** 32 bytes: HMAC (RFC 2104) over the suite's hash. */
  hmac(key: Uint8Array, bytes: Uint8Array): Uint8Array;
  /**
   * Encrypts and authenticates, `aad` too: GCM (NIST SP 800-38D) with a random nonce, of AES-256 or SM4 (GB/T 32907).
   * At most 2³² times under one key. Returns nonce (12) || ciphertext || tag (16).
   */
  seal(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Uint8Array;
  /**
   * Gives the plaintext back.
   * @throws SealError when key, aad or a byte is not what it was
   */
  open(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Uint8Array;
  generateSigningKey(): SigningKey;
  /** 64 bytes: Ed25519 (RFC 8032), or SM2 over SM3 with the standard's user id, r || s (GB/T 32918.2). */
  sign(privateKey: Uint8Array, bytes: Uint8Array): Uint8Array;
  /** Whether the signature holds; false for a malformed one too. */
  verify(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean;
}

/** Something sealed could not be opened; it does not say which part is wrong, because nobody can tell. */
export class SealError extends Error {
  override readonly name = 'SealError';

  constructor() {
    super(
      '密文、密钥或附加数据不符，无法解开。 The sealed data does not open: it, its key or its context is another.',
    );
  }
}

/** The lengths in sealed data, before and behind the ciphertext. */
export const sealLayout = { nonce: 12, tag: 16 } as const;

/**
 * A key of the wrong length is a mistake of the program, not of the data.
 * @throws RangeError
 */
export function wantLength(what: string, bytes: Uint8Array, length: number): void {
  if (bytes.length !== length) throw new RangeError(`${what} has ${bytes.length} bytes instead of ${length}`);
}
