/** Addresses of exports of many subjects: counting, asking, one's own exports, and fetching the file of one. */
import { Readable } from 'node:stream';
import { Type } from 'typebox';
import type { Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { tooManyRequests } from '../../platform/problems.ts';
import { alreadyRequested, freshFactor, stepUpRequired } from '../identity/index.ts';
import { day, words } from './api-shapes.ts';
import { countExport } from './bulk-export/count.ts';
import type { Officer } from './bulk-export/definition.ts';
import { listExports, MOST_DOWNLOADS, openExport } from './bulk-export/download.ts';
import { requestExport } from './bulk-export/request.ts';
import { exportPermission } from './permissions.ts';
import {
  accessNotWritable,
  caseNoNeeded,
  exportGrown,
  exportNotThere,
  exportRefused,
  exportRequestStale,
  exportTooLarge,
  nothingToDisclose,
  personsNotInBulk,
  purposeNotInBulk,
} from './problems.ts';
import { listPurposes } from './purposes.ts';

const exportId = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
const item = Type.String({ examples: ['administrative-penalty'] });
const count = (example: number) => Type.Integer({ examples: [example] });

const asked = {
  purpose: Type.String({ examples: ['supervision-inspection'] }),
  caseNo: Type.String({ maxLength: 100, examples: ['清市监检〔2026〕8号'] }),
  items: Type.Array(item, { minItems: 1, maxItems: 5 }),
  from: Type.Optional(day('2026-01-01')),
  until: Type.Optional(day('2026-11-01')),
  area: Type.Optional(
    Type.String({
      pattern: '^[0-9]{2,12}$',
      examples: ['371899'],
      description: 'The beginning of an area code.',
    }),
  ),
  fields: Type.Optional(
    Type.Array(Type.String({ examples: ['CF_WSH'] }), {
      minItems: 1,
      maxItems: 200,
      description: 'Codes of fields; absent: all that the purpose shows.',
    }),
  ),
  naturalPersons: Type.Optional(
    Type.Boolean({ examples: [false], description: 'Always refused: no purpose has persons in bulk.' }),
  ),
};

/** Numbers as they are told to whoever asks. */
const told = {
  subjects: Type.Union([count(112), Type.Null()], { description: 'Null: fewer than ten, or none.' }),
  records: Type.Union([count(160), Type.Null()], { description: 'Null where `subjects` is.' }),
};

const refusals = [
  nothingToDisclose,
  caseNoNeeded,
  purposeNotInBulk,
  personsNotInBulk,
  exportRefused,
  tooManyRequests,
];

/** Routes below /api/v1/exports. */
export function addBulkExport(platform: Platform, server: Server): void {
  addAsking(platform, server);
  addFetching(platform, server);
}

function addAsking(platform: Platform, server: Server): void {
  server.post(
    '/api/v1/exports/count',
    {
      preHandler: freshFactor(platform),
      config: { access: exportPermission, problems: [stepUpRequired, ...refusals] },
      schema: {
        operationId: 'countExport',
        summary: 'How much a bulk export would be about',
        description:
          'Numbers and fields alone; nobody is looked at, nothing is asked for. Each count is written down; 30 an hour.',
        tags: ['disclosures'],
        body: Type.Object(asked, { additionalProperties: false }),
        response: {
          200: Type.Object({
            ...told,
            most: Type.Integer({ examples: [5000], description: 'The most subjects of one export.' }),
            ownUnit: Type.Boolean({
              examples: [true],
              description: 'Whether records of the own unit alone are among it.',
            }),
            fields: Type.Array(
              Type.Object({
                item,
                itemName: words('行政处罚', 'Administrative penalties'),
                code: Type.String({ examples: ['CF_WSH'] }),
                name: words('行政处罚决定书文号', 'Number of the decision'),
                open: Type.Boolean({ examples: [true] }),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) => {
      const counted = await countExport(platform, request.actor as Officer, request.body);
      const { subjects, records, most, columns, filter } = counted;
      reply.header('cache-control', 'no-store');
      return {
        subjects,
        records,
        most,
        ownUnit: filter.unit !== undefined,
        fields: columns.map(({ item: { item: code, name }, field }) => ({
          item: code,
          itemName: name,
          code: field.code,
          name: field.name,
          open: field.openness === 'open',
        })),
      };
    },
  );

  server.post(
    '/api/v1/exports',
    {
      preHandler: freshFactor(platform),
      config: {
        access: exportPermission,
        problems: [
          stepUpRequired,
          ...refusals,
          exportTooLarge,
          alreadyRequested,
          exportRequestStale,
          exportGrown,
        ],
      },
      schema: {
        operationId: 'requestExport',
        summary: 'Ask for an export of many subjects',
        description:
          'It waits under `/api/v1/approvals`; a reviewer decides. Registered organisations alone: natural persons and whoever C13 treats so are left out. Each subject sees who looked, for what, and at what.',
        tags: ['disclosures'],
        body: Type.Object(
          {
            ...asked,
            reason: Type.String({ minLength: 4, maxLength: 500, examples: ['年度抽查，核对处罚履行情况'] }),
          },
          { additionalProperties: false },
        ),
        response: {
          202: Type.Object({
            approvalId: Type.String({ examples: ['912345678901234567'] }),
            ...told,
          }),
        },
      },
    },
    async (request, reply) =>
      reply.code(202).send(await requestExport(platform, request.actor as Officer, request.body)),
  );
}

function addFetching(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/exports',
    {
      config: { access: exportPermission },
      schema: {
        operationId: 'listExports',
        summary: 'Your approved exports',
        description: 'Newest first. Requests that wait are under `/api/v1/approvals`.',
        tags: ['disclosures'],
        querystring: Type.Object({
          before: Type.Optional(exportId),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                exportId,
                purpose: asked.purpose,
                purposeName: words('监督检查', 'Supervision and inspection'),
                caseNo: asked.caseNo,
                items: Type.Array(item),
                state: Type.Enum(['making', 'ready', 'failed', 'destroyed'], { examples: ['ready'] }),
                approvedAt: Type.String({ format: 'date-time', examples: ['2026-11-18T02:00:00.000Z'] }),
                expiresAt: Type.Union(
                  [Type.String({ format: 'date-time', examples: ['2026-11-19T02:00:00.000Z'] }), Type.Null()],
                  { description: 'When the file is destroyed.' },
                ),
                downloadsLeft: count(3),
                subjects: count(112),
                done: Type.Integer({ examples: [112], description: 'Subjects whose lines are made.' }),
              }),
            ),
            next: Type.Union([exportId, Type.Null()]),
          }),
        },
      },
    },
    async (request, reply) => {
      const { before, limit = 20 } = request.query;
      const found = await listExports(platform, request.actor as Officer, { before, limit });
      const names = new Map(
        (await listPurposes(platform.db.app)).map(({ purpose, name }) => [purpose, name]),
      );
      reply.header('cache-control', 'no-store');
      const now = platform.clock.now();
      return {
        items: found.map(({ downloads, ...one }) => ({
          ...one,
          items: [...one.items],
          // Until the worker has come by, what is over is over all the same.
          state: one.state === 'ready' && one.expiresAt && one.expiresAt <= now ? 'destroyed' : one.state,
          purposeName: names.get(one.purpose) ?? { zh: one.purpose, en: one.purpose },
          approvedAt: one.approvedAt.toISOString(),
          expiresAt: one.expiresAt?.toISOString() ?? null,
          downloadsLeft: Math.max(0, MOST_DOWNLOADS - downloads),
        })),
        next: found.length === limit ? (found.at(-1)?.exportId ?? null) : null,
      };
    },
  );

  server.get(
    '/api/v1/exports/:exportId/download',
    {
      preHandler: freshFactor(platform),
      config: { access: exportPermission, problems: [stepUpRequired, exportNotThere, accessNotWritable] },
      schema: {
        operationId: 'fetchExport',
        summary: 'Fetch the file of an export',
        description: 'CSV, UTF-8. By whoever asked for it alone, three times at most, until it is destroyed.',
        tags: ['disclosures'],
        params: Type.Object({ exportId }),
        produces: ['text/csv'],
        response: {
          200: Type.Unsafe<Readable>({ description: 'CSV.', examples: ['主体名称,统一社会信用代码'] }),
        },
      },
    },
    async (request, reply) => {
      const { exportId: id } = request.params;
      const parts = await openExport(platform, request.actor as Officer, id);
      return reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="export-${id}.csv"`)
        .send(Readable.from(parts));
    },
  );
}
