/** The entrance of accounts: for administrators to open, close and recover them, and to ask for roles. */
import { Type } from 'typebox';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { actorName } from '../../platform/actor.ts';
import type { Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { roles } from './account.ts';
import { ended } from './api-schemas.ts';
import { requestDelegation, requestEndOfGrant, requestGrant } from './change-roles.ts';
import { closeAccount } from './close-account.ts';
import { endSessionsFor } from './end-sessions.ts';
import { freshFactor } from './fresh-factor.ts';
import { getOwnAccount, listAccounts } from './managed-accounts.ts';
import type { Officer } from './may-decide.ts';
import { openAccount, requestReset } from './open-account.ts';
import { delegateOwn, manageAccounts } from './permissions.ts';
import * as problems from './problems.ts';

const id = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
const date = Type.String({ format: 'date', examples: ['2026-12-01'] });
const orNone = <T extends ReturnType<typeof Type.String>>(schema: T) =>
  Type.Union([schema, Type.Null()], { examples: [null] });
const instant = Type.String({ format: 'date-time', examples: ['2026-03-06T02:15:04.120Z'] });
const reason = Type.String({ minLength: 4, maxLength: 500, examples: ['调入本科室，负责数据报送'] });
const role = Type.Enum([...roles], { examples: ['data-officer'] });
const loginName = Type.String({ minLength: 1, maxLength: 64, examples: ['shichang.li'] });
const asked = {
  202: Type.Object({ approvalId: id }, { description: 'Somebody else decides this request.' }),
};
const tags = ['accounts'];

const account = Type.Object({
  accountId: id,
  unit: Type.String({ examples: ['scjg'] }),
  loginName,
  name: Type.String({ examples: ['李四'] }),
  createdAt: instant,
  closedAt: orNone(instant),
  lockedUntil: orNone(instant),
  hasSecondFactor: Type.Boolean({ examples: [true] }),
  signOnClashedAt: orNone(instant),
  grants: Type.Array(
    Type.Object({
      grantId: id,
      role,
      since: date,
      until: orNone(date),
      isDelegated: Type.Boolean({ examples: [false] }),
    }),
    { description: 'In force or to come.' },
  ),
});

/** Routes /api/v1/accounts, /api/v1/grants and /api/v1/delegations. */
export function addAccounts(server: Server, platform: Platform): void {
  addList(server, platform);
  addRoles(server, platform);
}

function addList(server: Server, platform: Platform): void {
  server.get(
    '/api/v1/accounts',
    {
      config: { access: manageAccounts, problems: [problems.unitUnknown] },
      schema: {
        tags,
        operationId: 'listAccounts',
        summary: 'Accounts of a unit',
        querystring: Type.Object({ unit: Type.Optional(Type.String({ maxLength: 64, examples: ['scjg'] })) }),
        response: { 200: Type.Object({ items: Type.Array(account), next: Type.Null() }) },
      },
    },
    async (request, reply) => {
      const officer = request.actor as Officer;
      const items = await listAccounts(platform, officer, request.query.unit ?? officer.unit);
      reply.header('cache-control', 'no-store');
      return {
        items: items.map((each) => ({
          ...each,
          grants: [...each.grants],
          createdAt: each.createdAt.toISOString(),
          closedAt: each.closedAt?.toISOString() ?? null,
          lockedUntil: each.lockedUntil?.toISOString() ?? null,
          signOnClashedAt: each.signOnClashedAt?.toISOString() ?? null,
        })),
        next: null,
      };
    },
  );

  server.post(
    '/api/v1/accounts',
    {
      preHandler: freshFactor(platform),
      config: {
        access: manageAccounts,
        problems: [
          problems.stepUpRequired,
          problems.unitUnknown,
          problems.loginNameRefused,
          problems.passwordRefused,
          problems.accountUnknown,
          problems.grantRefused,
          problems.rolesIncompatible,
        ],
      },
      schema: {
        tags,
        operationId: 'openAccount',
        summary: 'Open an account',
        description: 'It has no role yet. The password is for one sign-in and shown this once.',
        body: Type.Object(
          {
            unit: Type.Optional(Type.String({ maxLength: 64, examples: ['scjg'] })),
            loginName,
            name: Type.String({ minLength: 1, maxLength: 64, examples: ['李四'] }),
          },
          { additionalProperties: false },
        ),
        response: {
          201: Type.Object({ accountId: id, password: Type.String({ examples: ['abcde-fghjk-mnpqr'] }) }),
        },
      },
    },
    async (request, reply) => {
      const officer = request.actor as Officer;
      const { unit = officer.unit, loginName: typed, name } = request.body;
      const opened = await openAccount(platform, officer, { unit, loginName: typed, name: name.trim() });
      return reply.code(201).header('cache-control', 'no-store').send(opened);
    },
  );

  server.post(
    '/api/v1/accounts/:accountId/closure',
    {
      preHandler: freshFactor(platform),
      config: { access: manageAccounts, problems: [problems.stepUpRequired, problems.accountUnknown] },
      schema: {
        tags,
        operationId: 'closeAccount',
        summary: 'Close an account whose person leaves',
        description: 'At once: its sessions, its roles and those it delegated end with it.',
        params: Type.Object({ accountId: id }),
        body: Type.Object({ reason }, { additionalProperties: false }),
        response: { 204: Type.Null({ description: 'Closed.' }) },
      },
    },
    async (request, reply) => {
      const officer = request.actor as Officer;
      const { accountId } = await getOwnAccount(platform, officer, request.params.accountId);
      await closeAccount(platform, accountId, { by: actorName(officer), reason: request.body.reason });
      return reply.code(204).send(null);
    },
  );

  server.delete(
    '/api/v1/accounts/:accountId/sessions',
    {
      preHandler: freshFactor(platform),
      config: { access: manageAccounts, problems: [problems.stepUpRequired, problems.accountUnknown] },
      schema: {
        tags,
        operationId: 'endSessionsOf',
        summary: 'End all sessions of an account',
        description: 'Somebody’s device is lost, or a session is not theirs. The account stays open.',
        params: Type.Object({ accountId: id }),
        response: { 200: ended },
      },
    },
    async (request) => {
      const officer = request.actor as Officer;
      return { ended: await endSessionsFor(platform, officer, request.params.accountId) };
    },
  );

  server.post(
    '/api/v1/accounts/:accountId/reset',
    {
      preHandler: freshFactor(platform),
      config: {
        access: manageAccounts,
        problems: [problems.stepUpRequired, problems.accountUnknown, problems.alreadyRequested],
      },
      schema: {
        tags,
        operationId: 'requestReset',
        summary: 'Ask for a new start for somebody who lost telephone or password',
        params: Type.Object({ accountId: id }),
        body: Type.Object({ reason }, { additionalProperties: false }),
        response: asked,
      },
    },
    async (request, reply) => {
      const { accountId } = request.params;
      return reply
        .code(202)
        .send(await requestReset(platform, request.actor as Officer, accountId, request.body.reason));
    },
  );
}

function addRoles(server: Server, platform: Platform): void {
  server.post(
    '/api/v1/accounts/:accountId/grants',
    {
      preHandler: freshFactor(platform),
      config: {
        access: manageAccounts,
        problems: [
          problems.stepUpRequired,
          problems.accountUnknown,
          problems.grantRefused,
          problems.alreadyRequested,
        ],
      },
      schema: {
        tags,
        operationId: 'requestGrant',
        summary: 'Ask for a role for an account',
        params: Type.Object({ accountId: id }),
        body: Type.Object(
          { role, since: Type.Optional(date), until: Type.Optional(orNone(date)), reason },
          { additionalProperties: false },
        ),
        response: asked,
      },
    },
    async (request, reply) => {
      const { since, until, ...rest } = request.body;
      const days = { since: since as CivilDate | undefined, until: until as CivilDate | null | undefined };
      const officer = request.actor as Officer;
      return reply
        .code(202)
        .send(await requestGrant(platform, officer, request.params.accountId, { ...rest, ...days }));
    },
  );

  server.post(
    '/api/v1/grants/:grantId/end',
    {
      preHandler: freshFactor(platform),
      config: {
        access: manageAccounts,
        problems: [
          problems.stepUpRequired,
          problems.grantUnknown,
          problems.accountUnknown,
          problems.alreadyRequested,
        ],
      },
      schema: {
        tags,
        operationId: 'requestEndOfGrant',
        summary: 'Ask for the end of a role',
        params: Type.Object({ grantId: id }),
        body: Type.Object({ reason }, { additionalProperties: false }),
        response: asked,
      },
    },
    async (request, reply) => {
      const { grantId } = request.params;
      return reply
        .code(202)
        .send(await requestEndOfGrant(platform, request.actor as Officer, grantId, request.body.reason));
    },
  );

  server.post(
    '/api/v1/delegations',
    {
      preHandler: freshFactor(platform),
      config: {
        access: delegateOwn,
        problems: [
          problems.stepUpRequired,
          problems.accountUnknown,
          problems.grantRefused,
          problems.alreadyRequested,
        ],
      },
      schema: {
        tags,
        operationId: 'requestDelegation',
        summary: 'Ask to lend one’s own role to a colleague',
        body: Type.Object({ loginName, role, until: date, reason }, { additionalProperties: false }),
        response: asked,
      },
    },
    async (request, reply) => {
      const { until, ...rest } = request.body;
      const delegation = { ...rest, until: until as CivilDate };
      return reply.code(202).send(await requestDelegation(platform, request.actor as Officer, delegation));
    },
  );
}
