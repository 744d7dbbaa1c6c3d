/** Addresses for agents, contact and codes. */
import { Type } from 'typebox';
import type { SubjectActor } from '../../platform/actor.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { tooManyRequests } from '../../platform/problems.ts';
import { countRequest, type RateLimit } from '../../platform/rate-limit.ts';
import { setSessionCookie } from '../identity/index.ts';
import { findContact, registerContact } from '../notices/index.ts';
import {
  agentLimits,
  dismissAgent,
  listAgents,
  nameAgent,
  requireFullSession,
  requireOrganisation,
} from './agents.ts';
import { openByCode, requestCode } from './codes.ts';
import { ownAgentsPermission } from './permissions.ts';
import {
  agentNotFound,
  agentPeriodRefused,
  codeNotAccepted,
  organisationsOnly,
  readOnlySession,
} from './problems.ts';

const codeRequests: RateLimit = { name: 'file-code-requests', requests: 5, seconds: 600 };
const codeTries: RateLimit = { name: 'file-code-tries', requests: 20, seconds: 600 };

const uscc = Type.String({ pattern: '^[0-9A-Z]{18}$', examples: ['91371899MA3C1X2Y5F'] });
const limits = Type.Array(Type.Enum([...agentLimits], { examples: ['read'] }), { minItems: 1, maxItems: 4 });
const day = (example: string) => Type.String({ format: 'date', examples: [example] });
const label = Type.String({ minLength: 1, maxLength: 40, examples: ['代账会计'] });

/** Routes below /api/v1/me/agents and /me/contact, and coming in by a code. */
export function agentsApi(platform: Platform): RoutePlugin {
  return (server) => {
    const access = ownAgentsPermission;
    server.get(
      '/api/v1/me/agents',
      {
        config: { access, problems: [organisationsOnly, readOnlySession] },
        schema: {
          operationId: 'listOwnAgents',
          summary: 'Agents whom you named for your file',
          tags: ['me'],
          response: {
            200: Type.Object({
              items: Type.Array(
                Type.Object({
                  agentId: Type.String({ examples: ['912345678901234567'] }),
                  label,
                  limits,
                  since: day('2026-11-18'),
                  until: day('2027-05-18'),
                  inForce: Type.Boolean({ examples: [true] }),
                }),
              ),
              next: Type.Null(),
            }),
          },
        },
      },
      async (request) => {
        const actor = request.actor as SubjectActor;
        requireOrganisation(actor);
        requireFullSession(actor);
        const items = await listAgents(platform, [actor.subjectId]);
        return { items: items.map((agent) => ({ ...agent, limits: [...agent.limits] })), next: null };
      },
    );

    server.post(
      '/api/v1/me/agents',
      {
        config: { access, problems: [organisationsOnly, readOnlySession, agentPeriodRefused] },
        schema: {
          operationId: 'nameAgent',
          summary: 'Name an agent',
          description:
            'The access code is told this once. An agent may only read, within the limits, until the end.',
          tags: ['me'],
          body: Type.Object({ label, limits, until: day('2027-05-18') }, { additionalProperties: false }),
          response: {
            201: Type.Object({
              agentId: Type.String({ examples: ['912345678901234567'] }),
              accessCode: Type.String({ examples: ['p2JmZ0yYH3XvQpW9bXK1cA'] }),
            }),
          },
        },
      },
      async (request, reply) => {
        const named = await nameAgent(platform, request.actor as SubjectActor, request.body);
        return reply.code(201).header('cache-control', 'no-store').send(named);
      },
    );

    server.delete(
      '/api/v1/me/agents/:agentId',
      {
        config: { access, problems: [organisationsOnly, readOnlySession, agentNotFound] },
        schema: {
          operationId: 'dismissAgent',
          summary: 'End an agent’s powers at once',
          tags: ['me'],
          params: Type.Object({ agentId: Type.String({ examples: ['912345678901234567'] }) }),
          response: { 204: Type.Null({ description: 'Ended.' }) },
        },
      },
      async (request, reply) => {
        await dismissAgent(platform, request.actor as SubjectActor, request.params.agentId);
        return reply.code(204).send(null);
      },
    );

    const contact = Type.Object({
      channel: Type.Enum(['email', 'sms'], { examples: ['sms'] }),
      hint: Type.String({ examples: ['138****5678'] }),
      subjects: Type.Integer({ examples: [1], description: 'How many subjects the same contact serves.' }),
    });
    server.get(
      '/api/v1/me/contact',
      {
        config: { access, problems: [organisationsOnly] },
        schema: {
          operationId: 'getOwnContact',
          summary: 'Where you are told of news',
          tags: ['me'],
          response: { 200: Type.Object({ contact: Type.Union([contact, Type.Null()]) }) },
        },
      },
      async (request) => {
        const actor = request.actor as SubjectActor;
        requireOrganisation(actor);
        return { contact: (await findContact(platform, [actor.subjectId])) ?? null };
      },
    );

    server.post(
      '/api/v1/me/contact',
      {
        config: { access, problems: [organisationsOnly, readOnlySession] },
        schema: {
          operationId: 'setOwnContact',
          summary: 'Say where you want to be told',
          tags: ['me'],
          body: Type.Union([
            Type.Object(
              {
                channel: Type.Literal('sms', { examples: ['sms'] }),
                address: Type.String({ pattern: '^1[3-9][0-9]{9}$', examples: ['13800000000'] }),
              },
              { additionalProperties: false },
            ),
            Type.Object(
              {
                channel: Type.Literal('email', { examples: ['email'] }),
                address: Type.String({
                  maxLength: 200,
                  pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
                  examples: ['a@example.com'],
                }),
              },
              { additionalProperties: false },
            ),
          ]),
          response: { 204: Type.Null({ description: 'Registered.' }) },
        },
      },
      async (request, reply) => {
        const actor = request.actor as SubjectActor;
        requireOrganisation(actor);
        requireFullSession(actor);
        await registerContact(platform, actor.subjectId, request.body);
        return reply.code(204).send(null);
      },
    );

    server.post(
      '/api/v1/file-codes',
      {
        config: { access: 'public', problems: [tooManyRequests] },
        schema: {
          operationId: 'requestFileCode',
          summary: 'Have a one-time code sent to the registered contact',
          description: 'Answers the same whether a code was sent or not.',
          tags: ['me'],
          body: Type.Object({ uscc }, { additionalProperties: false }),
          response: {
            204: Type.Null({ description: 'Sent, if there is a contact that may open the file.' }),
          },
        },
      },
      async (request, reply) => {
        await countRequest(platform, codeRequests, request.ip);
        await requestCode(platform, request.body.uscc);
        return reply.code(204).send(null);
      },
    );

    server.post(
      '/api/v1/file-sessions',
      {
        config: { access: 'public', problems: [codeNotAccepted, tooManyRequests] },
        schema: {
          operationId: 'openFileByCode',
          summary: 'Open your file by a one-time code or an agent’s access code',
          description: 'The session may only read; its token comes as the cookie gx_session.',
          tags: ['me'],
          body: Type.Object(
            { uscc, code: Type.String({ minLength: 6, maxLength: 40, examples: ['042137'] }) },
            { additionalProperties: false },
          ),
          response: {
            201: Type.Object({
              expiresAt: Type.String({ format: 'date-time', examples: ['2026-11-18T10:00:00.000Z'] }),
            }),
          },
        },
      },
      async (request, reply) => {
        await countRequest(platform, codeTries, request.ip);
        const { token, expiresAt } = await openByCode(platform, request.body);
        setSessionCookie(request, reply, token);
        return reply
          .code(201)
          .header('cache-control', 'no-store')
          .send({ expiresAt: expiresAt.toISOString() });
      },
    );
  };
}
