/** The entrance of passkeys: adding, listing and removing one's own, signing in by one, and proving oneself again. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { Type } from 'typebox';
import { ownHost, type Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { tooManyRequests } from '../../platform/problems.ts';
import { sessionAnswer } from './api-schemas.ts';
import { enter, goOn, whence } from './entering.ts';
import { freshFactor } from './fresh-factor.ts';
import type { Officer } from './may-decide.ts';
import { passkeyNotFound, passkeyRefused, passkeysFull, passkeysNotHere } from './passkeys/problems.ts';
import { beginRegistration, finishRegistration, listPasskeys, removePasskey } from './passkeys/register.ts';
import { findRelyingParty, relyingParty } from './passkeys/relying-party.ts';
import { askedOptions, madeCredential, passkeyName, shownCredential } from './passkeys/schemas.ts';
import { askForSignIn, askForStepUp, signInByPasskey, stepUpByPasskey } from './passkeys/show.ts';
import { ownSession } from './permissions.ts';
import { crossSite, stepUpRequired } from './problems.ts';
import { originOf } from './same-origin.ts';
import { sessionToken } from './session-cookie.ts';

const tags = ['session'];
const passkeyId = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
const instant = Type.String({ format: 'date-time', examples: ['2026-11-18T02:00:00.000Z'] });

const passkey = Type.Object({
  passkeyId,
  name: Type.String({ examples: ['办公电脑'] }),
  isBackedUp: Type.Boolean({
    examples: [true],
    description: 'Whether a provider of passkeys keeps a copy, so that a lost device does not lose it.',
  }),
  createdAt: instant,
  usedAt: Type.Union([instant, Type.Null()]),
});

/** Routes /api/v1/passkeys, /api/v1/session/passkey and /api/v1/session/step-up/passkey. */
export function addPasskeys(server: Server, platform: Platform): void {
  addOwn(server, platform);
  addSignIn(server, platform);
  addStepUp(server, platform);
}

function addOwn(server: Server, platform: Platform): void {
  server.get(
    '/api/v1/passkeys',
    {
      config: { access: ownSession },
      schema: {
        tags,
        operationId: 'listPasskeys',
        summary: 'One’s own passkeys',
        response: {
          200: Type.Object({
            items: Type.Array(passkey),
            next: Type.Null(),
            isAvailable: Type.Boolean({
              examples: [true],
              description: 'Whether passkeys work under the address that was asked.',
            }),
          }),
        },
      },
    },
    async (request, reply) => {
      const { accountId } = request.actor as Officer;
      const items = (await listPasskeys(platform, accountId)).map((each) => ({
        ...each,
        createdAt: each.createdAt.toISOString(),
        usedAt: each.usedAt?.toISOString() ?? null,
      }));
      reply.header('cache-control', 'no-store');
      return { items, next: null, isAvailable: findRelyingParty(request) !== undefined };
    },
  );

  server.post(
    '/api/v1/passkeys/challenge',
    {
      preHandler: freshFactor(platform),
      config: { access: ownSession, problems: [stepUpRequired, passkeysNotHere, passkeysFull] },
      schema: {
        tags,
        operationId: 'beginPasskey',
        summary: 'Add a passkey: what the browser is to make',
        response: { 201: askedOptions },
      },
    },
    async (request, reply) => {
      const officer = request.actor as Officer;
      const options = await beginRegistration(platform, relyingParty(request), officer);
      return reply.code(201).header('cache-control', 'no-store').send({ options });
    },
  );

  server.post(
    '/api/v1/passkeys',
    {
      preHandler: freshFactor(platform),
      config: {
        access: ownSession,
        problems: [stepUpRequired, passkeysNotHere, passkeyRefused, passkeysFull],
      },
      schema: {
        tags,
        operationId: 'addPasskey',
        summary: 'Add a passkey: what the browser made',
        body: Type.Object({ name: passkeyName, credential: madeCredential }, { additionalProperties: false }),
        response: { 201: Type.Object({ passkeyId }) },
      },
    },
    async (request, reply) => {
      const { name, credential } = request.body;
      const given = { name: name.trim(), credential: credential as RegistrationResponseJSON };
      const officer = request.actor as Officer;
      return reply
        .code(201)
        .send({ passkeyId: await finishRegistration(platform, relyingParty(request), officer, given) });
    },
  );

  server.delete(
    '/api/v1/passkeys/:passkeyId',
    {
      preHandler: freshFactor(platform),
      config: { access: ownSession, problems: [stepUpRequired, passkeyNotFound] },
      schema: {
        tags,
        operationId: 'removePasskey',
        summary: 'Remove one of one’s own passkeys',
        params: Type.Object({ passkeyId }),
        response: { 204: Type.Null({ description: 'Removed.' }) },
      },
    },
    async (request, reply) => {
      const { accountId } = request.actor as Officer;
      await removePasskey(platform, accountId, request.params.passkeyId);
      return reply.code(204).send(null);
    },
  );
}

function addSignIn(server: Server, platform: Platform): void {
  server.post(
    '/api/v1/session/passkey/challenge',
    {
      config: { access: 'public', problems: [passkeysNotHere, crossSite, tooManyRequests] },
      schema: {
        tags,
        operationId: 'askForPasskey',
        summary: 'Sign in by passkey: what the browser is to show',
        response: { 201: askedOptions },
      },
    },
    async (request, reply) => {
      if (originOf(request.headers, ownHost(request)) === 'other') throw new Problem(crossSite);
      const options = await askForSignIn(platform, relyingParty(request), request.ip);
      return reply.code(201).header('cache-control', 'no-store').send({ options });
    },
  );

  server.post(
    '/api/v1/session/passkey',
    {
      config: { access: 'public', problems: [passkeysNotHere, passkeyRefused, crossSite] },
      schema: {
        tags,
        operationId: 'signInByPasskey',
        summary: 'Sign in by passkey',
        description: 'The device verified who unlocked it, so that no code follows.',
        body: Type.Object({ credential: shownCredential }, { additionalProperties: false }),
        response: { 201: sessionAnswer },
      },
    },
    async (request, reply) => {
      if (originOf(request.headers, ownHost(request)) === 'other') throw new Problem(crossSite);
      const credential = request.body.credential as AuthenticationResponseJSON;
      const entered = await signInByPasskey(platform, relyingParty(request), credential, whence(request));
      return enter(request, reply.header('cache-control', 'no-store'), entered);
    },
  );
}

function addStepUp(server: Server, platform: Platform): void {
  server.post(
    '/api/v1/session/step-up/challenge',
    {
      config: { access: ownSession, problems: [passkeysNotHere] },
      schema: {
        tags,
        operationId: 'askForStepUp',
        summary: 'Show the second factor again by passkey: what the browser is to show',
        response: { 201: askedOptions },
      },
    },
    async (request, reply) => {
      const options = await askForStepUp(platform, relyingParty(request), request.actor as Officer);
      return reply.code(201).header('cache-control', 'no-store').send({ options });
    },
  );

  server.post(
    '/api/v1/session/step-up/passkey',
    {
      config: { access: ownSession, problems: [passkeysNotHere, passkeyRefused] },
      schema: {
        tags,
        operationId: 'stepUpByPasskey',
        summary: 'Show the second factor again by passkey',
        description: 'The session goes on under a new token, as after a code.',
        body: Type.Object({ credential: shownCredential }, { additionalProperties: false }),
        response: { 204: Type.Null({ description: 'It is fresh now.' }) },
      },
    },
    async (request, reply) => {
      const shown = {
        token: sessionToken(request) ?? '',
        credential: request.body.credential as AuthenticationResponseJSON,
      };
      const officer = request.actor as Officer;
      return goOn(request, reply, await stepUpByPasskey(platform, relyingParty(request), officer, shown));
    },
  );
}
