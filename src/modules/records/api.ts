/** Addresses of public records. */
import { Type } from 'typebox';
import type { RoutePlugin, Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { invalidRequest, tooManyRequests } from '../../platform/problems.ts';
import { countRequest } from '../../platform/rate-limit.ts';
import type { ItemDefinition } from '../catalogue/index.ts';
import { logProofPending } from '../transparency/index.ts';
import { readPosition } from './pages/double-publicity/filter.ts';
import { adversePages } from './pages/limits.ts';
import { recordFilterNeeded, recordNotFound } from './problems.ts';
import { proofShape, receiptPart } from './proof-shapes.ts';
import { findPublicRecord, listPublicRecordsOfItem, type PublicRecord } from './public-record.ts';
import { findRecordProof, findRecordReceipt } from './record-proof.ts';
import { getReference } from './reference.ts';

const orNull = (example: string) => Type.Union([Type.String({ examples: [example] }), Type.Null()]);
const day = (example: string) => Type.String({ format: 'date', examples: [example] });
const dayOrNull = (example: string) => Type.Union([day(example), Type.Null()]);
const date = Type.String({ format: 'date', pattern: '^[12]', examples: ['2026-01-01'] });
const position = Type.String({
  pattern: `^[12]\\d{3}-\\d{2}-\\d{2}\\.${ID_PATTERN}$`,
  description: '`next` of the page before.',
  examples: ['2026-03-02.912345678901234567'],
});
const item = Type.String({ examples: ['administrative-penalty'] });
const unit = Type.String({ examples: ['market-supervision'] });
const decisionNo = Type.String({ examples: ['清市监处罚〔2026〕17号'] });
const misconductClass = Type.Union([Type.Enum(['slight', 'general', 'serious']), Type.Null()], {
  description: 'Only of penalties.',
  examples: ['general'],
});
const openFields = Type.Record(Type.String(), Type.String(), {
  description: 'Open fields by the codes of the data standard.',
  examples: [
    { CF_WSH: '清市监处罚〔2026〕17号', CF_CFLB: '罚款', CF_NR_FK: '2.000000', CF_JDRQ: '2026-03-02' },
  ],
});

const recordShape = Type.Object({
  id: Type.String({ examples: ['1f3k9z0q4m2ab-6xk0v9s2d1pf'] }),
  uscc: orNull('91371899MA3C1X2Y5F'),
  subjectName: Type.String({ examples: ['清和市鑫源建材有限公司'] }),
  item,
  unit,
  authority: Type.Object({
    uscc: Type.String({ examples: ['11371899MB2850123X'] }),
    name: Type.String({ examples: ['清和市市场监督管理局'] }),
  }),
  decisionNo,
  decidedOn: day('2026-03-02'),
  misconductClass,
  fields: openFields,
  handedInOn: day('2026-03-06'),
  inForce: Type.Object(
    { from: day('2026-03-06'), until: dayOrNull('2027-03-02') },
    {
      description:
        'Public from … until (exclusive); until null: as long as the licence or registration lasts.',
    },
  ),
  basis: Type.Object(
    {
      until: Type.Enum([
        'rule-now',
        'rule-at-decision',
        'own-period',
        'five-years',
        'valid-until',
        'open-ended',
      ]),
      rule: orNull('ndrc-36'),
      ruleAtDecision: orNull('ndrc-36'),
    },
    { description: 'Which rule sets the end; its articles are at /api/v1/public/law.' },
  ),
  repairFrom: dayOrNull('2026-06-02'),
});

function toShape(record: PublicRecord, item: ItemDefinition | undefined) {
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
    fields: openFieldsOf(record, item),
    handedInOn: record.handedInOn,
    inForce: { from: record.publicFrom, until: record.publicUntil },
    basis: { until: record.untilBecause, rule: record.ruleNow, ruleAtDecision: record.ruleAtDecision },
    repairFrom: record.repairFrom,
  };
}

/** What the data standard in force opens: an older row may hold more. */
function openFieldsOf(record: PublicRecord, item: ItemDefinition | undefined): Record<string, string> {
  const open = (item?.fields ?? []).filter((field) => field.openness === 'open' && record.fields[field.code]);
  return Object.fromEntries(open.map(({ code }) => [code, record.fields[code] as string]));
}

/** Splits `2026-01-01.123` into a position of a list. @throws Problem invalid-request for a day that is none */
function positionOf(text: string | undefined) {
  if (text === undefined) return undefined;
  const position = readPosition(text);
  if (!position) throw new Problem(invalidRequest, { detail: NOT_A_POSITION });
  return position;
}

const NOT_A_POSITION = {
  zh: 'before 应是前一页给出的 next，请原样填写。',
  en: 'before must be the `next` of the page before, as it was given.',
};

const noSuchItem = (items: readonly string[]) => ({
  zh: `目录中没有这个信息事项。item 可填：${items.join('、')}。`,
  en: `The catalogue has no such item. item may be: ${items.join(', ')}.`,
});

/** Records' routes of the API. */
export function recordsApi(platform: Platform): RoutePlugin {
  return (server) => {
    addPublicRoutes(platform, server);
  };
}

const PUBLIC_PAGE = 20;

function addPublicRoutes(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/public/records',
    {
      config: { access: 'public', problems: [recordFilterNeeded, tooManyRequests] },
      schema: {
        operationId: 'listPublicRecords',
        summary: 'Public records of an item, newest decision first',
        description:
          'Records about sole traders and other C13 subjects are not listed. Adverse items give one page of 20 and no next position: narrow the filter.',
        tags: ['public'],
        querystring: Type.Object({
          item: Type.String({ examples: ['administrative-licence'] }),
          unit: Type.Optional(unit),
          from: Type.Optional(date),
          until: Type.Optional(date),
          before: Type.Optional(position),
        }),
        response: {
          200: Type.Object({ items: Type.Array(recordShape), next: orNull('2026-03-02.912345678901234567') }),
        },
      },
    },
    async (request, reply) => {
      const { item, unit, from, until, before } = request.query;
      const { items: known } = await getReference(platform);
      const definition = known.get(item);
      if (!definition) throw new Problem(invalidRequest, { detail: noSuchItem([...known.keys()]) });
      if (definition.adverse) {
        countRequest(platform, adversePages, request.ip);
        if (before !== undefined) throw new Problem(recordFilterNeeded);
      }
      const records = await listPublicRecordsOfItem(
        platform.db.portal,
        { item, unit, from, until },
        { before: positionOf(before), limit: PUBLIC_PAGE },
      );
      reply.header('cache-control', 'no-store');
      const last = records.at(-1);
      const more = records.length === PUBLIC_PAGE && !definition.adverse && last !== undefined;
      return {
        items: records.map((record) => toShape(record, definition)),
        next: more ? `${last.decidedOn}.${last.recordId}` : null,
      };
    },
  );
  server.get(
    '/api/v1/public/records/:id',
    {
      config: { access: 'public', problems: [recordNotFound, tooManyRequests] },
      schema: {
        operationId: 'getPublicRecord',
        summary: 'One public record',
        description: 'A record that is public no longer is answered like one that never existed.',
        tags: ['public'],
        params: Type.Object({ id: recordShape.properties.id }),
        response: { 200: Type.Intersect([recordShape, receiptPart]) },
      },
    },
    async (request, reply) => {
      // Counted before it is looked up, as on the pages: the count tells nothing either.
      countRequest(platform, adversePages, request.ip);
      const record = await findPublicRecord(platform.db.portal, request.params.id);
      if (!record) throw new Problem(recordNotFound);
      reply.header('cache-control', 'no-store');
      const receipt = await findRecordReceipt(platform, record);
      return {
        ...toShape(record, (await getReference(platform)).items.get(record.item)),
        receipt: receipt ? { ...receipt, inner: `/api/v1/public/records/${record.id}/proof` } : null,
      };
    },
  );
  server.get(
    '/api/v1/public/records/:id/proof',
    {
      config: { access: 'public', problems: [recordNotFound, tooManyRequests, logProofPending] },
      schema: {
        operationId: 'getRecordProof',
        summary: 'That the transparency log holds a public record',
        description:
          'Leads from the public part of the record to the leaf of its entry; /log/proof/{entry} leads from there to the signed and witnessed checkpoint. What is not public stays behind its commitment. Bytes are in base64.',
        tags: ['public'],
        params: Type.Object({ id: recordShape.properties.id }),
        response: { 200: proofShape },
      },
    },
    async (request, reply) => {
      await countRequest(platform, adversePages, request.ip);
      const record = await findPublicRecord(platform.db.portal, request.params.id);
      if (!record) throw new Problem(recordNotFound);
      const proof = await findRecordProof(platform, record);
      if (!proof) throw new Problem(logProofPending, { headers: { 'retry-after': '2' } });
      reply.header('cache-control', 'no-store');
      return proof;
    },
  );
}
