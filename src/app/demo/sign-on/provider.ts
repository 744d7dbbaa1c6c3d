// A real OpenID provider that asks for no password: whoever stands before it says who of the demo they are.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { interactionPolicy, Provider } from 'oidc-provider';
import { randomToken } from '../../../platform/crypto.ts';
import { claimNames, type SignOnSettings } from '../../../platform/sign-on-settings.ts';
import { memoryStore } from './memory-store.ts';
import { choicePage, leavePage } from './page.ts';
import type { Visitor } from './visitors.ts';

/** What the provider needs to know of its installation. */
export type ProviderOptions = {
  readonly client: SignOnSettings;
  /** Signs the ID tokens (P-256); made anew where it is absent. */
  readonly key?: KeyObject;
  /** Whether claims stand in the ID token as well as at userinfo. */
  readonly inToken?: boolean;
  /** Whom one may be. */
  listVisitors(): Promise<readonly Visitor[]>;
};

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const choosing = '/choose/';

function configure({ client, key, inToken = false }: ProviderOptions, known: Map<string, Visitor>) {
  const signing = key ?? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const policy = interactionPolicy.base();
  // Our client is native in its address alone.
  policy.get('consent').checks.remove('native_client_prompt');
  const places = ['http://127.0.0.1', 'http://localhost', 'http://[::1]'];
  const provider: Provider = new Provider(client.issuer, {
    adapter: memoryStore(),
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        // Loopback addresses of native programs may have any port (RFC 8252 § 7.3): ours is not known yet.
        application_type: 'native',
        redirect_uris: places.map((place) => `${place}/sign-on/return`),
        post_logout_redirect_uris: places.map((place) => `${place}/console`),
      },
    ],
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: leavePage },
    },
    jwks: { keys: [{ ...signing.export({ format: 'jwk' }), kid: 'demo', alg: 'ES256', use: 'sig' }] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    // Cookies go by host and not by port: names of its own keep it apart from the platform's.
    cookies: {
      keys: [randomToken(32)],
      names: { session: 'demo_sign_on', interaction: 'demo_choice', resume: 'demo_resume' },
    },
    claims: {
      openid: ['sub', 'amr'],
      profile: claimNames.map((name) => client.claims?.[name] ?? name),
    },
    acrValues: [...(client.acr ?? []), ...(client.eLicence ? [client.eLicence] : [])],
    conformIdTokenClaims: !inToken,
    findAccount(_context, accountId) {
      const visitor = known.get(accountId);
      if (!visitor) return undefined;
      const named = Object.entries(visitor.claims).map(([name, value]) => [
        client.claims?.[name as keyof typeof client.claims] ?? name,
        value,
      ]);
      return { accountId, claims: () => ({ sub: visitor.sub ?? accountId, ...Object.fromEntries(named) }) };
    },
    interactions: { policy, url: (_context, { uid }) => `${choosing}${uid}` },
    ttl: { Interaction: 3_600, Grant: 3_600, Session: 3_600, AccessToken: 300, IdToken: 300 },
    // Nobody is asked twice: whoever chose to be somebody wants to go in.
    async loadExistingGrant({ oidc }) {
      const { clientId } = oidc.client;
      const grant = new provider.Grant({ clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  return provider;
}

/** Answers the provider's protocol and its one page. */
export function signOnProvider(options: ProviderOptions): Answer {
  const known = new Map<string, Visitor>();
  const provider = configure(options, known);
  const protocol = provider.callback();

  async function choose(request: IncomingMessage, response: ServerResponse) {
    // Throws where the cookie of this choice is not there.
    const { params } = await provider.interactionDetails(request, response);
    const { eLicence } = options.client;
    const isLicence =
      eLicence !== undefined &&
      String(params['acr_values'] ?? '')
        .split(' ')
        .includes(eLicence);
    if (request.method !== 'POST') {
      const everybody = await options.listVisitors();
      const visitors = isLicence ? everybody.filter(({ kind }) => kind === 'organisation') : everybody;
      for (const visitor of visitors) known.set(visitor.id, visitor);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
      response.end(choicePage(visitors, isLicence).toString());
      return;
    }
    const form = new URLSearchParams(await text(request));
    const accountId = form.get('visitor') ?? '';
    if (!known.has(accountId)) throw new Error('nobody was chosen');
    const shown = isLicence
      ? { amr: ['hwk', 'pin'], acr: eLicence }
      : { amr: form.has('factor') ? ['mfa'] : ['pwd'] };
    await provider.interactionFinished(request, response, {
      login: { accountId, ...shown, remember: false },
    });
  }

  return async (request, response) => {
    if (!request.url?.startsWith(choosing)) return protocol(request, response);
    try {
      await choose(request, response);
    } catch {
      // An old page or another browser; the way back begins at our own sign-in page.
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', ...headers });
      response.end(
        '这次选择已失效，请回到登录页重新开始。This choice is over; start again from the sign-in page.\n',
      );
    }
  };
}

const headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // The form's answer leads back to the platform, which some browsers count as the form's aim.
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' http://127.0.0.1:* http://localhost:*; frame-ancestors 'none'",
};
