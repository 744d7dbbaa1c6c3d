/** Addresses of supervision: what the self-check found, for officers and as counts for everybody. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { RoutePlugin, Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { addAnswerRoutes, stepShape } from './answer-api.ts';
import { addAuditRoutes } from './audit-api.ts';
import { findingKinds } from './duties-data.ts';
import { addIncidentRoutes } from './incidents-api.ts';
import { countPublicly, listFindings } from './list-findings.ts';
import { readFindings } from './permissions.ts';

const kind = Type.Enum([...findingKinds], { examples: ['public-past-end'] });
const unit = Type.String({ examples: ['market-supervision'] });
const words = Type.Object({
  zh: Type.String({ examples: ['清和市市场监督管理局'] }),
  en: Type.String({ examples: ['Qinghe Administration for Market Regulation'] }),
});

const findingShape = Type.Object({
  findingId: Type.String({ examples: ['912345678901234567'] }),
  kind,
  unit,
  item: Type.Union([Type.String({ examples: ['administrative-penalty'] }), Type.Null()]),
  reference: Type.String({
    description: 'Record number and version, or the number of the look.',
    examples: ['912345678901234567.1'],
  }),
  facts: Type.Record(Type.String(), Type.String(), { examples: [{ reason: 'ended', until: '2026-11-17' }] }),
  foundOn: Type.String({ format: 'date' }),
  dueOn: Type.String({ format: 'date' }),
  dueFixed: Type.Boolean({
    examples: [true],
    description: 'Whether the day is final; otherwise the year’s holidays are not published yet.',
  }),
  closedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  daysTaken: Type.Union([Type.Integer({ examples: [3] }), Type.Null()], {
    description: 'Working days until it was mended.',
  }),
  steps: Type.Array(stepShape),
});

/** The routes of supervision. */
export function supervisionApi(platform: Platform): RoutePlugin {
  return (server) => {
    addFindings(platform, server);
    addAnswerRoutes(platform, server);
    addPublicCounts(platform, server);
    addIncidentRoutes(platform, server);
    addAuditRoutes(platform, server);
  };
}

function addFindings(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/self-check',
    {
      config: { access: readFindings },
      schema: {
        operationId: 'listFindingsOfSelfCheck',
        summary: 'What the daily self-check found at your unit; at the centre, everywhere',
        tags: ['supervision'],
        querystring: Type.Object({
          state: Type.Optional(Type.Enum(['open', 'all'], { default: 'open' })),
          before: Type.Optional(
            Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] }),
          ),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(findingShape),
            next: Type.Union([Type.String({ examples: ['912345678901234567'] }), Type.Null()]),
          }),
        },
      },
    },
    async (request, reply) => {
      const { state = 'open', before, limit = 50 } = request.query;
      const page = { open: state === 'open', before, limit };
      const found = await listFindings(platform, request.actor as SignedInActor, page);
      reply.header('cache-control', 'no-store');
      return {
        items: found.map((one) => ({
          ...one,
          closedAt: one.closedAt?.toISOString() ?? null,
          steps: [...one.steps],
        })),
        next: found.length === limit ? (found.at(-1)?.findingId ?? null) : null,
      };
    },
  );
}

function addPublicCounts(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/public/self-check',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listSelfCheck',
        summary: 'How many faults the daily self-check has open at each unit',
        description: 'Units and kinds without any finding within a year are not listed.',
        tags: ['supervision'],
        response: {
          200: Type.Object({
            round: Type.Union([
              Type.Object({
                endedAt: Type.String({ format: 'date-time' }),
                records: Type.String({ examples: ['128412'] }),
                releases: Type.String({ examples: ['912'] }),
                stillOpen: Type.Integer({ examples: [0] }),
              }),
              Type.Null(),
            ]),
            items: Type.Array(
              Type.Object({
                unit,
                name: words,
                kind,
                open: Type.Integer({ examples: [0] }),
                overdue: Type.Integer({ examples: [0] }),
                mended: Type.Integer({ examples: [3] }),
                daysTaken: Type.Union([Type.Number({ examples: [2.5] }), Type.Null()], {
                  description: 'Working days to mend, on average within a year.',
                }),
              }),
            ),
            next: Type.Null(),
          }),
        },
      },
    },
    async () => {
      const { units, round } = await countPublicly(platform);
      return {
        round: round ? { ...round, endedAt: round.endedAt.toISOString() } : null,
        items: [...units],
        next: null,
      };
    },
  );
}
