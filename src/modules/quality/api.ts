/** Quality's addresses: every unit's timeliness in public, and the dashboard of one's own. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { getDashboard } from './dashboard.ts';
import { listTimeliness } from './figures.ts';
import { addNoticeRoutes } from './from-above-api.ts';
import { addLeagueRoutes } from './league-api.ts';
import { readDashboard } from './permissions.ts';

const month = Type.String({ pattern: '^[12]\\d{3}-(0[1-9]|1[0-2])-01$', examples: ['2026-01-01'] });
const shareShape = Type.Union([Type.Number({ minimum: 0, maximum: 1, examples: [0.9682] }), Type.Null()]);
const unit = Type.String({ examples: ['market-supervision'] });
const item = Type.String({ examples: ['administrative-penalty'] });
const averageShape = Type.Union([Type.Number({ examples: [3.4] }), Type.Null()]);

const unitShape = Type.Object({
  unit,
  name: Type.Object(
    { zh: Type.String(), en: Type.String() },
    { examples: [{ zh: '清和市市场监督管理局', en: 'Qinghe Market Supervision Bureau' }] },
  ),
  item,
  records: Type.Integer({ examples: [412] }),
  handedInOnTime: Type.Integer({ examples: [396] }),
  publicOnTime: Type.Integer({ examples: [401] }),
  unfixed: Type.Integer({
    description:
      'Records in no share: their calendar is not published yet, no limit was in force, or they are not public.',
    examples: [3],
  }),
  handedInShare: shareShape,
  publicShare: shareShape,
  averageWorkingDays: averageShape,
  countedAt: Type.String({ format: 'date-time' }),
});

const monthShape = Type.Object({
  item,
  month: Type.String({ format: 'date', examples: ['2026-10-01'] }),
  records: Type.Integer({ examples: [38] }),
  handedInOnTime: Type.Integer({ examples: [36] }),
  publicOnTime: Type.Integer({ examples: [37] }),
  unfixed: Type.Integer({ examples: [0] }),
  averageWorkingDays: averageShape,
});

const seriesShape = Type.Object({
  unit,
  item,
  series: Type.String({ examples: ['清市监处罚〔2026〕…号'] }),
  lowest: Type.Integer({ examples: [1] }),
  highest: Type.Integer({ examples: [40] }),
  present: Type.Integer({ examples: [39] }),
  missing: Type.Array(Type.Integer({ examples: [17] }), {
    description: 'The first 200. A gap asks a question; it proves nothing.',
  }),
});

/** Quality's routes of the API. */
export function qualityApi(platform: Platform): RoutePlugin {
  return (server) => {
    addLeagueRoutes(platform, server);
    addNoticeRoutes(platform, server);
    server.get(
      '/api/v1/public/timeliness',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'listTimeliness',
          summary: 'Each unit’s on-time share per item',
          description:
            'Working days from decision to handing in (the unit’s share) and to publication (the legal limit), for the months of decision in [from, until).',
          tags: ['quality'],
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
              unit,
              asOf: Type.String({ format: 'date' }),
              inWork: Type.Integer({ examples: [1] }),
              heldRows: Type.Integer({ examples: [2] }),
              withFindings: Type.Integer({
                description: 'Submissions of the last 30 days with rejected rows.',
                examples: [4],
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
