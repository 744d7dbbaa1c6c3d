/** For tests: an authenticator in software (ES256, attestation "none") that can be told to do wrong. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What goes wrong, or nothing. */
export type Wrong = {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** Somebody is there, but nobody unlocked it. */
  readonly unverified?: boolean;
  readonly counter?: number;
  readonly crossOrigin?: boolean;
  readonly type?: string;
  readonly userHandle?: string;
  /** Signed by another key. */
  readonly forged?: boolean;
};

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const base64url = (data: Buffer | string) => Buffer.from(data).toString('base64url');

/** A CBOR byte string of 24 to 255 bytes (RFC 8949 § 3.1). */
function bytes(data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x58, data.length]), data]);
}

const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);

/** COSE_Key of a P-256 public key: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseKey({ x, y }: { x?: string; y?: string }): Buffer {
  const part = (head: number, value = '') =>
    Buffer.concat([Buffer.from([head]), bytes(Buffer.from(value, 'base64url'))]);
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]),
    part(0x21, x),
    part(0x22, y),
  ]);
}

/** One device with one passkey. */
export function softAuthenticator(at: { readonly origin: string; readonly rpId: string }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const credentialId = randomBytes(16);
  const id = base64url(credentialId);
  let counter = 0;
  let userHandle = '';

  const clientData = (type: string, challenge: string, wrong: Wrong) =>
    Buffer.from(
      JSON.stringify({
        type: wrong.type ?? type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? at.origin,
        crossOrigin: wrong.crossOrigin ?? false,
      }),
    );
  function head(flags: number, wrong: Wrong): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(wrong.counter ?? ++counter);
    const verified = wrong.unverified ? 0 : 0x04;
    return Buffer.concat([sha256(wrong.rpId ?? at.rpId), Buffer.from([0x01 | verified | flags]), count]);
  }
  const around = { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const;

  return {
    id,
    /** What navigator.credentials.create gives for these options. */
    make(options: { challenge: string; user?: { id: string } }, wrong: Wrong = {}) {
      userHandle = options.user?.id ?? '';
      const attested = Buffer.concat([
        head(0x40, wrong),
        Buffer.alloc(16),
        Buffer.from([0, credentialId.length]),
        credentialId,
        coseKey(publicKey.export({ format: 'jwk' }) as { x?: string; y?: string }),
      ]);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from([0xa0]),
        text('authData'),
        bytes(attested),
      ]);
      const clientDataJSON = base64url(clientData('webauthn.create', options.challenge, wrong));
      const response = {
        clientDataJSON,
        attestationObject: base64url(attestation),
        transports: ['internal'],
      };
      return { ...around, response };
    },
    /** What navigator.credentials.get gives for these options. */
    show(options: { challenge: string }, wrong: Wrong = {}) {
      const data = clientData('webauthn.get', options.challenge, wrong);
      const authenticatorData = head(0, wrong);
      const signature = sign(
        'sha256',
        Buffer.concat([authenticatorData, sha256(data)]),
        wrong.forged ? other : privateKey,
      );
      const response = {
        clientDataJSON: base64url(data),
        authenticatorData: base64url(authenticatorData),
        signature: base64url(signature),
        userHandle: wrong.userHandle ?? userHandle,
      };
      return { ...around, response };
    },
  };
}
