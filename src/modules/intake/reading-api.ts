/** Intake's entrance for whoever follows what was handed in: submissions, their findings, and the file for mending. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import {
  findingShape,
  findingsFileAnswer,
  PAGE,
  position,
  submissionDetailShape,
  submissionIdParams,
  submissionShape,
} from './api-shapes.ts';
import { describeFinding, describeRule } from './finding-words.ts';
import { openFindingsFile } from './findings-file.ts';
import { whyItWaits } from './hold-file.ts';
import { listDecisions } from './list-decisions.ts';
import { readOwnPermission } from './permissions.ts';
import * as problems from './problems.ts';
import {
  countFindings,
  getSubmission,
  listFindings,
  listSubmissions,
  type Submission,
} from './submission-view.ts';
import { findWithdrawalRequest } from './withdraw-submission.ts';

/** The routes of submissions, read by their unit. */
export function addReadingRoutes(platform: Platform, server: Server): void {
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
      const [findings, counts, decisions, asked, waits] = await Promise.all([
        listFindings(platform, actor, submissionId, { after: 0, limit: PAGE }),
        countFindings(platform, actor, submissionId),
        listDecisions(platform, actor, submissionId, PAGE),
        findWithdrawalRequest(platform, submissionId),
        submission.status === 'waiting' ? whyItWaits(platform, submissionId) : null,
      ]);
      return {
        ...withRefusalWords(submission, request.language),
        withdrawalRequest: asked ? { ...asked, requestedAt: asked.requestedAt.toISOString() } : null,
        waitsBecause: waits?.[request.language] ?? null,
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
