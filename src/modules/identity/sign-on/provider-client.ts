/** Our end of OpenID Connect: leaving for the city's sign-on and judging what comes back (OpenID Connect Core 1.0 § 3.1). */
import * as oidc from 'openid-client';
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { isLoopback, type SignOnSettings } from '../../../platform/sign-on-settings.ts';
import type { SignOnPurpose, SignOnStep } from '../queries/sign-on.ts';
import { settings } from '../settings.ts';
import { namesSomebody } from './claims.ts';
import { signOnNotSetUp, signOnRefused, signOnUnreachable } from './problems.ts';

const known = new WeakMap<SignOnSettings, Promise<oidc.Configuration>>();

/** The provider as it describes itself, asked once; a failed question is asked again by the next visitor. */
async function providerOf({ config, log }: Platform): Promise<oidc.Configuration> {
  const { signOn } = config;
  if (!signOn) throw new Problem(signOnNotSetUp);
  const asked =
    known.get(signOn) ??
    oidc.discovery(
      new URL(signOn.issuer),
      signOn.clientId,
      undefined,
      oidc.ClientSecretBasic(signOn.clientSecret),
      {
        // The token's signature is checked too: TLS alone would trust every proxy in between.
        execute: [
          oidc.enableNonRepudiationChecks,
          ...(isLoopback(signOn.issuer) ? [oidc.allowInsecureRequests] : []),
        ],
      },
    );
  known.set(signOn, asked);
  try {
    return await asked;
  } catch (error) {
    known.delete(signOn);
    log.warn({ reason: reasonOf(error) }, 'the sign-on could not be asked');
    throw new Problem(signOnUnreachable);
  }
}

/** The code of an error alone: messages and causes of tokens may hold what they say of a person. */
function reasonOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown');
}

function isOutOfReach(error: unknown): boolean {
  return error instanceof TypeError || ['OAUTH_TIMEOUT', 'OAUTH_ABORT'].includes(reasonOf(error));
}

/** The levels of assurance that are asked for: the e-licence's own, or any that tells of two factors. */
function levelsFor({ config }: Platform, purpose: SignOnPurpose): Record<string, string> {
  const { eLicence, acr = [] } = config.signOn ?? {};
  const levels = purpose === 'e-licence' ? [eLicence ?? ''] : acr;
  return levels.length > 0 ? { acr_values: levels.join(' ') } : {};
}

/** Makes what goes with one visitor: state, nonce and PKCE verifier, and the address to send the browser to. */
export async function leaveFor(
  platform: Platform,
  redirectUri: string,
  purpose: SignOnPurpose,
): Promise<{ readonly url: URL; readonly step: SignOnStep }> {
  const provider = await providerOf(platform);
  const step = {
    purpose,
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  };
  const url = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: redirectUri,
    scope: 'openid profile',
    state: step.state,
    nonce: step.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(step.verifier),
    code_challenge_method: 'S256',
    // Whoever sits down at a shared machine must not come in as the one before; with max_age the provider's word is checked.
    prompt: 'login',
    max_age: purpose === 'step-up' ? '0' : String(settings.factorFresh / 1_000),
    ...levelsFor(platform, purpose),
  });
  return { url, step };
}

/**
 * Judges the address that the browser came back to and fetches the claims; nothing of them is kept.
 * @throws Problem sign-on-refused for whatever is wrong, sign-on-unreachable
 */
export async function claimsOf(
  platform: Platform,
  cameTo: URL,
  step: SignOnStep,
): Promise<Readonly<Record<string, unknown>>> {
  const provider = await providerOf(platform);
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, cameTo, {
      pkceCodeVerifier: step.verifier,
      expectedState: step.state,
      expectedNonce: step.nonce,
      maxAge: settings.factorFresh / 1_000,
      idTokenExpected: true,
    });
    const claims = tokens.claims() as oidc.IDToken;
    if (namesSomebody(claims, platform.config.signOn ?? {}) || !provider.serverMetadata().userinfo_endpoint)
      return claims;
    // Many providers put what scopes ask for there alone (OpenID Connect Core § 5.4).
    return { ...(await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)), ...claims };
  } catch (error) {
    platform.log.warn({ reason: reasonOf(error) }, 'a sign-on was refused');
    throw new Problem(isOutOfReach(error) ? signOnUnreachable : signOnRefused);
  }
}

/** Where the provider ends its own session (OpenID Connect RP-Initiated Logout 1.0); undefined where it offers none. */
export async function leavingUrl(platform: Platform, backTo: string): Promise<URL | undefined> {
  const provider = await providerOf(platform);
  if (!provider.serverMetadata().end_session_endpoint) return undefined;
  return oidc.buildEndSessionUrl(provider, { post_logout_redirect_uri: backTo });
}
