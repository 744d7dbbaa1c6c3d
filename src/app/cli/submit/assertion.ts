/** A client's proof by key: an assertion that only the holder of the private half can sign (RFC 7523, private_key_jwt). */
import { constants, createPrivateKey, type KeyObject, randomUUID, sign } from 'node:crypto';

/** A minute: long enough for clocks that differ a little. */
const SECONDS = 60;

type Signer = { readonly alg: string; signature(message: Buffer): Buffer };

/** The algorithms that the platform takes, by kind of key; undefined for any other. */
function signerOf(key: KeyObject): Signer | undefined {
  if (key.asymmetricKeyType === 'ed25519')
    return { alg: 'Ed25519', signature: (text) => sign(null, text, key) };
  if (key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1')
    return { alg: 'ES256', signature: (text) => sign('sha256', text, { key, dsaEncoding: 'ieee-p1363' }) };
  if (key.asymmetricKeyType !== 'rsa') return undefined;
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const options = { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  return { alg: 'PS256', signature: (text) => sign('sha256', text, options) };
}

/** The private key in a file's text, PEM or JWK; undefined for none that can sign here. */
export function readPrivateKey(text: string): KeyObject | undefined {
  try {
    const key = text.trimStart().startsWith('{')
      ? createPrivateKey({ key: JSON.parse(text), format: 'jwk' })
      : createPrivateKey(text);
    return signerOf(key) && key;
  } catch {
    // Whatever is wrong with it: it is no key to the caller, who says so by the file's name.
    return undefined;
  }
}

/** What goes into the form of the token request; each works once. */
export function assertionForm(id: string, key: KeyObject, audience: string): Record<string, string> {
  const signer = signerOf(key);
  if (!signer) throw new Error('a key of this kind cannot sign an assertion');
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: id, sub: id, aud: audience, jti: randomUUID(), iat: now, exp: now + SECONDS };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ alg: signer.alg, typ: 'JWT' })}.${encode(claims)}`;
  return {
    client_id: id,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: `${signed}.${signer.signature(Buffer.from(signed)).toString('base64url')}`,
  };
}
