/** Where the token endpoint finds its clients and keeps the tokens it issues: our two tables, nothing in memory. */
import type { Adapter } from 'oidc-provider';
import { sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { deleteEndedTokens, selectClient, selectTokenClient, upsertToken } from './queries/clients.ts';

/** The provider's name for an access token of the client credentials grant (RFC 6749 § 4.4). */
const tokenKind = 'ClientCredentials';

/** The store of one of the provider's models; only clients and client-credentials tokens exist here. */
export function tokenStore(platform: Platform, model: string): Adapter {
  return {
    async upsert(id, payload, expiresIn) {
      if (model !== tokenKind) throw new Error(`the token endpoint does not keep a ${model}`);
      const at = platform.clock.now();
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
      if (model !== 'Client') throw new Error(`the token endpoint does not look for a ${model}`);
      const client = await selectClient(platform.db.app, id, platform.clock.now());
      return (
        client && {
          client_id: id,
          // The hash stands in for the secret; compareClientSecret hashes what it is given.
          client_secret: client.secretHash,
          grant_types: ['client_credentials'],
          response_types: [],
          redirect_uris: [],
          token_endpoint_auth_method: 'client_secret_basic',
        }
      );
    },
  };
}

/** The client and unit behind an access token, or undefined when it is wrong, ended, or its client is closed. */
export function findTokenClient(
  platform: Platform,
  token: string,
): Promise<{ clientId: string; unit: string } | undefined> {
  return selectTokenClient(platform.db.app, tokenKind, sha256(token), platform.clock.now());
}
