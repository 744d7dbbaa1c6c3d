/** The entrance of machine clients for administrators: opening, rotating secrets and keys, closing. */
import { Type } from 'typebox';
import { actorName } from '../../platform/actor.ts';
import type { Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { closeClient } from './close-client.ts';
import { addCredential, openClient } from './create-client.ts';
import { checkOwnUnit } from './managed-accounts.ts';
import { isOfCentre, type Officer } from './may-decide.ts';
import { manageAccounts } from './permissions.ts';
import { clientRefused, clientUnknown, stepUpRequired, unitUnknown } from './problems.ts';
import { endCredential, selectClients, selectClientUnit } from './queries/clients.ts';
import { freshFactor } from './step-up.ts';

const clientId = Type.String({ maxLength: 64, examples: ['7c1d2f0e-9a43-4a0c-8f0e-0d5a2b6c7d8e'] });
const credentialId = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
const instant = Type.String({ format: 'date-time', examples: ['2026-12-01T00:00:00.000Z'] });
const unit = Type.String({ maxLength: 64, examples: ['scjg'] });
const networks = Type.Array(
  Type.String({ pattern: '^[0-9A-Fa-f.:]{2,45}/[0-9]{1,3}$', examples: ['10.20.0.0/16'] }),
  { maxItems: 20, description: 'Where it may come from; none: from anywhere.' },
);
const quota = Type.Union([Type.Integer({ minimum: 1, maximum: 100_000_000 }), Type.Null()], {
  description: 'Requests a day.',
  examples: [100_000],
});
const credential = {
  jwk: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      description: 'A public key (RFC 7517) for private_key_jwt; without one a secret is made.',
      examples: [{ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }],
    }),
  ),
  until: Type.Optional(instant),
};
const secret = Type.Optional(
  Type.String({ description: 'Shown this once.', examples: ['8mOqT3ojxsfk4P9wsm_ApK-_e9_gkR50im2jE4_z7YC'] }),
);
const tags = ['clients'];
const dateOf = (until: string | undefined) => (until === undefined ? {} : { until: new Date(until) });
const invalidNetwork = '22P02';

/** Of another unit's client nobody but the centre learns anything. */
async function checkOwnClient(platform: Platform, officer: Officer, id: string): Promise<void> {
  const found = await selectClientUnit(platform.db.app, id);
  if (!found || (found.unit !== officer.unit && !(await isOfCentre(platform, officer))))
    throw new Problem(clientUnknown);
}

/** Routes /api/v1/clients. */
export function addClients(server: Server, platform: Platform): void {
  server.get(
    '/api/v1/clients',
    {
      config: { access: manageAccounts, problems: [unitUnknown] },
      schema: {
        tags,
        operationId: 'listClients',
        summary: 'Machine clients of a unit',
        querystring: Type.Object({ unit: Type.Optional(unit) }),
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                clientId,
                networks,
                quota,
                requestsToday: Type.Integer({
                  description: 'Counted where there is a quota.',
                  examples: [0],
                }),
                credentials: Type.Array(
                  Type.Object({
                    credentialId,
                    kind: Type.Enum(['secret', 'key'], { examples: ['key'] }),
                    since: Type.String({ examples: ['2026-12-01T00:00:00+00:00'] }),
                    until: Type.Union([Type.String(), Type.Null()], { examples: [null] }),
                  }),
                ),
              }),
            ),
            next: Type.Null(),
          }),
        },
      },
    },
    async (request) => {
      const officer = request.actor as Officer;
      const asked = request.query.unit ?? officer.unit;
      await checkOwnUnit(platform, officer, asked);
      const items = await selectClients(platform.db.app, asked, platform.clock.now());
      return {
        items: items.map((each) => ({
          ...each,
          networks: [...each.networks],
          credentials: [...each.credentials],
        })),
        next: null,
      };
    },
  );

  server.post(
    '/api/v1/clients',
    {
      preHandler: freshFactor(platform),
      config: { access: manageAccounts, problems: [stepUpRequired, unitUnknown, clientRefused] },
      schema: {
        tags,
        operationId: 'openClient',
        summary: 'Open a machine client with its first key or secret',
        body: Type.Object(
          {
            unit: Type.Optional(unit),
            networks: Type.Optional(networks),
            quota: Type.Optional(quota),
            ...credential,
          },
          { additionalProperties: false },
        ),
        response: { 201: Type.Object({ clientId, credentialId, clientSecret: secret }) },
      },
    },
    async (request, reply) => {
      const officer = request.actor as Officer;
      const { unit: asked = officer.unit, until, ...rest } = request.body;
      await checkOwnUnit(platform, officer, asked);
      const first = { ...rest, ...dateOf(until), createdBy: actorName(officer) };
      const opened = await openClient(platform, asked, first).catch((error: unknown) => {
        // The shape was right and the network is none, such as 10.0.0.1/8 or 999.0.0.0/8.
        throw (error as { code?: string }).code === invalidNetwork ? new Problem(clientRefused) : error;
      });
      return reply.code(201).header('cache-control', 'no-store').send(opened);
    },
  );

  server.post(
    '/api/v1/clients/:clientId/credentials',
    {
      preHandler: freshFactor(platform),
      config: { access: manageAccounts, problems: [stepUpRequired, clientUnknown, clientRefused] },
      schema: {
        tags,
        operationId: 'addCredential',
        summary: 'Give a client another key or secret',
        description:
          'The ones it has go on beside it until they are ended. With a key, secrets no longer open anything.',
        params: Type.Object({ clientId }),
        body: Type.Object(credential, { additionalProperties: false }),
        response: { 201: Type.Object({ credentialId, clientSecret: secret }) },
      },
    },
    async (request, reply) => {
      const officer = request.actor as Officer;
      const { clientId: id } = request.params;
      await checkOwnClient(platform, officer, id);
      const { jwk, until } = request.body;
      const given = {
        ...(jwk === undefined ? {} : { jwk }),
        ...dateOf(until),
        createdBy: actorName(officer),
      };
      const made = await addCredential(platform, platform.db.app, id, given);
      return reply.code(201).header('cache-control', 'no-store').send(made);
    },
  );

  server.delete(
    '/api/v1/clients/:clientId/credentials/:credentialId',
    {
      config: { access: manageAccounts, problems: [clientUnknown] },
      schema: {
        tags,
        operationId: 'endCredential',
        summary: 'End one key or secret of a client',
        params: Type.Object({ clientId, credentialId }),
        response: { 204: Type.Null({ description: 'Ended.' }) },
      },
    },
    async (request, reply) => {
      const { clientId: id, credentialId: which } = request.params;
      await checkOwnClient(platform, request.actor as Officer, id);
      if (!(await endCredential(platform.db.app, id, which, platform.clock.now())))
        throw new Problem(clientUnknown);
      return reply.code(204).send(null);
    },
  );

  server.delete(
    '/api/v1/clients/:clientId',
    {
      config: { access: manageAccounts, problems: [clientUnknown] },
      schema: {
        tags,
        operationId: 'closeClient',
        summary: 'Close a machine client; its tokens end with it',
        params: Type.Object({ clientId }),
        response: { 204: Type.Null({ description: 'Closed.' }) },
      },
    },
    async (request, reply) => {
      const { clientId: id } = request.params;
      await checkOwnClient(platform, request.actor as Officer, id);
      await closeClient(platform, id);
      return reply.code(204).send(null);
    },
  );
}
