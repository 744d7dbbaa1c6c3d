/** The addresses of the city's sign-on: leaving for it, coming back, and leaving it for good. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomToken, sha256 } from '../../../platform/crypto.ts';
import { browserOrigin, type RoutePlugin } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { insertSignOnStep, takeSignOnStep } from '../queries/sign-on.ts';
import { cookieAttributes, cookieName, setSessionCookie } from '../session-cookie.ts';
import { settings } from '../settings.ts';
import { enterByClaims, type SubjectResolver } from './enter.ts';
import {
  signOnClaimsUnclear,
  signOnEnrolFirst,
  signOnNoAccount,
  signOnNothingHeld,
  signOnNotSetUp,
  signOnRefused,
  signOnUnreachable,
} from './problems.ts';
import { claimsOf, leaveFor, leavingUrl } from './provider-client.ts';

const stepCookie = 'gx_sign_on';
const folder = '/sign-on';

/** Lax, since the browser comes back from another site. */
const cookieFor = (request: FastifyRequest) => cookieAttributes(request, 'lax');

const seeOther = (reply: FastifyReply, to: string) =>
  reply.header('cache-control', 'no-store').redirect(to, 303);

/** Routes /sign-on, /sign-on/return and /sign-on/leave; `resolver` finds subjects for claims. */
export function signOnApi(platform: Platform, resolver: SubjectResolver): RoutePlugin {
  return (server) => {
    server.get(
      folder,
      { config: { access: 'public', problems: [signOnNotSetUp, signOnUnreachable] } },
      async (request, reply) => {
        const { url, step } = await leaveFor(platform, `${browserOrigin(request)}${folder}/return`);
        const ticket = randomToken(32);
        const at = platform.clock.now();
        const expiresAt = new Date(at.getTime() + settings.signInStep);
        await insertSignOnStep(platform.db.app, sha256(ticket), step, { at, expiresAt });
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
    ];
    server.get(`${folder}/return`, { config: { access: 'public', problems } }, async (request, reply) => {
      const ticket = request.cookies[cookieName(request, stepCookie)];
      reply.clearCookie(cookieName(request, stepCookie), cookieFor(request));
      const step = ticket && (await takeSignOnStep(platform.db.app, sha256(ticket), platform.clock.now()));
      if (!step) throw new Problem(signOnRefused);
      const claims = await claimsOf(platform, new URL(request.url, browserOrigin(request)), step);
      const whence = { address: request.ip, device: request.headers['user-agent'] ?? '' };
      const cameIn = await enterByClaims(platform, resolver, claims, whence);
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
