/** Addresses for officers: the purposes they hold, a look into a subject's records, and their own unit's records. */
import { Type } from 'typebox';
import { parseCivilDate } from '../../kernel/civil-date.ts';
import type { SignedInActor } from '../../platform/actor.ts';
import type { RoutePlugin, Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { invalidRequest } from '../../platform/problems.ts';
import { findUnit } from '../identity/index.ts';
import { readOwnRecords } from '../records/index.ts';
import {
  day,
  dayOrNull,
  orNull,
  personShape,
  purposeShape,
  recordShape,
  subjectShape,
  uscc,
} from './api-shapes.ts';
import { addAudit } from './audit-api.ts';
import { addBulkExport } from './bulk-export-api.ts';
import { disclose } from './disclose.ts';
import { disclosePerson } from './disclose-person.ts';
import { addOwnErasure } from './own-erasure-api.ts';
import { addOwnFileRoutes } from './own-file-api.ts';
import { listOwnRecords } from './own-records.ts';
import { lookPermission } from './permissions.ts';
import { present } from './present.ts';
import { accessNotWritable, caseNoNeeded, nothingToDisclose } from './problems.ts';
import { holds, listPurposes } from './purposes.ts';
import { addPublicPurposes } from './purposes-api.ts';
import type { Purpose } from './purposes-data.ts';

/** The routes of disclosure. */
export function disclosureApi(platform: Platform): RoutePlugin {
  return (server) => {
    addLooks(platform, server);
    addOwnRecords(platform, server);
    addOwnFileRoutes(platform, server);
    addOwnErasure(platform, server);
    addPublicPurposes(platform, server);
    addAudit(platform, server);
    addBulkExport(platform, server);
  };
}

function toShape({ purpose, name, says, instrument, article, caseNo, reach }: Purpose) {
  return { purpose, name, says, basis: { instrument, article }, caseNo, reach };
}

const ownPurposeShape = Type.Object({
  ...purposeShape.properties,
  bulk: Type.Union([Type.Enum(['own-unit', 'all']), Type.Null()], {
    examples: ['all'],
    description: 'Whose records you may ask for in bulk under this purpose; null: one subject a look.',
  }),
});

const bulkOf = (actor: SignedInActor, { bulk }: Purpose) =>
  bulk && actor.kind === 'account' && actor.roles.some((role) => bulk.roles.includes(role))
    ? bulk.records
    : null;

const eitherOne = {
  detail: {
    zh: '请填写 uscc 或 identityNumber 中的一个，不要都填，也不要都不填。',
    en: 'Give either uscc or identityNumber, not both and not neither.',
  },
};

function addLooks(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/purposes',
    {
      config: { access: lookPermission },
      schema: {
        operationId: 'listOwnPurposes',
        summary: 'Purposes for which you may look into what is not public',
        description:
          'Of the closed list of the charter (C11), those that your roles and your unit hold today.',
        tags: ['disclosures'],
        response: { 200: Type.Object({ items: Type.Array(ownPurposeShape), next: Type.Null() }) },
      },
    },
    async (request) => {
      const actor = request.actor as SignedInActor;
      const unit = await findUnit(platform, actor.unit);
      const purposes = await listPurposes(platform.db.app);
      const held = unit ? purposes.filter((purpose) => holds(actor, unit, purpose)) : [];
      return { items: held.map((each) => ({ ...toShape(each), bulk: bulkOf(actor, each) })), next: null };
    },
  );

  server.post(
    '/api/v1/disclosures',
    {
      config: { access: lookPermission, problems: [nothingToDisclose, caseNoNeeded, accessNotWritable] },
      schema: {
        operationId: 'disclose',
        summary: 'Look into a subject’s records for a purpose',
        description:
          'Shows the least that the purpose allows. The look is written down before anything is read; the subject sees unit, duty, officer number, purpose, case number and what was shown. Of natural persons (by `identityNumber`) names and numbers are masked, only the purposes of the charter (C11) are open, and whoever is not known, not allowed or without anything for the purpose is answered alike (404).',
        tags: ['disclosures'],
        body: Type.Object(
          {
            uscc: Type.Optional(uscc),
            identityNumber: Type.Optional(
              Type.String({
                minLength: 1,
                maxLength: 40,
                examples: ['37189919850307077X'],
                description:
                  'In place of `uscc`: the identity number of a natural person, here and never in an address. It is kept nowhere.',
              }),
            ),
            purpose: Type.String({ examples: ['case-handling'] }),
            caseNo: Type.String({ maxLength: 100, examples: ['清市监立〔2026〕31号'] }),
            items: Type.Optional(
              Type.Array(Type.String({ examples: ['administrative-penalty'] }), {
                maxItems: 50,
                description: 'Items needed, where that is fewer than all.',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          201: Type.Object({
            accessId: Type.String({ examples: ['912345678901234567'] }),
            asOf: Type.String({ format: 'date-time', examples: ['2026-11-18T02:00:00.000Z'] }),
            purpose: purposeShape,
            subject: Type.Union([subjectShape, personShape]),
            records: Type.Array(recordShape),
          }),
        },
      },
    },
    async (request, reply) => {
      const actor = request.actor as SignedInActor;
      const { uscc: code, identityNumber, ...asked } = request.body;
      if ((code === undefined) === (identityNumber === undefined))
        throw new Problem(invalidRequest, eitherOne);
      const found =
        identityNumber === undefined
          ? await disclose(platform, { ...asked, actor, uscc: code as string })
          : await disclosePerson(platform, { ...asked, actor, identityNumber });
      const { accessId, asOf, purpose, records } = found;
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({
          accessId,
          asOf: asOf.toISOString(),
          purpose: toShape(purpose),
          subject:
            'person' in found
              ? found.person
              : { ...found.subject, formerNames: [...found.subject.formerNames] },
          records: await present(platform, records, 'person' in found ? 'person' : 'organisation'),
        });
    },
  );
}

const date = Type.String({ format: 'date', pattern: '^[12]', examples: ['2026-01-01'] });
const position = Type.String({
  pattern: `^[12]\\d{3}-\\d{2}-\\d{2}\\.${ID_PATTERN}$`,
  description: '`next` of the page before.',
  examples: ['2026-03-02.912345678901234567'],
});

/** Splits `2026-01-01.123` into a position of a list. @throws Problem invalid-request for a day that is none */
function positionOf(text: string | undefined) {
  if (text === undefined) return undefined;
  const [before = '', recordId = ''] = text.split('.');
  const decidedOn = parseCivilDate(before);
  if (decidedOn === undefined) {
    throw new Problem(invalidRequest, {
      detail: {
        zh: 'before 应是前一页给出的 next，请原样填写。',
        en: 'before must be the `next` of the page before, as it was given.',
      },
    });
  }
  return { decidedOn, recordId };
}

function addOwnRecords(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/records',
    {
      config: { access: readOwnRecords, problems: [accessNotWritable] },
      schema: {
        operationId: 'listOwnRecords',
        summary: 'Records that your unit handed in, public or not',
        description: 'Each subject of a record that is not public sees that your unit looked at it.',
        tags: ['records'],
        querystring: Type.Object({
          item: Type.Optional(Type.String({ examples: ['administrative-penalty'] })),
          from: Type.Optional(date),
          until: Type.Optional(date),
          decisionNo: Type.Optional(Type.String({ maxLength: 100, examples: ['清市监处罚〔2026〕17号'] })),
          before: Type.Optional(position),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                id: recordShape.properties.id,
                item: recordShape.properties.item,
                version: Type.Integer({ examples: [1] }),
                authorityName: Type.String({ examples: ['清和市市场监督管理局'] }),
                decisionNo: recordShape.properties.decisionNo,
                decidedOn: day('2026-03-02'),
                misconductClass: orNull('general'),
                submissionId: Type.String({ examples: ['912345678901234567'] }),
                row: Type.Integer({ examples: [2] }),
                handedInOn: day('2026-03-06'),
                acceptedOn: day('2026-03-06'),
                fields: Type.Record(Type.String(), Type.String(), {
                  description: 'Open fields by the codes of the data standard.',
                  examples: [{ CF_WSH: '清市监处罚〔2026〕17号' }],
                }),
                public: Type.Boolean({ examples: [true] }),
                publicUntil: dayOrNull('2027-03-02'),
              }),
            ),
            next: orNull('2026-03-02.912345678901234567'),
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
      return {
        items: found.map(
          ({ position: _position, subjectId: _subject, recordId: _record, ...record }) => record,
        ),
        next,
      };
    },
  );
}
