/** Intake's addresses: hand in, follow, fetch the findings, withdraw, and decide held rows. */
import type { Readable } from 'node:stream';
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import { acceptStreams, type RoutePlugin, type Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import {
  acknowledgementShape,
  alreadyReceivedShape,
  fileBody,
  findingShape,
  findingsFileAnswer,
  heldRowIdParams,
  heldRowShape,
  submissionDetailShape,
  submissionIdParams,
  submissionShape,
} from './api-shapes.ts';
import { decideHeldRow } from './decide-held-row.ts';
import { describeFinding, describeRule } from './finding-words.ts';
import { openFindingsFile } from './findings-file.ts';
import { listDecisions } from './list-decisions.ts';
import { listHeldRows } from './list-held-rows.ts';
import { decideHeldPermission, readOwnPermission, submitPermission } from './permissions.ts';
import * as problems from './problems.ts';
import {
  countFindings,
  getSubmission,
  listFindings,
  listSubmissions,
  type Submission,
} from './submission-view.ts';
import { type Channel, submitFile } from './submit-file.ts';
import { withdrawSubmission } from './withdraw-submission.ts';

/** Media types a file may bear. What it is, is judged by its content. */
const FILE_TYPES = [
  'text/csv',
  'application/csv',
  'text/plain',
  'application/json',
  'application/x-ndjson',
  'application/octet-stream',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

const PAGE = 100;

const position = Type.String({
  pattern: `^${ID_PATTERN}$`,
  description: '`next` of the page before.',
  examples: ['912345678901234567'],
});

/** Intake's routes. */
export function intakeApi(platform: Platform): RoutePlugin {
  return async (server) => {
    // A scope of its own: here bodies arrive as streams.
    await server.register(async (scope: Server) => {
      acceptStreams(scope, FILE_TYPES);
      addSubmitRoute(platform, scope);
    });
    addReadingRoutes(platform, server);
    addDecidingRoutes(platform, server);
  };
}

function addSubmitRoute(platform: Platform, server: Server): void {
  server.post(
    '/api/v1/submissions',
    {
      config: {
        access: submitPermission,
        problems: [
          problems.unknownItem,
          problems.itemNotYours,
          problems.uploadEmpty,
          problems.uploadCutOff,
          problems.uploadTooLarge,
        ],
      },
      schema: {
        operationId: 'handIn',
        summary: 'Hand in a file of an item',
        description:
          'The body is the file: CSV (UTF-8 or GB18030), XLSX or JSON, to 1,000,000 rows. It is acknowledged once it is stored; follow it at Location. The same file twice is told so and stored once.',
        tags: ['submissions'],
        querystring: Type.Object({
          item: submissionShape.properties.item,
          channel: Type.Optional(
            Type.Union([
              Type.Literal('console'),
              Type.Literal('form'),
              Type.Literal('api'),
              Type.Literal('cli'),
            ]),
          ),
          fileName: Type.Optional(Type.String({ maxLength: 300, examples: ['2026-03-penalties.csv'] })),
        }),
        body: fileBody,
        response: { 200: alreadyReceivedShape, 202: acknowledgementShape },
      },
    },
    async (request, reply) => {
      const { item, channel, fileName } = request.query;
      const acknowledged = await submitFile(platform, request.actor as SignedInActor, {
        item,
        channel: (channel ?? 'api') satisfies Channel,
        content: request.body as Readable,
        language: request.language,
        ...(fileName === undefined ? {} : { fileName }),
        ...(request.headers['content-type'] === undefined
          ? {}
          : { contentType: request.headers['content-type'] }),
      });
      reply.header('location', `/api/v1/submissions/${acknowledged.submissionId}`);
      if (acknowledged.sameFileAs) {
        const { submissionId, receivedAt } = acknowledged.sameFileAs;
        return reply.code(200).send({
          submissionId,
          status: 'already-received',
          sameFileAs: { submissionId, receivedAt: receivedAt.toISOString() },
        });
      }
      return reply.code(202).send({ submissionId: acknowledged.submissionId, status: 'received' });
    },
  );
}

function addReadingRoutes(platform: Platform, server: Server): void {
  const config = { access: readOwnPermission, problems: [problems.submissionNotFound] };
  server.get(
    '/api/v1/submissions',
    {
      config,
      schema: {
        operationId: 'listSubmissions',
        summary: 'Your unit’s submissions, newest first',
        tags: ['submissions'],
        querystring: Type.Object({
          item: Type.Optional(submissionShape.properties.item),
          status: Type.Optional(submissionShape.properties.status),
          before: Type.Optional(position),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE, default: 20 })),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(submissionShape),
            next: Type.Union([position, Type.Null()]),
          }),
        },
      },
    },
    async (request) => {
      const { item, status, before, limit = 20 } = request.query;
      const found = await listSubmissions(platform, request.actor as SignedInActor, {
        item,
        status,
        before,
        limit,
      });
      const items = found.map((submission) => withRefusalWords(submission, request.language));
      return { items, next: found.length === limit ? (found.at(-1)?.submissionId ?? null) : null };
    },
  );
  server.get(
    '/api/v1/submissions/:submissionId',
    {
      config,
      schema: {
        operationId: 'getSubmission',
        summary: 'One submission with its first findings',
        tags: ['submissions'],
        params: submissionIdParams,
        response: { 200: submissionDetailShape },
      },
    },
    async (request) => {
      const actor = request.actor as SignedInActor;
      const { submissionId } = request.params;
      const submission = await getSubmission(platform, actor, submissionId);
      const [findings, counts, decisions] = await Promise.all([
        listFindings(platform, actor, submissionId, { after: 0, limit: PAGE }),
        countFindings(platform, actor, submissionId),
        listDecisions(platform, actor, submissionId, PAGE),
      ]);
      return {
        ...withRefusalWords(submission, request.language),
        findings: findings.map((finding) => describeFinding(finding, request.language)),
        findingCounts: counts.map((count) => ({
          ...count,
          // A rule's sentence has gaps that only a single finding fills.
          message: describeRule(count.rule, null, request.language).message.replace(/\{\w+\}/g, '…'),
        })),
        decisions,
      };
    },
  );
  server.get(
    '/api/v1/submissions/:submissionId/findings',
    {
      config,
      schema: {
        operationId: 'listFindings',
        summary: 'Findings in the order of the file',
        tags: ['submissions'],
        params: submissionIdParams,
        querystring: Type.Object({
          after: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: PAGE })),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(findingShape),
            next: Type.Union([Type.Integer({ examples: [100] }), Type.Null()]),
          }),
        },
      },
    },
    async (request) => {
      const { after = 0, limit = PAGE } = request.query;
      const found = await listFindings(
        platform,
        request.actor as SignedInActor,
        request.params.submissionId,
        { after, limit },
      );
      return {
        items: found.map((finding) => describeFinding(finding, request.language)),
        next: found.length === limit ? (found.at(-1)?.finding_no ?? null) : null,
      };
    },
  );
  server.get(
    '/api/v1/submissions/:submissionId/findings-file',
    {
      config: {
        access: readOwnPermission,
        problems: [problems.submissionNotFound, problems.findingsFileNotReady],
      },
      schema: {
        operationId: 'getFindingsFile',
        summary: 'The file you sent with two columns added',
        tags: ['submissions'],
        params: submissionIdParams,
        response: { 200: findingsFileAnswer },
      },
    },
    async (request, reply) => {
      const file = await openFindingsFile(
        platform,
        request.actor as SignedInActor,
        request.params.submissionId,
      );
      return reply
        .header('content-type', file.contentType)
        .header(
          'content-disposition',
          `attachment; filename="findings-${request.params.submissionId}.${file.extension}"`,
        )
        .header('cache-control', 'no-store')
        .send(file.content);
    },
  );
}

function addDecidingRoutes(platform: Platform, server: Server): void {
  const reasonShape = Type.String({
    minLength: 4,
    maxLength: 500,
    examples: ['文件重复报送，已改正后另行报送'],
  });
  server.post(
    '/api/v1/submissions/:submissionId/withdrawal',
    {
      config: { access: submitPermission, problems: [problems.submissionNotFound, problems.notWithdrawable] },
      schema: {
        operationId: 'withdrawSubmission',
        summary: 'Withdraw a submission with a reason',
        description:
          'The versions it created end at once on every surface; versions it had replaced stand again.',
        tags: ['submissions'],
        params: submissionIdParams,
        body: Type.Object({ reason: reasonShape }),
        response: {
          200: Type.Object({
            ended: Type.Integer({ description: 'Versions of records that ended.', examples: [112] }),
          }),
        },
      },
    },
    async (request) =>
      withdrawSubmission(
        platform,
        request.actor as SignedInActor,
        request.params.submissionId,
        request.body.reason,
      ),
  );
  server.get(
    '/api/v1/held-rows',
    {
      config: { access: readOwnPermission },
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

function withRefusalWords(submission: Submission, language: 'zh' | 'en') {
  const { refusal } = submission;
  return {
    ...submission,
    refusal: refusal && {
      rule: refusal.rule,
      ...describeRule(refusal.rule, refusal.params ?? null, language),
    },
  };
}
