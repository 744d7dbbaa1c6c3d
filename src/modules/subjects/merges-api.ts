/** Addresses of merging and splitting subjects: comparing two, and the requests that a second person decides. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { alreadyRequested, freshFactor, stepUpRequired } from '../identity/index.ts';
import { mergePermission } from './permissions.ts';
import { mergeRefused, notMerged, reasonMissing, subjectNotFound } from './problems.ts';
import { type Compared, compareSubjects, requestMerge, requestSplit } from './request-merge.ts';

const code = Type.String({
  minLength: 6,
  maxLength: 40,
  examples: ['91371899MA3C1X2Y5F'],
  description: 'The unified code, or a number from before it.',
});
const reason = Type.String({
  minLength: 4,
  maxLength: 500,
  examples: ['登记机关来函：一照多码（清市监函〔2026〕6号）'],
});
const asked = { 202: Type.Object({ approvalId: Type.String({ examples: ['912345678901234567'] }) }) };
const orNull = (example: string) => Type.Union([Type.String(), Type.Null()], { examples: [example] });

const compared = Type.Object({
  uscc: orNull('91371899MA3C1X2Y5F'),
  name: Type.String({ examples: ['清和市鑫源建材有限公司'] }),
  formerNames: Type.Array(Type.String(), { examples: [[]] }),
  status: Type.String({ examples: ['registered'] }),
  registeredOn: orNull('2019-05-06'),
  areaCode: orNull('371899'),
  publicRecords: Type.Integer({ examples: [3] }),
  standsFor: Type.Union([Type.String(), Type.Null()], {
    examples: [null],
    description: 'Who stands for it, where it is merged.',
  }),
  followers: Type.Integer({ examples: [0], description: 'How many subjects are merged into it.' }),
});

const toShape = ({ subjectId: _id, standsForId: _end, ...one }: Compared) => ({
  ...one,
  formerNames: [...one.formerNames],
});

/** Routes below /api/v1/subject-merges; for case officers of the centre. */
export function addMerges(server: Server, platform: Platform): void {
  server.post(
    '/api/v1/subject-merges/comparison',
    {
      config: { access: mergePermission, problems: [subjectNotFound] },
      schema: {
        tags: ['subjects'],
        operationId: 'compareSubjects',
        summary: 'Two subjects side by side, before one is merged into the other',
        description:
          'Only for case officers of the credit centre. What is not public about them is not shown.',
        body: Type.Object({ code, into: code }, { additionalProperties: false }),
        response: { 200: Type.Object({ subject: compared, into: compared }) },
      },
    },
    async (request, reply) => {
      const pair = await compareSubjects(platform, request.actor as SignedInActor, request.body);
      reply.header('cache-control', 'no-store');
      return { subject: toShape(pair.subject), into: toShape(pair.into) };
    },
  );

  server.post(
    '/api/v1/subject-merges',
    {
      preHandler: freshFactor(platform),
      config: {
        access: mergePermission,
        problems: [stepUpRequired, subjectNotFound, mergeRefused, reasonMissing, alreadyRequested],
      },
      schema: {
        tags: ['subjects'],
        operationId: 'requestMerge',
        summary: 'Ask for one subject to be merged into another',
        description:
          'It waits under `/api/v1/approvals`. Once approved the records of both are shown as one everywhere; nothing is rewritten.',
        body: Type.Object({ code, into: code, reason }, { additionalProperties: false }),
        response: asked,
      },
    },
    async (request, reply) =>
      reply.code(202).send(await requestMerge(platform, request.actor as SignedInActor, request.body)),
  );

  server.post(
    '/api/v1/subject-merges/split',
    {
      preHandler: freshFactor(platform),
      config: {
        access: mergePermission,
        problems: [stepUpRequired, subjectNotFound, notMerged, alreadyRequested],
      },
      schema: {
        tags: ['subjects'],
        operationId: 'requestSplit',
        summary: 'Ask for a merge to be taken back',
        body: Type.Object({ code, reason }, { additionalProperties: false }),
        response: asked,
      },
    },
    async (request, reply) =>
      reply.code(202).send(await requestSplit(platform, request.actor as SignedInActor, request.body)),
  );
}
