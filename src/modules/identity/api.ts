/** The entrances of this module: sessions, the public list of units, and tokens for machines. */
import { Type } from 'typebox';
import { ownHost, type RoutePlugin, type Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { signInRequired, tooManyRequests } from '../../platform/problems.ts';
import { addAccounts } from './accounts-api.ts';
import {
  credentials,
  secondStep,
  sessionAnswer,
  stepAnswer,
  tokenAnswer,
  tokenError,
  tokenRequest,
  unitsAnswer,
} from './api-schemas.ts';
import { addApprovals } from './approvals-api.ts';
import { addClients } from './clients-api.ts';
import { currentSession } from './current-session.ts';
import { answerOf, enter, whence } from './entering.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { listUnits } from './list-units.ts';
import { addPasskeys } from './passkeys-api.ts';
import { ownSession } from './permissions.ts';
import {
  codeRefused,
  crossSite,
  passwordRefused,
  signInFailed,
  signInLocked,
  ticketRefused,
} from './problems.ts';
import { originOf } from './same-origin.ts';
import { clearSessionCookie, sessionToken } from './session-cookie.ts';
import { addSessions } from './sessions-api.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { tokenEndpoint, tokenPath } from './token-endpoint.ts';

/** Routes /api/v1/session, /api/v1/units and /oauth/token. */
export function identityApi(platform: Platform): RoutePlugin {
  return async (server) => {
    addSession(server, platform);
    addSessions(server, platform);
    addPasskeys(server, platform);
    addUnits(server, platform);
    addApprovals(server, platform);
    addAccounts(server, platform);
    addClients(server, platform);
    await server.register(async (scope) => addToken(scope, platform));
  };
}

function addSession(server: Server, platform: Platform): void {
  server.post(
    '/api/v1/session',
    {
      config: {
        access: 'public',
        problems: [signInFailed, codeRefused, signInLocked, crossSite, tooManyRequests],
      },
      schema: {
        tags: ['session'],
        operationId: 'signIn',
        summary: 'Sign in',
        description:
          'Opens a session of an officer; its token comes as the cookie __Host-gx_session (on plain loopback gx_session). Without the code, or at the first sign-in, a second step follows.',
        body: credentials,
        response: { 201: sessionAnswer, 202: stepAnswer },
      },
    },
    async (request, reply) => {
      // A page elsewhere must not be able to sign its reader in under another's account.
      if (originOf(request.headers, ownHost(request)) === 'other') throw new Problem(crossSite);
      const result = await signIn(platform, { ...request.body, ...whence(request) });
      reply.header('cache-control', 'no-store');
      if (result.kind === 'session') return enter(request, reply, result);
      const { kind: _kind, ...step } = result;
      return reply.code(202).send(step);
    },
  );

  server.post(
    '/api/v1/session/code',
    {
      config: {
        access: 'public',
        problems: [codeRefused, ticketRefused, passwordRefused, signInLocked, crossSite, tooManyRequests],
      },
      schema: {
        tags: ['session'],
        operationId: 'finishSignIn',
        summary: 'Sign in: the second step',
        description: 'Judges the code; at the first sign-in it enrols the second factor as well.',
        body: secondStep,
        response: { 201: sessionAnswer },
      },
    },
    async (request, reply) => {
      if (originOf(request.headers, ownHost(request)) === 'other') throw new Problem(crossSite);
      const entered = await finishSignIn(platform, { ...request.body, ...whence(request) });
      return enter(request, reply.header('cache-control', 'no-store'), entered);
    },
  );

  server.get(
    '/api/v1/session',
    {
      config: { access: ownSession },
      schema: {
        tags: ['session'],
        operationId: 'getSession',
        summary: 'Who is signed in',
        description: 'The account of the session and when it ends at the latest.',
        response: { 200: sessionAnswer },
      },
    },
    async (request, reply) => {
      const session = await currentSession(platform, sessionToken(request) ?? '');
      if (!session) throw new Problem(signInRequired);
      return reply.header('cache-control', 'no-store').send(answerOf(session));
    },
  );

  server.delete(
    '/api/v1/session',
    {
      // Also for a session that has ended already, so that signing out never fails.
      config: { access: 'public', identify: true, problems: [crossSite] },
      schema: {
        tags: ['session'],
        operationId: 'signOut',
        summary: 'Sign out',
        description: 'Ends the session, if there is one, and takes the cookie back.',
        response: { 204: Type.Null({ description: 'Signed out.' }) },
      },
    },
    async (request, reply) => {
      const token = sessionToken(request);
      if (token !== undefined) await signOut(platform, token);
      clearSessionCookie(request, reply);
      // Not "cookies": that would reach to other hosts under the same domain.
      return reply.header('clear-site-data', '"cache", "storage"').code(204).send(null);
    },
  );
}

function addUnits(server: Server, platform: Platform): void {
  server.get(
    '/api/v1/units',
    {
      config: { access: 'public' },
      schema: {
        tags: ['units'],
        operationId: 'listUnits',
        summary: 'Units that hand in records',
        description: 'All units that exist today, by code.',
        response: { 200: unitsAnswer },
      },
    },
    async () => ({ items: await listUnits(platform), next: null }),
  );
}

function addToken(scope: Server, platform: Platform): void {
  // The endpoint reads the body itself.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const answer = tokenEndpoint(platform);
  scope.post(
    tokenPath,
    {
      config: { access: 'public' },
      schema: {
        tags: ['oauth'],
        operationId: 'getToken',
        summary: 'A token for a machine client',
        description:
          'OAuth 2.0 client credentials (RFC 6749 § 4.4). The client id and secret come by HTTP Basic or in the body.',
        consumes: ['application/x-www-form-urlencoded'],
        body: tokenRequest,
        response: { 200: tokenAnswer, 400: tokenError, 401: tokenError },
      },
      validatorCompiler: () => () => true,
    },
    async (request, reply) => {
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      await answer(request.raw, reply.raw);
    },
  );
}
