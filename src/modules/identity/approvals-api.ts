/** The entrance of four eyes: requests, decisions, and taking one's own request back. */
import { Type } from 'typebox';
import type { Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { cancelApproval, decideApproval } from './decide-approval.ts';
import { freshFactor } from './fresh-factor.ts';
import { listApprovals } from './list-approvals.ts';
import type { Officer } from './may-decide.ts';
import { decideApprovals, readApprovals } from './permissions.ts';
import { approvalNotFound, approvalOver, notYoursToDecide, stepUpRequired } from './problems.ts';

const approvalId = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
const params = Type.Object({ approvalId });
const instant = Type.String({ format: 'date-time', examples: ['2026-03-06T02:15:04.120Z'] });
const person = Type.String({ examples: ['王数据'] });
const reason = Type.String({ minLength: 4, maxLength: 500, examples: ['案号录入错误，撤回重报'] });

const approval = Type.Object({
  approvalId,
  kind: Type.String({ examples: ['intake.withdraw-submission'] }),
  target: Type.String({ description: 'What it is done to.', examples: ['912345678901234567'] }),
  name: Type.String({ examples: ['撤回报送批次'] }),
  summary: Type.String({ examples: ['行政处罚，penalties.csv，入库 112 条'] }),
  details: Type.Array(
    Type.Object({
      name: Type.String({ examples: ['数量'] }),
      value: Type.String({ examples: ['112 个主体，160 条信息'] }),
    }),
    { description: 'What else whoever decides should know.' },
  ),
  unit: Type.String({ examples: ['scjg'] }),
  requestedBy: person,
  reason,
  requestedAt: instant,
  decision: Type.Union([Type.Enum(['approved', 'refused', 'cancelled']), Type.Null()], { examples: [null] }),
  decidedBy: Type.Union([person, Type.Null()], { examples: [null] }),
  decisionReason: Type.Union([Type.String(), Type.Null()], { examples: [null] }),
  decidedAt: Type.Union([instant, Type.Null()], { examples: [null] }),
  mayDecide: Type.Boolean({ examples: [true] }),
  mayCancel: Type.Boolean({ examples: [false] }),
});

const mostOnPage = 100;

/** Routes /api/v1/approvals. */
export function addApprovals(server: Server, platform: Platform): void {
  server.get(
    '/api/v1/approvals',
    {
      config: { access: readApprovals },
      schema: {
        tags: ['approvals'],
        operationId: 'listApprovals',
        summary: 'Requests that need a second pair of eyes',
        description: 'Those of one’s own unit; at the centre of all units. Newest first.',
        querystring: Type.Object({
          state: Type.Optional(Type.Enum(['open', 'decided'])),
          before: Type.Optional(approvalId),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: mostOnPage, default: 50 })),
        }),
        response: {
          200: Type.Object({ items: Type.Array(approval), next: Type.Union([approvalId, Type.Null()]) }),
        },
      },
    },
    async (request, reply) => {
      const { state = 'open', before, limit = 50 } = request.query;
      const officer = request.actor as Officer;
      const { items, next } = await listApprovals(platform, officer, {
        open: state === 'open',
        before,
        limit,
      });
      reply.header('cache-control', 'no-store');
      return {
        items: items.map((each) => ({
          ...each,
          name: each.name[request.language],
          summary: each.summary[request.language],
          details: each.details.map(({ name, value }) => ({
            name: name[request.language],
            value: value[request.language],
          })),
          requestedAt: each.requestedAt.toISOString(),
          decidedAt: each.decidedAt?.toISOString() ?? null,
        })),
        next,
      };
    },
  );

  server.post(
    '/api/v1/approvals/:approvalId/decision',
    {
      preHandler: freshFactor(platform),
      config: {
        access: decideApprovals,
        problems: [stepUpRequired, approvalNotFound, approvalOver, notYoursToDecide],
      },
      schema: {
        tags: ['approvals'],
        operationId: 'decideApproval',
        summary: 'Approve or refuse a request',
        description: 'Approval does the act at once. Nobody decides what they asked for themselves.',
        params,
        body: Type.Object(
          { decision: Type.Enum(['approve', 'refuse']), reason },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            decision: Type.Enum(['approved', 'refused']),
            outcome: Type.Record(Type.String(), Type.Unknown(), { examples: [{ ended: 112 }] }),
            once: Type.Record(Type.String(), Type.String(), {
              description: 'Shown this once and kept nowhere, such as a password to hand over.',
              examples: [{}],
            }),
          }),
        },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return decideApproval(platform, request.actor as Officer, request.params.approvalId, request.body);
    },
  );

  server.post(
    '/api/v1/approvals/:approvalId/cancellation',
    {
      config: { access: readApprovals, problems: [approvalNotFound, approvalOver, notYoursToDecide] },
      schema: {
        tags: ['approvals'],
        operationId: 'cancelApproval',
        summary: 'Take one’s own request back',
        params,
        response: { 204: Type.Null({ description: 'Taken back.' }) },
      },
    },
    async (request, reply) => {
      await cancelApproval(platform, request.actor as Officer, request.params.approvalId);
      return reply.code(204).send(null);
    },
  );
}
