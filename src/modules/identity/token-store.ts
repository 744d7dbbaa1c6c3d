/** Where the token endpoint finds its clients and keeps the tokens it issues: our two tables, nothing in memory. */
import { type Adapter, errors } from 'oidc-provider';
import { randomToken, sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import {
  deleteEndedTokens,
  insertOnce,
  selectClient,
  selectTokenClient,
  upsertToken,
} from './queries/clients.ts';

/** The provider's name for an access token of the client credentials grant (RFC 6749 § 4.4). */
const tokenKind = 'ClientCredentials';

/** The provider's name for numbers of assertions that were used (RFC 7523 § 3 no. 7). */
const replayKind = 'ReplayDetection';

/** Whoever has registered a key proves by it alone: a secret beside it would be the weaker door. */
function waysOf({ secretHashes, keys }: { secretHashes: readonly string[]; keys: readonly object[] }) {
  if (keys.length > 0) {
    // The provider wants a secret for ID tokens, which are never made; nobody knows this one.
    return { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys }, client_secret: randomToken() };
  }
  // Hashes stand in for the secrets; compareClientSecret hashes what it is given.
  return {
    token_endpoint_auth_method: 'client_secret_basic',
    client_secret: secretHashes.join(' ') || 'none',
  };
}

/** The store of one of the provider's models; only clients and client-credentials tokens exist here. */
export function tokenStore(platform: Platform, model: string): Adapter {
  return {
    async upsert(id, payload, expiresIn) {
      const at = platform.clock.now();
      if (model === replayKind) {
        const once = {
          kind: model,
          tokenHash: sha256(id),
          expiresAt: new Date(at.getTime() + expiresIn * 1_000),
        };
        // Of two at once with one assertion the second finds it used.
        if (!(await insertOnce(platform.db.app, once)))
          throw new errors.InvalidClientAuth('client assertion tokens must only be used once');
        return;
      }
      if (model !== tokenKind) throw new Error(`the token endpoint does not keep a ${model}`);
      await deleteEndedTokens(platform.db.app, at);
      // `jti` is the token itself, which is not stored.
      const { jti: _token, clientId, ...rest } = payload;
      await upsertToken(platform.db.app, {
        kind: tokenKind,
        tokenHash: sha256(id),
        payload: rest,
        clientId: String(clientId),
        expiresAt: new Date(at.getTime() + expiresIn * 1_000),
      });
    },
    async find(id) {
      // Whether an assertion was used already is seen when it is kept.
      if (model === replayKind) return undefined;
      if (model !== 'Client') throw new Error(`the token endpoint does not look for a ${model}`);
      // A form of another library's: NUL reaches it, and PostgreSQL keeps no such text.
      if (id.includes('\0') || !id.isWellFormed()) return undefined;
      const client = await selectClient(platform.db.app, id, platform.clock.now());
      return (
        client && {
          client_id: id,
          ...waysOf(client),
          grant_types: ['client_credentials'],
          response_types: [],
          redirect_uris: [],
        }
      );
    },
  };
}

/**
 * The client and unit behind an access token, or undefined when it is wrong, ended, or its client is closed.
 * @param address where the request comes from
 */
export function findTokenClient(
  platform: Platform,
  token: string,
  address: string,
): ReturnType<typeof selectTokenClient> {
  return selectTokenClient(platform.db.app, tokenKind, sha256(token), platform.clock.now(), address);
}
