/** The OAuth 2.0 token endpoint: client credentials by signed assertion or secret (RFC 6749 § 4.4, RFC 7523), by a certified implementation. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Context, errors, Provider } from 'oidc-provider';
import { sameSecret, sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { selectClient } from './queries/clients.ts';
import { settings } from './settings.ts';
import { tokenStore } from './token-store.ts';

export const tokenPath = '/oauth/token';

// Nothing is discovered or signed under this name; it is only the realm in WWW-Authenticate.
const issuer = 'http://localhost';

// Everything but the token endpoint; what has no route here is switched off as well, so that no answer mentions it.
const off = Object.fromEntries(
  [
    'devInteractions',
    'userinfo',
    'rpInitiatedLogout',
    'pushedAuthorizationRequests',
    'dPoP',
    'introspection',
    'revocation',
    'registration',
    'deviceFlow',
  ].map((feature) => [feature, { enabled: false }]),
);

/**
 * Gives the token the scopes that were asked for, all that the client is granted where none was (RFC 6749 § 3.3).
 * @throws errors.InvalidScope for one that it is not granted
 */
async function grantScopes(platform: Platform, { oidc }: Context, clientId: string): Promise<string> {
  const client = await selectClient(platform.db.app, clientId, platform.clock.now());
  const granted = new Set(client?.scopes);
  const asked = String(oidc.params['scope'] ?? '')
    .split(' ')
    .filter((scope) => scope !== '');
  const refused = asked.find((scope) => !granted.has(scope));
  if (refused !== undefined) throw new errors.InvalidScope('requested scope is not granted', refused);
  const scope = (asked.length > 0 ? asked : [...granted]).join(' ');
  oidc.params['scope'] = scope;
  return scope;
}

/**
 * Answers POST /oauth/token: private_key_jwt, client_secret_basic and client_secret_post, opaque tokens for an hour, errors after
 * RFC 6749 § 5.2. Nothing of the provider but this path is served.
 */
export function tokenEndpoint(
  platform: Platform,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const provider = new Provider(issuer, {
    adapter: (model) => tokenStore(platform, model),
    features: {
      ...off,
      clientCredentials: { enabled: true },
      // There is one place where tokens are good; its scopes are those of whoever asks.
      resourceIndicators: {
        enabled: true,
        defaultResource: async () => issuer,
        async getResourceServerInfo(context, resource, client) {
          if (resource !== issuer) throw new errors.InvalidTarget('there is one resource here; name none');
          const scope = await grantScopes(platform, context, client.clientId);
          return { scope, accessTokenFormat: 'opaque' };
        },
      },
    },
    // Either of the two is taken from any client: the provider treats them as one method in two places.
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    responseTypes: [],
    scopes: [],
    // Opaque tokens need no signing key; ID tokens are never made, but the provider wants an algorithm that has a key.
    jwks: { keys: [] },
    enabledJWA: {
      idTokenSigningAlgValues: ['HS256'],
      clientAuthSigningAlgValues: ['ES256', 'PS256', 'EdDSA', 'Ed25519'],
    },
    clientDefaults: { id_token_signed_response_alg: 'HS256' },
    ttl: { ClientCredentials: settings.tokenSeconds },
    routes: { token: tokenPath },
    // Programs of units are no browser pages.
    clientBasedCORS: () => false,
    // RFC 6749 § 5.2: errors are JSON, also for a client that accepts HTML.
    renderError(context, out) {
      context.type = 'json';
      context.body = out;
    },
  });
  provider.Client.prototype.compareClientSecret = function compareHashed(actual) {
    const given = sha256(actual);
    // Each of them is compared, so that time does not tell which one it was.
    return this.clientSecret.split(' ').filter((hash) => sameSecret(hash, given)).length > 0;
  };
  // The audience of an assertion is this address as the client sees it.
  provider.proxy = platform.config.trustProxy !== false;
  provider.on('server_error', (_context, error) =>
    platform.log.error({ err: error }, 'token endpoint failed'),
  );
  return provider.callback();
}
