/** Addresses of the register of units: all of them, one with what hangs on it, and the requests that change it. */
import { Type } from 'typebox';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { RoutePlugin, Server } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { bilingual, unitShape } from '../api-schemas.ts';
import { freshFactor } from '../fresh-factor.ts';
import { listAllUnits } from '../list-units.ts';
import type { Officer } from '../may-decide.ts';
import { manageUnits } from '../permissions.ts';
import {
  alreadyRequested,
  authorityRefused,
  authorityUnknown,
  stepUpRequired,
  unitEndRefused,
  unitRefused,
  unitUnknown,
} from '../problems.ts';
import { selectAuthorityPeriods } from '../queries/units.ts';
import { sectors, unitKinds } from '../unit.ts';
import { requestAuthority, requestAuthorityEnd } from './change-authorities.ts';
import { getOpenUnit, requestUnit, requestUnitEnd, requireCentre } from './change-units.ts';
import { hangingOf, type WhatHangsOn } from './what-hangs.ts';

const date = Type.String({ format: 'date', pattern: '^[12]', examples: ['2026-12-01'] });
const code = Type.String({ pattern: '^[a-z][a-z0-9-]{1,31}$', examples: ['water'] });
const uscc = Type.String({ pattern: '^[0-9A-Z]{18}$', examples: ['11371899MB2850123X'] });
const reason = Type.String({ minLength: 4, maxLength: 500, examples: ['机构改革方案（清政发〔2026〕9号）'] });
const params = Type.Object({ unit: code });
const asked = { 202: Type.Object({ approvalId: Type.String({ examples: ['912345678901234567'] }) }) };
const tags = ['units'];

const hanging = Type.Array(Type.Object({ name: bilingual, count: Type.Integer({ examples: [12] }) }), {
  description: 'What hangs on the unit now.',
});

const authority = Type.Object({
  uscc,
  name: Type.String({ examples: ['清和市水务局'] }),
  since: date,
  until: Type.Union([date, Type.Null()]),
});

/** Routes /api/v1/unit-register and those of requests; `whatHangsOn` tells what the floors above have of a unit. */
export function unitRegisterApi(platform: Platform, whatHangsOn: WhatHangsOn): RoutePlugin {
  return (server) => {
    addReading(server, platform, whatHangsOn);
    addUnitRequests(server, platform, whatHangsOn);
    addAuthorityRequests(server, platform);
  };
}

function addReading(server: Server, platform: Platform, whatHangsOn: WhatHangsOn): void {
  server.get(
    '/api/v1/unit-register',
    {
      config: { access: manageUnits, problems: [unitUnknown] },
      schema: {
        tags,
        operationId: 'listUnitRegister',
        summary: 'All units, ended ones too',
        description: 'For administrators of the centre; to others the register is not there.',
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                ...unitShape.properties,
                successor: Type.Union([code, Type.Null()], { description: 'The unit it was merged into.' }),
              }),
            ),
            next: Type.Null(),
          }),
        },
      },
    },
    async (request) => {
      await requireCentre(platform, request.actor as Officer);
      return { items: await listAllUnits(platform), next: null };
    },
  );

  server.get(
    '/api/v1/unit-register/:unit',
    {
      config: { access: manageUnits, problems: [unitUnknown] },
      schema: {
        tags,
        operationId: 'getUnitInRegister',
        summary: 'A unit’s authorities, and what hangs on it in numbers',
        params,
        response: { 200: Type.Object({ authorities: Type.Array(authority), hanging }) },
      },
    },
    async (request) => {
      await requireCentre(platform, request.actor as Officer);
      const { unit } = request.params;
      await getOpenUnit(platform, unit);
      return {
        authorities: await selectAuthorityPeriods(platform.db.app, unit),
        hanging: await hangingOf(platform, whatHangsOn, unit),
      };
    },
  );
}

function addUnitRequests(server: Server, platform: Platform, whatHangsOn: WhatHangsOn): void {
  server.post(
    '/api/v1/unit-register',
    {
      preHandler: freshFactor(platform),
      config: { access: manageUnits, problems: [stepUpRequired, unitUnknown, unitRefused, alreadyRequested] },
      schema: {
        tags,
        operationId: 'requestUnit',
        summary: 'Ask for a unit to be registered',
        body: Type.Object(
          {
            code,
            kind: Type.Enum([...unitKinds].filter((kind) => kind !== 'centre')),
            sector: Type.Enum([...sectors]),
            name: bilingual,
            uscc: Type.Union([uscc, Type.Null()]),
            areaCode: Type.String({ pattern: '^[0-9]{6,12}$', examples: ['371899'] }),
            since: date,
            reason,
          },
          { additionalProperties: false },
        ),
        response: asked,
      },
    },
    async (request, reply) => {
      const { since, ...unit } = request.body;
      const register = { ...unit, since: since as CivilDate };
      return reply.code(202).send(await requestUnit(platform, request.actor as Officer, register));
    },
  );

  server.post(
    '/api/v1/unit-register/:unit/end',
    {
      preHandler: freshFactor(platform),
      config: {
        access: manageUnits,
        problems: [stepUpRequired, unitUnknown, unitEndRefused, alreadyRequested],
      },
      schema: {
        tags,
        operationId: 'requestUnitEnd',
        summary: 'Ask for a unit to end, or to be merged into another',
        description:
          'What hangs on it is counted and shown to whoever decides. Once approved its accounts lose their roles, its clients are closed; nothing is deleted. The unit it is merged into acts for its authorities.',
        params,
        body: Type.Object({ into: Type.Optional(code), reason }, { additionalProperties: false }),
        response: asked,
      },
    },
    async (request, reply) => {
      const end = { ...request.body, unit: request.params.unit };
      return reply.code(202).send(await requestUnitEnd(platform, request.actor as Officer, whatHangsOn, end));
    },
  );
}

function addAuthorityRequests(server: Server, platform: Platform): void {
  server.post(
    '/api/v1/unit-register/:unit/authorities',
    {
      preHandler: freshFactor(platform),
      config: {
        access: manageUnits,
        problems: [stepUpRequired, unitUnknown, authorityRefused, alreadyRequested],
      },
      schema: {
        tags,
        operationId: 'requestAuthority',
        summary: 'Ask that a unit may hand in an authority’s decisions',
        params,
        body: Type.Object(
          {
            uscc,
            name: Type.String({ minLength: 2, maxLength: 100, examples: ['清和市水务局'] }),
            since: date,
            until: Type.Optional(date),
            reason,
          },
          { additionalProperties: false },
        ),
        response: asked,
      },
    },
    async (request, reply) => {
      const { since, until, ...rest } = request.body;
      const addition = {
        ...rest,
        unit: request.params.unit,
        since: since as CivilDate,
        until: (until as CivilDate | undefined) ?? null,
      };
      return reply.code(202).send(await requestAuthority(platform, request.actor as Officer, addition));
    },
  );

  server.post(
    '/api/v1/unit-register/:unit/authorities/end',
    {
      preHandler: freshFactor(platform),
      config: {
        access: manageUnits,
        problems: [stepUpRequired, unitUnknown, authorityUnknown, alreadyRequested],
      },
      schema: {
        tags,
        operationId: 'requestAuthorityEnd',
        summary: 'Ask that a unit no longer hands in an authority’s decisions',
        params,
        body: Type.Object({ uscc, reason }, { additionalProperties: false }),
        response: asked,
      },
    },
    async (request, reply) => {
      const end = { ...request.body, unit: request.params.unit };
      return reply.code(202).send(await requestAuthorityEnd(platform, request.actor as Officer, end));
    },
  );
}
