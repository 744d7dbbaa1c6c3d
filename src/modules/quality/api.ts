/** Quality's addresses: every unit's timeliness in public, and the dashboard of one's own. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { getDashboard } from './dashboard.ts';
import { listTimeliness } from './figures.ts';
import { readDashboard } from './permissions.ts';

const month = Type.String({ pattern: '^\\d{4}-\\d{2}-01$', examples: ['2026-01-01'] });
const shareShape = Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()]);

const unitShape = Type.Object({
  unit: Type.String(),
  name: Type.Object({ zh: Type.String(), en: Type.String() }),
  item: Type.String(),
  records: Type.Integer(),
  handedInOnTime: Type.Integer(),
  publicOnTime: Type.Integer(),
  unfixed: Type.Integer({ description: 'Records whose calendar is not published yet: in no share.' }),
  handedInShare: shareShape,
  publicShare: shareShape,
  averageWorkingDays: Type.Union([Type.Number(), Type.Null()]),
  countedAt: Type.String({ format: 'date-time' }),
});

const monthShape = Type.Object({
  item: Type.String(),
  month: Type.String({ format: 'date' }),
  records: Type.Integer(),
  handedInOnTime: Type.Integer(),
  publicOnTime: Type.Integer(),
  unfixed: Type.Integer(),
  averageWorkingDays: Type.Union([Type.Number(), Type.Null()]),
});

const seriesShape = Type.Object({
  unit: Type.String(),
  item: Type.String(),
  series: Type.String(),
  lowest: Type.Integer(),
  highest: Type.Integer(),
  present: Type.Integer(),
  missing: Type.Array(Type.Integer(), {
    description: 'The first 200. A gap asks a question; it proves nothing.',
  }),
});

/** Quality's routes of the API. */
export function qualityApi(platform: Platform): RoutePlugin {
  return (server) => {
    server.get(
      '/api/v1/public/timeliness',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'listTimeliness',
          summary: 'Each unit’s on-time share per item',
          description:
            'Working days from decision to handing in (the unit’s share) and to publication (the legal limit), for the months of decision in [from, until).',
          tags: ['public'],
          querystring: Type.Object({ from: Type.Optional(month), until: Type.Optional(month) }),
          response: { 200: Type.Object({ items: Type.Array(unitShape), next: Type.Null() }) },
        },
      },
      async (request) => {
        const { from = '2000-01-01', until = '9999-01-01' } = request.query;
        const items = await listTimeliness(platform.db.portal, { from, until });
        return {
          items: items.map((unit) => ({ ...unit, countedAt: unit.countedAt.toISOString() })),
          next: null,
        };
      },
    );
    server.get(
      '/api/v1/dashboard',
      {
        config: { access: readDashboard },
        schema: {
          operationId: 'getDashboard',
          summary: 'Your unit’s own figures',
          tags: ['quality'],
          response: {
            200: Type.Object({
              unit: Type.String(),
              asOf: Type.String({ format: 'date' }),
              inWork: Type.Integer(),
              heldRows: Type.Integer(),
              withFindings: Type.Integer({
                description: 'Submissions of the last 30 days with rejected rows.',
              }),
              months: Type.Array(monthShape),
              series: Type.Array(seriesShape),
            }),
          },
        },
      },
      async (request) => getDashboard(platform, request.actor as SignedInActor),
    );
  };
}
