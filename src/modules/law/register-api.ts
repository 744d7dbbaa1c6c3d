/** Addresses of the register: what an instrument's end would end and asking for it, and policy papers. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { alreadyRequested } from '../identity/index.ts';
import { endInstrumentPermission, policyPapersPermission } from './permissions.ts';
import { instrumentEndRefused, instrumentUnknown, paperNotFound } from './problems.ts';
import { previewEnd, requestEnd } from './register/end-instrument.ts';
import { enterPaper, listPapers, reviewPolicyPaper } from './register/policy-papers.ts';

const id = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
const date = (example: string) => Type.String({ format: 'date', examples: [example] });
const text = (most: number, example: string) =>
  Type.String({ minLength: 4, maxLength: most, examples: [example] });
const orNull = (type: ReturnType<typeof Type.String>) => Type.Union([type, Type.Null()]);
const strict = { additionalProperties: false };
const instrument = Type.Object({ instrument: Type.String({ maxLength: 64, examples: ['ndrc-36'] }) });
const successor = Type.String({ maxLength: 64, examples: ['shandong-credit-2020'] });
const paperState = Type.Enum(['keep', 'revise', 'repeal'], { examples: ['revise'] });

const effects = Type.Object({
  items: Type.Array(
    Type.Object({
      item: Type.String({ examples: ['administrative-penalty'] }),
      zh: Type.String({ examples: ['行政处罚'] }),
      en: Type.String({ examples: ['Administrative penalties'] }),
      part: Type.Enum(['whole', 'persons'], {
        description: 'persons: only what it takes about natural persons.',
      }),
      records: Type.Integer({ description: 'Records that are public by it today.', examples: [1200] }),
    }),
  ),
  rules: Type.Record(Type.String(), Type.Integer(), {
    description: 'Other rules that rest on it, by kind.',
    examples: [{ 'time-limit': 2 }],
  }),
});

const paper = Type.Object({
  paperId: id,
  unit: Type.String({ examples: ['qh-housing'] }),
  unitZh: Type.String({ examples: ['清和市住房和城乡建设局'] }),
  unitEn: Type.String({ examples: ['Housing Bureau of Qinghe'] }),
  title: Type.String({ examples: ['清和市建筑市场信用管理办法'] }),
  number: orNull(Type.String({ examples: ['清建〔2022〕8号'] })),
  issuedOn: date('2022-05-01'),
  reviewDueOn: date('2026-12-31'),
  state: Type.Union([paperState, Type.Null()]),
  note: orNull(Type.String({ examples: ['与国办发〔2026〕8号不一致，启动修订'] })),
  isOverdue: Type.Boolean(),
});

/** Routes /api/v1/instruments/{instrument}/ending and /api/v1/policy-papers. */
export function registerApi(platform: Platform): RoutePlugin {
  return (server) => {
    const config = { access: endInstrumentPermission, problems: [instrumentUnknown, instrumentEndRefused] };
    server.get(
      '/api/v1/instruments/:instrument/ending',
      {
        config,
        schema: {
          tags: ['law'],
          operationId: 'previewInstrumentEnd',
          summary: 'What the end of an instrument would end',
          description:
            'Items and public records in numbers, and other rules that rest on it. Nothing is changed.',
          params: instrument,
          querystring: Type.Object(
            { endsOn: date('2027-01-01'), succeededBy: Type.Optional(successor) },
            strict,
          ),
          response: {
            200: Type.Object({
              effects,
              told: Type.Object({
                zh: Type.String({ examples: ['停止 1 个事项（行政处罚），1200 条记录不再公示。'] }),
                en: Type.String({ examples: ['1 item ends, 1,200 records leave the public.'] }),
              }),
            }),
          },
        },
      },
      async (request) => {
        const { endsOn, succeededBy = null } = request.query;
        const found = await previewEnd(platform, { ...request.params, endsOn, succeededBy });
        return { told: found.told, effects: { ...found.effects, items: [...found.effects.items] } };
      },
    );

    server.post(
      '/api/v1/instruments/:instrument/ending',
      {
        config: { ...config, problems: [instrumentUnknown, instrumentEndRefused, alreadyRequested] },
        schema: {
          tags: ['law'],
          operationId: 'requestInstrumentEnd',
          summary: 'Ask for the end of an instrument',
          description:
            'Publishers and administrators of the credit centre; somebody else of the centre decides.',
          params: instrument,
          body: Type.Object(
            {
              endsOn: date('2027-01-01'),
              succeededBy: Type.Optional(successor),
              reason: text(500, '国家发展改革委令第36号已废止'),
            },
            strict,
          ),
          response: { 202: Type.Object({ approvalId: id }) },
        },
      },
      async (request, reply) => {
        const { endsOn, succeededBy = null, reason } = request.body;
        const ending = { ...request.params, endsOn, succeededBy };
        return reply
          .code(202)
          .send(await requestEnd(platform, request.actor as SignedInActor, ending, reason));
      },
    );

    server.get(
      '/api/v1/policy-papers',
      {
        config: { access: policyPapersPermission },
        schema: {
          tags: ['law'],
          operationId: 'listPolicyPapers',
          summary: 'Local policy papers with their review',
          description: 'Those of your unit; for the credit centre those of all units, overdue ones first.',
          response: { 200: Type.Object({ items: Type.Array(paper), next: Type.Null() }) },
        },
      },
      async (request) => ({ items: await listPapers(platform, request.actor as SignedInActor), next: null }),
    );

    server.post(
      '/api/v1/policy-papers',
      {
        config: { access: policyPapersPermission },
        schema: {
          tags: ['law'],
          operationId: 'enterPolicyPaper',
          summary: 'Enter a policy paper of your unit',
          body: Type.Object(
            {
              title: text(200, '清和市建筑市场信用管理办法'),
              number: Type.Optional(Type.String({ maxLength: 100, examples: ['清建〔2022〕8号'] })),
              issuedOn: date('2022-05-01'),
              reviewDueOn: date('2026-12-31'),
            },
            strict,
          ),
          response: { 201: Type.Object({ paperId: id }) },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await enterPaper(platform, request.actor as SignedInActor, request.body)),
    );

    server.post(
      '/api/v1/policy-papers/:paperId/review',
      {
        config: { access: policyPapersPermission, problems: [paperNotFound] },
        schema: {
          tags: ['law'],
          operationId: 'reviewPolicyPaper',
          summary: 'Say whether a paper is kept, revised or repealed',
          description: 'Only the unit that made it: whoever made a paper mends it.',
          params: Type.Object({ paperId: id }),
          body: Type.Object(
            { state: paperState, note: text(500, '与国办发〔2026〕8号不一致，启动修订') },
            strict,
          ),
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const { paperId } = request.params;
        await reviewPolicyPaper(platform, request.actor as SignedInActor, paperId, request.body);
        return reply.code(204).send(null);
      },
    );
  };
}
