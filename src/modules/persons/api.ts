/** Addresses of persons: asking for an erasure, and the register of erasures, which names nobody. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { alreadyRequested } from '../identity/index.ts';
import { listErasures } from './list-erasures.ts';
import { erasePermission, readErasuresPermission } from './permissions.ts';
import { nobodyToErase, reasonNamesSomebody } from './problems.ts';
import { GROUND_WORDS, mayAskForErasure, REQUEST_GROUNDS, requestErasure } from './request-erasure.ts';
import { addWishRoutes } from './wishes-api.ts';

const MOST = 100;
const erasureId = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });

/** The routes of persons. */
export function personsApi(platform: Platform): RoutePlugin {
  return (server) => {
    addWishRoutes(platform, server);
    server.get(
      '/api/v1/erasures',
      {
        config: { access: readErasuresPermission },
        schema: {
          operationId: 'listErasures',
          summary: 'Erasures of natural persons: when and why, never whom',
          tags: ['erasures'],
          querystring: Type.Object({
            before: Type.Optional(erasureId),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST, default: 50 })),
          }),
          response: {
            200: Type.Object({
              items: Type.Array(
                Type.Object({
                  erasureId,
                  ground: Type.String({ examples: ['本人要求，且理由成立'] }),
                  records: Type.Integer({ examples: [2], description: 'Versions of records that went.' }),
                  erasedAt: Type.String({ format: 'date-time', examples: ['2026-11-18T02:00:00.000Z'] }),
                }),
              ),
              next: Type.Union([erasureId, Type.Null()]),
              mayRequest: Type.Boolean({
                examples: [true],
                description: 'Whether you may ask for one: officers of the centre.',
              }),
            }),
          },
        },
      },
      async (request) => {
        const { before, limit = 50 } = request.query;
        const found = await listErasures(platform, { before, limit });
        return {
          items: found.map(({ ground, erasedAt, ...row }) => ({
            ...row,
            ground: GROUND_WORDS[ground][request.language],
            erasedAt: erasedAt.toISOString(),
          })),
          next: found.length === limit ? (found.at(-1)?.erasureId ?? null) : null,
          mayRequest: await mayAskForErasure(platform, request.actor as SignedInActor),
        };
      },
    );

    server.post(
      '/api/v1/erasures',
      {
        config: {
          access: erasePermission,
          problems: [nobodyToErase, reasonNamesSomebody, alreadyRequested],
        },
        schema: {
          operationId: 'requestErasure',
          summary: 'Ask for the erasure of a natural person',
          description:
            'Officers of the centre alone; somebody else of the centre decides. Once approved, rows, key and link are gone at once, and soon after whatever the files still held.',
          tags: ['erasures'],
          body: Type.Object(
            {
              identityNumber: Type.String({
                minLength: 1,
                maxLength: 40,
                examples: ['37189919850307077X'],
                description: 'Kept nowhere.',
              }),
              ground: Type.Enum([...REQUEST_GROUNDS], { examples: ['request'] }),
              reason: Type.String({
                minLength: 4,
                maxLength: 500,
                examples: ['清信中心受〔2026〕12号，依据的处罚决定已被撤销'],
                description: 'Kept: give the matter’s number, no name and no number of the person.',
              }),
            },
            { additionalProperties: false },
          ),
          response: {
            202: Type.Object({
              approvalId: Type.String({ description: 'The request.', examples: ['912345678901234567'] }),
            }),
          },
        },
      },
      async (request, reply) =>
        reply.code(202).send(await requestErasure(platform, request.actor as SignedInActor, request.body)),
    );
  };
}
