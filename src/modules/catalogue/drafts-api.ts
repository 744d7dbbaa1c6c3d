/** Addresses of drafts: writing, reviewing, concluding; and the comments on them, sent by anybody and judged by the centre. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { concludeDraft, createDraft, reviewDraft, withdrawDraft } from './drafts/drafts.ts';
import { listComments, listDrafts } from './drafts/list-drafts.ts';
import { moderateComment } from './drafts/moderate-comment.ts';
import { commentList, draftBody, draftList } from './drafts-api-shapes.ts';
import { draftPermission, reviewPermission } from './permissions.ts';
import {
  commentNotFound,
  commentsUnread,
  draftNotFound,
  draftNotReady,
  draftRefused,
  ownDraft,
} from './problems.ts';

const id = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
const text = (example: string) => Type.String({ minLength: 4, maxLength: 2000, examples: [example] });
const draftParams = Type.Object({ draftId: id });
const strict = { additionalProperties: false };
const done = { 204: Type.Null() };

/** Routes /api/v1/catalogue-drafts and /api/v1/catalogue-comments. */
export function draftsApi(platform: Platform): RoutePlugin {
  return (server) => {
    server.get(
      '/api/v1/catalogue-drafts',
      {
        config: { access: reviewPermission },
        schema: {
          tags: ['catalogue'],
          operationId: 'listDrafts',
          summary: 'Drafts of items, with how many comments wait',
          description: 'The newest two hundred. Other units than the credit centre see none.',
          response: { 200: draftList },
        },
      },
      async (request) => ({
        items: await listDrafts(platform, request.actor as SignedInActor),
        legislativeLevel: platform.config.legislativeLevel,
        next: null,
      }),
    );

    server.post(
      '/api/v1/catalogue-drafts',
      {
        config: { access: draftPermission, problems: [draftRefused] },
        schema: {
          tags: ['catalogue'],
          operationId: 'createDraft',
          summary: 'Draft a change of an item',
          description:
            'What the tenant’s legislative power does not carry is refused, naming who may make such a rule; so is whatever would exceed the law.',
          body: draftBody,
          response: { 201: Type.Object({ draftId: id }) },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await createDraft(platform, request.actor as SignedInActor, request.body)),
    );

    server.post(
      '/api/v1/catalogue-drafts/:draftId/review',
      {
        config: {
          access: reviewPermission,
          problems: [draftNotFound, draftNotReady, ownDraft, draftRefused],
        },
        schema: {
          tags: ['catalogue'],
          operationId: 'reviewDraft',
          summary: 'Open a draft for comments, or refuse it',
          description:
            'Somebody else than its author. It lies open for the days asked, never fewer than the setting says.',
          params: draftParams,
          body: Type.Object(
            {
              decision: Type.Enum(['open', 'refuse'], { examples: ['open'] }),
              note: text('与省级目录一致，同意征求意见'),
              days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365, examples: [30] })),
            },
            strict,
          ),
          response: {
            200: Type.Object({
              until: Type.Union([Type.String({ format: 'date', examples: ['2026-12-18'] }), Type.Null()], {
                description: 'The closing day, the first on which nothing is taken any more.',
              }),
            }),
          },
        },
      },
      async (request) =>
        reviewDraft(platform, request.actor as SignedInActor, request.params.draftId, request.body),
    );

    server.post(
      '/api/v1/catalogue-drafts/:draftId/conclusion',
      {
        config: {
          access: draftPermission,
          problems: [draftNotFound, draftNotReady, commentsUnread, draftRefused],
        },
        schema: {
          tags: ['catalogue'],
          operationId: 'concludeDraft',
          summary: 'Say what became of the comments; the draft then waits to come into force',
          description: 'From the closing day on, once every comment was looked at.',
          params: draftParams,
          body: Type.Object({ outcome: text('共收到 3 条意见，采纳 1 条，其余说明如下') }, strict),
          response: { 200: Type.Object({ versionId: id }) },
        },
      },
      async (request) =>
        concludeDraft(platform, request.actor as SignedInActor, request.params.draftId, request.body.outcome),
    );

    server.post(
      '/api/v1/catalogue-drafts/:draftId/withdrawal',
      {
        config: { access: draftPermission, problems: [draftNotFound, draftNotReady] },
        schema: {
          tags: ['catalogue'],
          operationId: 'withdrawDraft',
          summary: 'Give a draft up during its consultation, saying why',
          params: draftParams,
          body: Type.Object({ outcome: text('多数意见认为没有必要，不再推进') }, strict),
          response: done,
        },
      },
      async (request, reply) => {
        const { outcome } = request.body;
        await withdrawDraft(platform, request.actor as SignedInActor, request.params.draftId, outcome);
        return reply.code(204).send(null);
      },
    );

    server.get(
      '/api/v1/catalogue-drafts/:draftId/comments',
      {
        config: { access: reviewPermission, problems: [draftNotFound] },
        schema: {
          tags: ['catalogue'],
          operationId: 'listComments',
          summary: 'Comments on a draft, those that wait included',
          params: draftParams,
          response: { 200: commentList },
        },
      },
      async (request) => ({
        items: await listComments(platform, request.actor as SignedInActor, request.params.draftId),
        next: null,
      }),
    );

    server.post(
      '/api/v1/catalogue-comments/:commentId/moderation',
      {
        config: { access: reviewPermission, problems: [commentNotFound] },
        schema: {
          tags: ['catalogue'],
          operationId: 'moderateComment',
          summary: 'Show a comment, or withhold it for a reason that everybody reads',
          params: Type.Object({ commentId: id }),
          body: Type.Union([
            Type.Object({ show: Type.Literal(true, { examples: [true] }) }, strict),
            Type.Object({ show: Type.Literal(false), because: text('与本草案无关') }, strict),
          ]),
          response: done,
        },
      },
      async (request, reply) => {
        await moderateComment(
          platform,
          request.actor as SignedInActor,
          request.params.commentId,
          request.body,
        );
        return reply.code(204).send(null);
      },
    );
  };
}
