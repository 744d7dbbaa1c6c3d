/** The entrance to one's own sessions: seeing where one is signed in, ending what is not one's own, showing the factor again. */
import { Type } from 'typebox';
import { sha256 } from '../../platform/crypto.ts';
import type { Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { code, ended } from './api-schemas.ts';
import { changePassword } from './change-password.ts';
import { endOtherSessions } from './end-sessions.ts';
import { goOn } from './entering.ts';
import { ownFactors } from './factors.ts';
import { freshFactor } from './fresh-factor.ts';
import type { Officer } from './may-decide.ts';
import { ownSession } from './permissions.ts';
import {
  codeRefused,
  oldPasswordWrong,
  passwordRefused,
  sessionNotFound,
  signInLocked,
  stepUpRequired,
} from './problems.ts';
import { endOwnSession, selectSessions } from './queries/session-list.ts';
import { sessionToken } from './session-cookie.ts';
import { settings } from './settings.ts';
import { stepUp } from './step-up.ts';

const sessionId = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
const instant = Type.String({ format: 'date-time', examples: ['2026-11-18T02:00:00.000Z'] });

const session = Type.Object({
  sessionId,
  method: Type.Enum(['code', 'passkey', 'sign-on'], { examples: ['code'] }),
  address: Type.String({ examples: ['198.51.100.7'] }),
  device: Type.String({ description: 'What the browser says of itself.', examples: ['Mozilla/5.0'] }),
  createdAt: instant,
  seenAt: instant,
  isCurrent: Type.Boolean({ examples: [true] }),
});

const password = Type.String({ minLength: 1, maxLength: 256, examples: ['a few unrelated words'] });

const factors = Type.Object({
  code: Type.Boolean({ examples: [true], description: 'A code by time.' }),
  passkey: Type.Boolean({ examples: [true] }),
  signOn: Type.Boolean({ examples: [false], description: 'Signing in anew at the city’s sign-on.' }),
  freshUntil: instant,
});

/** Routes /api/v1/sessions, /api/v1/session/password, /api/v1/session/factors and /api/v1/session/step-up. */
export function addSessions(server: Server, platform: Platform): void {
  addList(server, platform);
  addFactors(server, platform);
}

function addList(server: Server, platform: Platform): void {
  server.get(
    '/api/v1/sessions',
    {
      config: { access: ownSession },
      schema: {
        tags: ['session'],
        operationId: 'listSessions',
        summary: 'Where one is signed in',
        response: { 200: Type.Object({ items: Type.Array(session), next: Type.Null() }) },
      },
    },
    async (request, reply) => {
      const at = platform.clock.now();
      const { accountId } = request.actor as Officer;
      const idleSince = new Date(at.getTime() - settings.sessionIdle);
      const hash = sha256(sessionToken(request) ?? '');
      const lines = await selectSessions(platform.db.app, accountId, hash, at, idleSince);
      reply.header('cache-control', 'no-store');
      const items = lines.map((line) => ({
        ...line,
        createdAt: line.createdAt.toISOString(),
        seenAt: line.seenAt.toISOString(),
      }));
      return { items, next: null };
    },
  );

  server.delete(
    '/api/v1/sessions',
    {
      config: { access: ownSession },
      schema: {
        tags: ['session'],
        operationId: 'endOtherSessions',
        summary: 'End all of one’s own sessions but this one',
        response: { 200: ended },
      },
    },
    async (request) => ({
      ended: await endOtherSessions(platform, request.actor as Officer, sessionToken(request) ?? ''),
    }),
  );

  server.delete(
    '/api/v1/sessions/:sessionId',
    {
      config: { access: ownSession, problems: [sessionNotFound] },
      schema: {
        tags: ['session'],
        operationId: 'endSession',
        summary: 'End one of one’s own sessions',
        params: Type.Object({ sessionId }),
        response: { 204: Type.Null({ description: 'Ended.' }) },
      },
    },
    async (request, reply) => {
      const { accountId } = request.actor as Officer;
      const { app } = platform.db;
      if (!(await endOwnSession(app, accountId, request.params.sessionId, platform.clock.now())))
        throw new Problem(sessionNotFound);
      return reply.code(204).send(null);
    },
  );
}

function addFactors(server: Server, platform: Platform): void {
  server.get(
    '/api/v1/session/factors',
    {
      config: { access: ownSession },
      schema: {
        tags: ['session'],
        operationId: 'getFactors',
        summary: 'How one can show the second factor again',
        response: { 200: factors },
      },
    },
    async (request, reply) => {
      const { accountId } = request.actor as Officer;
      const { freshUntil, ...ways } = await ownFactors(platform, accountId, sessionToken(request) ?? '');
      reply.header('cache-control', 'no-store');
      return { ...ways, freshUntil: freshUntil.toISOString() };
    },
  );

  server.post(
    '/api/v1/session/password',
    {
      preHandler: freshFactor(platform),
      config: {
        access: ownSession,
        problems: [stepUpRequired, oldPasswordWrong, passwordRefused, signInLocked],
      },
      schema: {
        tags: ['session'],
        operationId: 'changePassword',
        summary: 'Change one’s own password',
        description: 'With the old one and a fresh second factor; all other sessions end.',
        body: Type.Object({ oldPassword: password, newPassword: password }, { additionalProperties: false }),
        response: { 204: Type.Null({ description: 'Changed.' }) },
      },
    },
    async (request, reply) => {
      const token = sessionToken(request) ?? '';
      await changePassword(platform, request.actor as Officer, token, request.body);
      return reply.code(204).send(null);
    },
  );

  server.post(
    '/api/v1/session/step-up',
    {
      config: { access: ownSession, problems: [codeRefused, signInLocked] },
      schema: {
        tags: ['session'],
        operationId: 'stepUp',
        summary: 'Show the second factor again',
        description:
          'Dangerous acts want it fresh: shown within the last five minutes. The session goes on under a new token, set as the cookie; the one before it is good for thirty seconds more.',
        body: Type.Object({ code }, { additionalProperties: false }),
        response: { 204: Type.Null({ description: 'It is fresh now.' }) },
      },
    },
    async (request, reply) => {
      const token = sessionToken(request) ?? '';
      return goOn(request, reply, await stepUp(platform, request.actor as Officer, token, request.body.code));
    },
  );
}
