/** The entrance of machine clients for administrators: opening, rotating secrets and keys, closing. */
import { Type } from 'typebox';
import type { Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { getOwnClient, requestClient, requestClientChange, requestCredential } from './change-clients.ts';
import { closeClient, closeCredential } from './close-client.ts';
import { freshFactor } from './fresh-factor.ts';
import { checkOwnUnit } from './managed-accounts.ts';
import type { Officer } from './may-decide.ts';
import { manageAccounts } from './permissions.ts';
import {
  alreadyRequested,
  clientRefused,
  clientUnknown,
  credentialEndRefused,
  stepUpRequired,
  unitUnknown,
} from './problems.ts';
import { selectClients } from './queries/clients.ts';
import { SCOPE_PATTERN } from './scopes.ts';

const clientId = Type.String({ maxLength: 64, examples: ['7c1d2f0e-9a43-4a0c-8f0e-0d5a2b6c7d8e'] });
const credentialId = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
const instant = Type.String({ format: 'date-time', examples: ['2026-12-01T00:00:00.000Z'] });
const unit = Type.String({ maxLength: 64, examples: ['scjg'] });
const name = Type.String({
  maxLength: 60,
  examples: ['执法办案系统'],
  description: 'The system behind it, by which people tell it apart.',
});
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
const scopes = Type.Array(
  Type.String({ pattern: SCOPE_PATTERN, examples: ['submit:administrative-penalty'] }),
  { maxItems: 200, uniqueItems: true, description: 'Items it hands in and purposes it looks for.' },
);
const reason = Type.String({ minLength: 4, maxLength: 500, examples: ['业务系统对接报送'] });
const asked = {
  202: Type.Object(
    { approvalId: Type.String({ examples: ['912345678901234567'] }) },
    { description: 'Somebody else decides this request.' },
  ),
};
const tags = ['clients'];

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
                name,
                scopes,
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
          scopes: [...each.scopes],
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
        operationId: 'requestClient',
        summary: 'Ask for a machine client with its first key or secret',
        description: 'Somebody else decides; a secret is shown to that person, once.',
        body: Type.Object(
          {
            unit: Type.Optional(unit),
            name: Type.Optional(name),
            scopes: Type.Optional(scopes),
            networks: Type.Optional(networks),
            quota: Type.Optional(quota),
            ...credential,
            reason,
          },
          { additionalProperties: false },
        ),
        response: asked,
      },
    },
    async (request, reply) => {
      const officer = request.actor as Officer;
      const whole = { unit: officer.unit, scopes: [], networks: [], quota: null, ...request.body };
      return reply.code(202).send(await requestClient(platform, officer, whole));
    },
  );

  server.put(
    '/api/v1/clients/:clientId',
    {
      preHandler: freshFactor(platform),
      config: {
        access: manageAccounts,
        problems: [stepUpRequired, clientUnknown, clientRefused, alreadyRequested],
      },
      schema: {
        tags,
        operationId: 'requestClientChange',
        summary: 'Ask for other scopes, networks or quota of a client',
        description: 'Somebody else decides. What is no longer granted ends for tokens that are out, too.',
        params: Type.Object({ clientId }),
        body: Type.Object({ scopes, networks, quota, reason }, { additionalProperties: false }),
        response: asked,
      },
    },
    async (request, reply) => {
      const officer = request.actor as Officer;
      const { clientId: id } = request.params;
      return reply.code(202).send(await requestClientChange(platform, officer, id, request.body));
    },
  );

  server.post(
    '/api/v1/clients/:clientId/credentials',
    {
      preHandler: freshFactor(platform),
      config: {
        access: manageAccounts,
        problems: [stepUpRequired, clientUnknown, clientRefused, alreadyRequested],
      },
      schema: {
        tags,
        operationId: 'requestCredential',
        summary: 'Ask for another key or secret of a client',
        description:
          'Somebody else decides. The ones it has go on beside it until they are ended. With a key, secrets no longer open anything.',
        params: Type.Object({ clientId }),
        body: Type.Object({ ...credential, reason }, { additionalProperties: false }),
        response: asked,
      },
    },
    async (request, reply) => {
      const officer = request.actor as Officer;
      const { clientId: id } = request.params;
      return reply.code(202).send(await requestCredential(platform, officer, id, request.body));
    },
  );

  server.put(
    '/api/v1/clients/:clientId/credentials/:credentialId',
    {
      config: { access: manageAccounts, problems: [clientUnknown, credentialEndRefused] },
      schema: {
        tags,
        operationId: 'setCredentialEnd',
        summary: 'Let one key or secret of a client end on a day to come',
        description: 'Brings its end forward, for instance while the other side changes to the next one.',
        params: Type.Object({ clientId, credentialId }),
        body: Type.Object({ until: instant }, { additionalProperties: false }),
        response: { 204: Type.Null({ description: 'Set.' }) },
      },
    },
    async (request, reply) => {
      const { clientId: id, credentialId: which } = request.params;
      await getOwnClient(platform, request.actor as Officer, id);
      await closeCredential(platform, id, which, new Date(request.body.until));
      return reply.code(204).send(null);
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
      await getOwnClient(platform, request.actor as Officer, id);
      await closeCredential(platform, id, which);
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
      await getOwnClient(platform, request.actor as Officer, id);
      await closeClient(platform, id);
      return reply.code(204).send(null);
    },
  );
}
