/** The addresses of the city's sign-on: leaving for it, coming back, and leaving it for good. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomToken, sha256 } from '../../../platform/crypto.ts';
import { browserOrigin, type RoutePlugin } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { signInRequired } from '../../../platform/problems.ts';
import { whence } from '../entering.ts';
import { insertSignOnStep, type SignOnPurpose, type SteppingUp, takeSignOnStep } from '../queries/sign-on.ts';
import { cookieAttributes, cookieName, sessionToken, setSessionCookie } from '../session-cookie.ts';
import { settings } from '../settings.ts';
import { enterByClaims, type SubjectResolver } from './enter.ts';
import {
  signOnClaimsUnclear,
  signOnClash,
  signOnEnrolFirst,
  signOnNoAccount,
  signOnNothingHeld,
  signOnNotProved,
  signOnNotSetUp,
  signOnRefused,
  signOnUnreachable,
} from './problems.ts';
import { proveAgain } from './prove-again.ts';
import { claimsOf, leaveFor, leavingUrl } from './provider-client.ts';

const stepCookie = 'gx_sign_on';
const folder = '/sign-on';

/** Lax, since the browser comes back from another site. */
const cookieFor = (request: FastifyRequest) => cookieAttributes(request, 'lax');

/** `?with=e-licence`, `?for=step-up`; anything else is coming in. */
function purposeOf({ query }: FastifyRequest): SignOnPurpose {
  const asked = query as { with?: unknown; for?: unknown };
  if (asked.for === 'step-up') return 'step-up';
  return asked.with === 'e-licence' ? 'e-licence' : 'sign-in';
}

/** The officer's session that is to be fresh. @throws Problem sign-in-required */
function sessionOf(request: FastifyRequest): { readonly steppingUp: SteppingUp } {
  const { actor } = request;
  const token = sessionToken(request);
  if (actor.kind !== 'account' || token === undefined) throw new Problem(signInRequired);
  return { steppingUp: { accountId: actor.accountId, sessionHash: sha256(token) } };
}

const seeOther = (reply: FastifyReply, to: string) =>
  reply.header('cache-control', 'no-store').redirect(to, 303);

/** Routes /sign-on, /sign-on/return and /sign-on/leave; `resolver` finds subjects for claims. */
export function signOnApi(platform: Platform, resolver: SubjectResolver): RoutePlugin {
  return (server) => {
    server.get(
      folder,
      {
        config: {
          access: 'public',
          identify: true,
          problems: [signOnNotSetUp, signOnUnreachable, signInRequired],
        },
      },
      async (request, reply) => {
        const purpose = purposeOf(request);
        const back = `${browserOrigin(request)}${folder}/return`;
        const { url, step } = await leaveFor(platform, back, purpose);
        const ticket = randomToken(32);
        const startedAt = platform.clock.now();
        const waiting = { ...step, startedAt, ...(purpose === 'step-up' ? sessionOf(request) : {}) };
        const expiresAt = new Date(startedAt.getTime() + settings.signInStep);
        await insertSignOnStep(platform.db.app, sha256(ticket), waiting, expiresAt);
        reply.setCookie(cookieName(request, stepCookie), ticket, cookieFor(request));
        return seeOther(reply, url.href);
      },
    );

    const problems = [
      signOnNotSetUp,
      signOnUnreachable,
      signOnRefused,
      signOnClaimsUnclear,
      signOnNoAccount,
      signOnEnrolFirst,
      signOnNothingHeld,
      signOnClash,
      signOnNotProved,
    ];
    server.get(`${folder}/return`, { config: { access: 'public', problems } }, async (request, reply) => {
      const ticket = request.cookies[cookieName(request, stepCookie)];
      reply.clearCookie(cookieName(request, stepCookie), cookieFor(request));
      const step = ticket && (await takeSignOnStep(platform.db.app, sha256(ticket), platform.clock.now()));
      if (!step) throw new Problem(signOnRefused);
      const claims = await claimsOf(platform, new URL(request.url, browserOrigin(request)), step);
      if (step.purpose === 'step-up') {
        setSessionCookie(request, reply, await proveAgain(platform, claims, step));
        return seeOther(reply, '/console/account#proved');
      }
      const by = { ...whence(request), purpose: step.purpose };
      const cameIn = await enterByClaims(platform, resolver, claims, by);
      // In the fragment, which goes to no server and no log; without the code the ticket opens nothing.
      if (cameIn.kind === 'step') return seeOther(reply, `/console#sign-on=${cameIn.ticket}`);
      setSessionCookie(request, reply, cameIn.token);
      return seeOther(reply, cameIn.page);
    });

    server.get(
      `${folder}/leave`,
      { config: { access: 'public', problems: [signOnNotSetUp, signOnUnreachable] } },
      async (request, reply) => {
        const url = await leavingUrl(platform, `${browserOrigin(request)}/console`);
        return seeOther(reply, url?.href ?? '/console');
      },
    );
  };
}
