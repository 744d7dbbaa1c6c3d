/** Intake's entrance for whoever decides: ask to withdraw a submission, list held rows, and say whose a held row is. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { accessNotWritable } from '../disclosure/index.ts';
import { alreadyRequested, scopeMissing } from '../identity/index.ts';
import { heldRowIdParams, heldRowShape, PAGE, position, submissionIdParams } from './api-shapes.ts';
import { decideHeldRow } from './decide-held-row.ts';
import { describeRule } from './finding-words.ts';
import { listHeldRows } from './list-held-rows.ts';
import { decideHeldPermission, readHeldPermission, submitPermission } from './permissions.ts';
import * as problems from './problems.ts';
import { requestWithdrawal } from './withdraw-submission.ts';

const reasonShape = Type.String({
  minLength: 4,
  maxLength: 500,
  examples: ['文件重复报送，已改正后另行报送'],
});

/** The routes of withdrawing and of held rows. */
export function addDecidingRoutes(platform: Platform, server: Server): void {
  server.post(
    '/api/v1/submissions/:submissionId/withdrawal',
    {
      config: {
        access: submitPermission,
        problems: [problems.submissionNotFound, problems.notWithdrawable, alreadyRequested, scopeMissing],
      },
      schema: {
        operationId: 'requestWithdrawal',
        summary: 'Ask for the withdrawal of a submission, with a reason',
        description:
          'Somebody else of the unit decides. Then the versions it created end at once on every surface, and versions it had replaced stand again.',
        tags: ['submissions'],
        params: submissionIdParams,
        body: Type.Object({ reason: reasonShape }),
        response: {
          202: Type.Object({
            approvalId: Type.String({ description: 'The request.', examples: ['912345678901234567'] }),
          }),
        },
      },
    },
    async (request, reply) => {
      const { submissionId } = request.params;
      const actor = request.actor as SignedInActor;
      return reply
        .code(202)
        .send(await requestWithdrawal(platform, actor, submissionId, request.body.reason));
    },
  );
  server.get(
    '/api/v1/held-rows',
    {
      config: { access: readHeldPermission, problems: [accessNotWritable] },
      schema: {
        operationId: 'listHeldRows',
        summary: 'Rows that wait for a person',
        tags: ['held rows'],
        querystring: Type.Object({
          after: Type.Optional(position),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE, default: 50 })),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(heldRowShape),
            next: Type.Union([position, Type.Null()]),
          }),
        },
      },
    },
    async (request) => {
      const { after, limit = 50 } = request.query;
      const rows = await listHeldRows(platform, request.actor as SignedInActor, { after, limit });
      return {
        items: rows.map(({ params, ...row }) => ({
          ...row,
          ...describeRule(row.rule, params, request.language),
        })),
        next: rows.length === limit ? (rows.at(-1)?.heldRowId ?? null) : null,
      };
    },
  );
  server.post(
    '/api/v1/held-rows/:heldRowId/decision',
    {
      config: {
        access: decideHeldPermission,
        problems: [problems.heldRowNotFound, problems.ownRowNotDecided],
      },
      schema: {
        operationId: 'decideHeldRow',
        summary: 'Say whose a held row is',
        description:
          'accept: the record is published for the owner of the code; return: nothing is published, the unit mends it.',
        tags: ['held rows'],
        params: heldRowIdParams,
        body: Type.Object({
          decision: Type.Union([Type.Literal('accept'), Type.Literal('return')]),
          reason: reasonShape,
        }),
        response: { 200: Type.Object({ outcome: Type.Enum(['accepted', 'duplicate', 'rejected']) }) },
      },
    },
    async (request) =>
      decideHeldRow(platform, request.actor as SignedInActor, request.params.heldRowId, request.body),
  );
}
