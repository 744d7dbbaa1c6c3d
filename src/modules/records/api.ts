/** Addresses of records: what is public for everybody, and a unit's own for its officers. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { RoutePlugin, Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { listOwnRecords } from './list-own-records.ts';
import { readOwnRecords } from './permissions.ts';
import { recordFilterNeeded, recordNotFound } from './problems.ts';
import { findPublicRecord, listPublicRecordsOfItem, type PublicRecord } from './public-record.ts';

const nullable = (format?: string) =>
  Type.Union([format ? Type.String({ format }) : Type.String(), Type.Null()]);
const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2026-01-01'] });
const positionPattern = '^\\d{4}-\\d{2}-\\d{2}\\.\\d{1,19}$';

const recordShape = Type.Object({
  id: Type.String(),
  uscc: nullable(),
  subjectName: Type.String(),
  item: Type.String(),
  unit: Type.String(),
  authority: Type.Object({ uscc: Type.String(), name: Type.String() }),
  decisionNo: Type.String(),
  decidedOn: Type.String({ format: 'date' }),
  misconductClass: nullable(),
  fields: Type.Record(Type.String(), Type.String(), {
    description: 'Open fields by the codes of the data standard.',
  }),
  handedInOn: Type.String({ format: 'date' }),
  inForce: Type.Object(
    { from: Type.String({ format: 'date' }), until: nullable('date') },
    {
      description:
        'Public from … until (exclusive); until null: as long as the licence or registration lasts.',
    },
  ),
  basis: Type.Object({ until: Type.String(), rule: nullable(), ruleAtDecision: nullable() }),
  repairFrom: nullable('date'),
});

function toShape(record: PublicRecord) {
  return {
    id: record.id,
    uscc: record.uscc,
    subjectName: record.subjectName,
    item: record.item,
    unit: record.unit,
    authority: { uscc: record.authorityUscc, name: record.authorityName },
    decisionNo: record.decisionNo,
    decidedOn: record.decidedOn,
    misconductClass: record.misconductClass,
    fields: record.fields,
    handedInOn: record.handedInOn,
    inForce: { from: record.publicFrom, until: record.publicUntil },
    basis: { until: record.untilBecause, rule: record.ruleNow, ruleAtDecision: record.ruleAtDecision },
    repairFrom: record.repairFrom,
  };
}

/** Splits `2026-01-01.123` into a position of a list. */
function positionOf(text: string | undefined) {
  if (text === undefined) return undefined;
  return { decidedOn: text.slice(0, 10), recordId: text.slice(11) };
}

/** Records' routes of the API. */
export function recordsApi(platform: Platform): RoutePlugin {
  return (server) => {
    addPublicRoutes(platform, server);
    addOwnRoutes(platform, server);
  };
}

const PUBLIC_PAGE = 20;

function addPublicRoutes(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/public/records',
    {
      config: { access: 'public', problems: [recordFilterNeeded] },
      schema: {
        summary: 'Public records of an item, newest decision first',
        description:
          'Records about sole traders and other C13 subjects are not listed. Adverse items give one page of 20 and no next position: narrow the filter.',
        tags: ['public'],
        querystring: Type.Object({
          item: Type.String({ examples: ['administrative-licence'] }),
          unit: Type.Optional(Type.String()),
          from: Type.Optional(date),
          until: Type.Optional(date),
          before: Type.Optional(Type.String({ pattern: positionPattern })),
        }),
        response: { 200: Type.Object({ items: Type.Array(recordShape), next: nullable() }) },
      },
    },
    async (request, reply) => {
      const { item, unit, from, until, before } = request.query;
      const records = await listPublicRecordsOfItem(
        platform.db.portal,
        { item, unit, from, until },
        { before: positionOf(before), limit: PUBLIC_PAGE },
      );
      const adverse = records.some((record) => record.publicity === 'adverse');
      if (adverse && before !== undefined) throw new Problem(recordFilterNeeded);
      reply.header('cache-control', 'no-store');
      const last = records.at(-1);
      const more = records.length === PUBLIC_PAGE && !adverse && last !== undefined;
      return { items: records.map(toShape), next: more ? `${last.decidedOn}.${last.recordId}` : null };
    },
  );
  server.get(
    '/api/v1/public/records/:id',
    {
      config: { access: 'public', problems: [recordNotFound] },
      schema: {
        summary: 'One public record',
        description: 'A record that is public no longer is answered like one that never existed.',
        tags: ['public'],
        params: Type.Object({ id: Type.String() }),
        response: { 200: recordShape },
      },
    },
    async (request, reply) => {
      const record = await findPublicRecord(platform.db.portal, request.params.id);
      if (!record) throw new Problem(recordNotFound);
      reply.header('cache-control', 'no-store');
      return toShape(record);
    },
  );
}

function addOwnRoutes(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/records',
    {
      config: { access: readOwnRecords },
      schema: {
        summary: 'Records that your unit handed in, public or not',
        tags: ['records'],
        querystring: Type.Object({
          item: Type.Optional(Type.String()),
          from: Type.Optional(date),
          until: Type.Optional(date),
          decisionNo: Type.Optional(Type.String({ maxLength: 100 })),
          before: Type.Optional(Type.String({ pattern: positionPattern })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                id: Type.String(),
                item: Type.String(),
                version: Type.Integer(),
                authorityName: Type.String(),
                decisionNo: Type.String(),
                decidedOn: Type.String({ format: 'date' }),
                misconductClass: nullable(),
                submissionId: Type.String(),
                row: Type.Integer(),
                handedInOn: Type.String({ format: 'date' }),
                acceptedOn: Type.String({ format: 'date' }),
                fields: Type.Record(Type.String(), Type.String()),
                public: Type.Boolean(),
                publicUntil: nullable('date'),
              }),
            ),
            next: nullable(),
          }),
        },
      },
    },
    async (request) => {
      const { before, limit = 20, ...filter } = request.query;
      const found = await listOwnRecords(platform, request.actor as SignedInActor, {
        ...filter,
        before: positionOf(before),
        limit,
      });
      const next = found.length === limit ? (found.at(-1)?.position ?? null) : null;
      return { items: found.map(({ position: _, ...record }) => record), next };
    },
  );
}
