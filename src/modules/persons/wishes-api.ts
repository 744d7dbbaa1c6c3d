/** Addresses of the centre for persons' own requests for erasure: what waits, and the proposed answer. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { alreadyRequested } from '../identity/index.ts';
import { answerWish, listOpenWishes } from './erasure-wishes.ts';
import { erasePermission } from './permissions.ts';
import { reasonNamesSomebody, wishUnknown } from './problems.ts';
import { presentWish, wishId, wishShape } from './wish-shape.ts';

const tags = ['erasures'];
const reason = Type.String({
  minLength: 4,
  maxLength: 500,
  examples: ['清信中心受〔2026〕12号'],
  description: 'Kept: the matter’s number and why; nothing that names the person.',
});

/** Adds the routes below /api/v1/erasure-requests. */
export function addWishRoutes(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/erasure-requests',
    {
      config: { access: erasePermission },
      schema: {
        operationId: 'listErasureRequests',
        summary: 'Persons’ own requests for erasure that wait for the centre, the most urgent first',
        description: 'Officers of the centre alone; whose they are is told to nobody.',
        tags,
        response: { 200: Type.Object({ items: Type.Array(wishShape), next: Type.Null() }) },
      },
    },
    async (request) => ({
      items: (await listOpenWishes(platform, request.actor as SignedInActor)).map((wish) =>
        presentWish(wish, request.language),
      ),
      next: null,
    }),
  );

  server.post(
    '/api/v1/erasure-requests/:wishId/answer',
    {
      config: { access: erasePermission, problems: [wishUnknown, reasonNamesSomebody, alreadyRequested] },
      schema: {
        operationId: 'answerErasureRequest',
        summary: 'Propose the answer to a person’s request for erasure',
        description:
          'A reviewer of the centre decides; until then the request stays open and its clock runs.',
        tags,
        params: Type.Object({ wishId }),
        body: Type.Union([
          Type.Object(
            { answer: Type.Literal('erase', { examples: ['erase'] }), reason },
            { additionalProperties: false },
          ),
          Type.Object(
            {
              answer: Type.Literal('refuse', { examples: ['refuse'] }),
              reason,
              says: Type.String({
                minLength: 10,
                maxLength: 1000,
                examples: ['处罚决定的保存期限到2027年3月1日，法律规定的期限没有届满。'],
                description: 'What the person is told: why, and until when; no name and no number.',
              }),
            },
            { additionalProperties: false },
          ),
        ]),
        response: {
          202: Type.Object({
            approvalId: Type.String({ description: 'The proposal.', examples: ['912345678901234567'] }),
          }),
        },
      },
    },
    async (request, reply) => {
      const actor = request.actor as SignedInActor;
      const proposed = await answerWish(platform, actor, request.params.wishId, request.body);
      return reply.code(202).send(proposed);
    },
  );
}
