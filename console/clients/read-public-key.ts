/** Reads a public key that the other side sent, as JWK or PEM, in the browser: a private one is never sent on. */

/** The key as JWK (RFC 7517), or why it can't be taken. */
export type ReadKey =
  | { readonly jwk: Readonly<Record<string, unknown>> }
  | { readonly fault: 'not-a-key' | 'private' | 'kind' };

// The kinds that the server verifies: ES256, EdDSA, PS256.
const algorithms = [
  { name: 'ECDSA', namedCurve: 'P-256' },
  { name: 'Ed25519' },
  { name: 'RSA-PSS', hash: 'SHA-256' },
] as const;

async function fromPem(text: string): Promise<ReadKey> {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return { fault: 'private' };
  const body = /-----BEGIN PUBLIC KEY-----([\s\S]*?)-----END PUBLIC KEY-----/.exec(text)?.[1];
  if (body === undefined) return { fault: 'not-a-key' };
  const bytes = Uint8Array.from(atob(body.replace(/\s/g, '')), (character) => character.charCodeAt(0));
  for (const algorithm of algorithms) {
    // Each algorithm refuses keys of the others; which one it is can't be told beforehand.
    const key = await crypto.subtle
      .importKey('spki', bytes, algorithm, true, ['verify'])
      .catch(() => undefined);
    if (!key) continue;
    const { kty, crv, x, y, n, e } = await crypto.subtle.exportKey('jwk', key);
    return { jwk: JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })) as Record<string, unknown> };
  }
  return { fault: 'kind' };
}

/** Reads what was pasted or chosen. */
export async function readPublicKey(text: string): Promise<ReadKey> {
  const given = text.trim();
  if (given.startsWith('-----BEGIN')) return fromPem(given).catch(() => ({ fault: 'not-a-key' }) as const);
  let read: unknown;
  try {
    read = JSON.parse(given);
  } catch {
    return { fault: 'not-a-key' };
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return { fault: 'not-a-key' };
  const { keys } = read as { keys?: unknown };
  // A set of one key (RFC 7517 § 5) is what most programs export.
  const jwk = (Array.isArray(keys) && keys.length === 1 ? keys[0] : read) as Record<string, unknown>;
  if ('d' in jwk || jwk['kty'] === 'oct') return { fault: 'private' };
  if (typeof jwk['kty'] !== 'string') return { fault: 'not-a-key' };
  return ['EC', 'OKP', 'RSA'].includes(jwk['kty']) ? { jwk } : { fault: 'kind' };
}
