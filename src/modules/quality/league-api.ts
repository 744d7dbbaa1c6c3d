/** Addresses of the league: the table, its inputs as CSV, and a unit's declared registers. */
import type { Readable } from 'node:stream';
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { itemNotYours } from '../intake/index.ts';
import { declareRegister, listDeclaredMonths } from './league/declare-register.ts';
import { DOWNLOADS, type Download, openDownload } from './league/downloads.ts';
import { FIGURES } from './league/figures-data.ts';
import { listLeague } from './league/league.ts';
import { periodOf } from './league/period.ts';
import { asNumber } from './league/share.ts';
import { declareRegisters, readDashboard } from './permissions.ts';
import { monthNotOver, periodNotWhole } from './problems.ts';

const month = Type.String({ pattern: '^[12]\\d{3}-(0[1-9]|1[0-2])-01$', examples: ['2026-01-01'] });
const item = Type.String({ examples: ['administrative-penalty'] });
const period = Type.Object({
  from: Type.Optional(month),
  until: Type.Optional(Type.String({ pattern: '^[12]\\d{3}-(0[1-9]|1[0-2])-01$', examples: ['2026-11-01'] })),
});

const figureShape = Type.Object(
  {
    figure: Type.Enum([...FIGURES]),
    part: Type.Integer(),
    of: Type.Integer(),
    share: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], {
      description: 'part ÷ of, rounded half up to four decimals; null where there is nothing to count.',
    }),
  },
  { examples: [{ figure: 'timeliness', part: 396, of: 412, share: 0.9612 }] },
);

/** The routes of the league. */
export function addLeagueRoutes(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/public/quality/league',
    {
      config: { access: 'public', problems: [periodNotWhole] },
      schema: {
        operationId: 'listLeague',
        summary: 'The departments’ quality league',
        description:
          'Six figures a unit over the months in [from, until), by default the last twelve that are over. Files count in the month in which they came, records in the month of their decision. Everything it is counted from is at /api/v1/public/quality/inputs/….',
        tags: ['quality'],
        querystring: period,
        response: {
          200: Type.Object({
            from: month,
            until: month,
            items: Type.Array(
              Type.Object({
                place: Type.Union([Type.Integer({ examples: [1] }), Type.Null()]),
                unit: Type.String({ examples: ['market-supervision'] }),
                name: Type.Object(
                  { zh: Type.String(), en: Type.String() },
                  { examples: [{ zh: '清和市市场监督管理局', en: 'Qinghe Market Supervision Bureau' }] },
                ),
                index: Type.Union([Type.Number({ examples: [0.9682] }), Type.Null()]),
                figures: Type.Array(figureShape),
              }),
            ),
            next: Type.Null(),
          }),
        },
      },
    },
    async (request) => {
      const scope = periodOf(platform.clock.today(), request.query);
      const rows = await listLeague(platform.db.portal, scope);
      return {
        from: scope.from,
        until: scope.until,
        items: rows.map(({ place, unit, name, index, parts, shares }) => ({
          ...{ place, unit, name },
          index: asNumber(index),
          figures: FIGURES.map((figure) => ({ figure, ...parts[figure], share: asNumber(shares[figure]) })),
        })),
        next: null,
      };
    },
  );
  server.get(
    '/api/v1/public/quality/inputs/:file',
    {
      config: { access: 'public', problems: [periodNotWhole] },
      schema: {
        operationId: 'downloadInputs',
        summary: 'What the league is counted from, as CSV',
        description:
          'submissions: each file in numbers · record-dates: how many records share the same days (of what is not public, the month alone) · declarations: what units say of their own registers · time-limits, working-days, units: what the clocks need. With a header line, UTF-8.',
        tags: ['quality'],
        params: Type.Object({ file: Type.Enum(Object.keys(DOWNLOADS) as Download[]) }),
        querystring: period,
        response: {
          200: {
            content: {
              'text/csv': {
                schema: Type.Unsafe<Readable>(
                  Type.String({
                    examples: [
                      'unit_code,item,month,decisions\r\ntransport,administrative-licence,2026-10-01,42\r\n',
                    ],
                  }),
                ),
              },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const scope = periodOf(platform.clock.today(), request.query);
      const { file } = request.params;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${file}.csv"`)
        .send(openDownload(platform.db.portal, file, scope));
    },
  );
  addRegisterRoutes(platform, server);
}

function addRegisterRoutes(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/registers',
    {
      config: { access: readDashboard, problems: [periodNotWhole] },
      schema: {
        operationId: 'listRegisters',
        summary: 'Your unit’s months: decisions declared, and records handed in',
        tags: ['quality'],
        querystring: period,
        response: {
          200: Type.Object({
            from: month,
            until: month,
            items: Type.Array(
              Type.Object({
                item,
                month,
                declared: Type.Union([Type.Integer({ examples: [42] }), Type.Null()]),
                records: Type.Integer({ examples: [40] }),
                declaredAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
              }),
            ),
            next: Type.Null(),
          }),
        },
      },
    },
    async (request) => {
      const scope = periodOf(platform.clock.today(), request.query);
      const months = await listDeclaredMonths(platform, request.actor as SignedInActor, scope);
      return {
        ...{ from: scope.from, until: scope.until },
        items: months.map((one) => ({ ...one, declaredAt: one.declaredAt?.toISOString() ?? null })),
        next: null,
      };
    },
  );
  server.post(
    '/api/v1/registers',
    {
      config: { access: declareRegisters, problems: [monthNotOver, itemNotYours] },
      schema: {
        operationId: 'declareRegister',
        summary: 'Declare how many decisions your unit’s own register holds for a month',
        description: 'A later declaration for the same month takes the place of an earlier one.',
        tags: ['quality'],
        body: Type.Object({
          item,
          month,
          decisions: Type.Integer({ minimum: 0, maximum: 10_000_000, examples: [42] }),
        }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await declareRegister(platform, request.actor as SignedInActor, request.body);
      return reply.code(204).send(null);
    },
  );
}
