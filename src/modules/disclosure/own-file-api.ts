/** Addresses for a subject at its own file: who it is, what is held, who looked. */
import { Type } from 'typebox';
import type { SubjectActor } from '../../platform/actor.ts';
import type { Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import {
  notWithinAgency,
  readOnlySession,
  requireFullSession,
  requireWithinAgency,
} from '../agents/index.ts';
import { listAllUnits } from '../identity/index.ts';
import { listNotices, seeNotices } from '../notices/index.ts';
import { listAccesses } from './access-history.ts';
import { orNull, ownPersonShape, recordShape, subjectShape, words } from './api-shapes.ts';
import { getOwnSubject, listOwnIds, readOwnFile } from './own-file.ts';
import { ownFilePdf } from './own-file-document.ts';
import { requirePersonHeld } from './own-person-file.ts';
import { ownFilePermission } from './permissions.ts';
import { present } from './present.ts';
import { accessNotWritable, nothingHeldAboutYou, nothingToDisclose } from './problems.ts';
import { listPurposes } from './purposes.ts';

const accessShape = Type.Object({
  accessId: Type.String({ examples: ['912345678901234567'] }),
  at: Type.String({ format: 'date-time', examples: ['2026-11-18T02:00:00.000Z'] }),
  kind: Type.Enum(['look', 'own-unit', 'held-row', 'own-file'], { examples: ['look'] }),
  purpose: orNull('case-handling'),
  purposeName: Type.Union([words('办理案件', 'Handling a case'), Type.Null()]),
  caseNo: orNull('清市监立〔2026〕31号'),
  unit: orNull('market-supervision'),
  unitName: Type.Union([
    words('清和市市场监督管理局', 'Qinghe Administration for Market Regulation'),
    Type.Null(),
  ]),
  duty: orNull('case-officer'),
  officer: orNull('6XK0-V9S2-D1PF'),
  agentId: orNull('912345678901234567'),
  inBulk: Type.Boolean({
    examples: [false],
    description: 'One of many looks of an export that a second person approved.',
  }),
  shown: Type.Record(
    Type.String(),
    Type.Object({ records: Type.Array(Type.String()), fields: Type.Array(Type.String()) }),
    { description: 'Per item: the records, and the codes of their fields, that were shown.', examples: [{}] },
  ),
});

/** Adds the routes below /api/v1/me. */
export function addOwnFileRoutes(platform: Platform, server: Server): void {
  const access = ownFilePermission;
  server.get(
    '/api/v1/me',
    {
      config: { access, problems: [nothingToDisclose, nothingHeldAboutYou] },
      schema: {
        operationId: 'getOwnSubject',
        summary: 'Whose file this session opens',
        tags: ['me'],
        response: {
          200: Type.Object({
            subject: Type.Union([subjectShape, Type.Null()], {
              description: 'Null for a natural person, who is named, masked, in the file alone.',
            }),
            as: Type.Enum(['organisation', 'person'], { examples: ['organisation'] }),
            agentId: orNull('912345678901234567'),
            readOnly: Type.Boolean({ examples: [false] }),
          }),
        },
      },
    },
    async (request, reply) => {
      const actor = request.actor as SubjectActor;
      reply.header('cache-control', 'no-store');
      const isPerson = actor.as === 'person';
      if (isPerson) await requirePersonHeld(platform, actor.subjectId);
      const subject = isPerson ? null : await getOwnSubject(platform, actor);
      return {
        subject: subject && { ...subject, formerNames: [...subject.formerNames] },
        as: actor.as,
        agentId: actor.agentId ?? null,
        readOnly: actor.readOnly,
      };
    },
  );

  server.get(
    '/api/v1/me/file',
    {
      config: {
        access,
        problems: [nothingToDisclose, nothingHeldAboutYou, notWithinAgency, accessNotWritable],
      },
      schema: {
        operationId: 'getOwnFile',
        summary: 'Everything that is held about you',
        description: 'Every record with its source and basis, earlier and withdrawn versions too.',
        tags: ['me'],
        querystring: Type.Object({
          download: Type.Optional(
            Type.Literal('json', { description: 'Sends it as a file.', examples: ['json'] }),
          ),
        }),
        response: {
          200: Type.Object({
            asOf: Type.String({ format: 'date-time', examples: ['2026-11-18T02:00:00.000Z'] }),
            subject: Type.Union([subjectShape, ownPersonShape]),
            records: Type.Array(recordShape),
          }),
        },
      },
    },
    async (request, reply) => {
      const actor = request.actor as SubjectActor;
      await requireWithinAgency(platform, actor, request.query.download ? 'download' : 'read');
      const file = await readOwnFile(platform, actor);
      reply.header('cache-control', 'no-store');
      if (request.query.download) {
        reply.header('content-disposition', 'attachment; filename="my-file.json"');
      }
      return {
        asOf: file.asOf.toISOString(),
        subject:
          file.about === 'person'
            ? file.subject
            : { ...file.subject, formerNames: [...file.subject.formerNames] },
        records: await present(platform, file.records, file.about),
      };
    },
  );

  server.get(
    '/api/v1/me/file.pdf',
    {
      config: {
        access,
        problems: [nothingToDisclose, nothingHeldAboutYou, notWithinAgency, accessNotWritable],
      },
      schema: {
        operationId: 'getOwnFileDocument',
        summary: 'Everything that is held about you, as a document',
        description: 'PDF/A in Chinese, or in English by Accept-Language.',
        tags: ['me'],
        produces: ['application/pdf'],
        response: { 200: Type.Unsafe<Buffer>({ description: 'A PDF.', examples: ['%PDF-1.7 …'] }) },
      },
    },
    async (request, reply) => {
      const actor = request.actor as SubjectActor;
      await requireWithinAgency(platform, actor, 'download');
      const file = await readOwnFile(platform, actor);
      const pdf = await ownFilePdf(platform, file, request.language);
      return reply
        .type('application/pdf')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="my-file.pdf"')
        .send(pdf);
    },
  );

  server.get(
    '/api/v1/me/accesses',
    {
      config: { access, problems: [nothingToDisclose, nothingHeldAboutYou, notWithinAgency] },
      schema: {
        operationId: 'listOwnAccesses',
        summary: 'Who looked at your file',
        description:
          'When, which unit and duty, by which officer number, for what purpose and case, what was shown.',
        tags: ['me'],
        querystring: Type.Object({
          before: Type.Optional(
            Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] }),
          ),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
          mine: Type.Optional(
            Type.Literal('yes', { description: 'Also what you yourself looked at.', examples: ['yes'] }),
          ),
        }),
        response: {
          200: Type.Object({ items: Type.Array(accessShape), next: orNull('912345678901234567') }),
        },
      },
    },
    async (request, reply) => {
      const { before, limit = 50, mine } = request.query;
      const actor = request.actor as SubjectActor;
      await requireWithinAgency(platform, actor, 'accesses');
      const ids = await listOwnIds(platform, actor);
      const page = { before, limit, others: mine === undefined };
      const [looks, units, purposes] = await Promise.all([
        listAccesses(platform, ids, page),
        listAllUnits(platform),
        listPurposes(platform.db.app),
      ]);
      reply.header('cache-control', 'no-store');
      const items = looks.map((look) => ({
        ...look,
        purposeName: purposes.find(({ purpose }) => purpose === look.purpose)?.name ?? null,
        unitName: units.find(({ code }) => code === look.unit)?.name ?? null,
      }));
      return { items, next: looks.length === limit ? (looks.at(-1)?.accessId ?? null) : null };
    },
  );
  addNoticeRoutes(platform, server);
}

const kinds = [
  'adverse-record',
  'publicity-ended',
  'looked-at',
  'agent-named',
  'agent-ended',
  'code-used',
  'contact-changed',
  'incident',
] as const;

function addNoticeRoutes(platform: Platform, server: Server): void {
  const access = ownFilePermission;
  server.get(
    '/api/v1/me/notices',
    {
      config: { access, problems: [nothingToDisclose, nothingHeldAboutYou, notWithinAgency] },
      schema: {
        operationId: 'listOwnNotices',
        summary: 'What you were told',
        tags: ['me'],
        querystring: Type.Object({
          before: Type.Optional(
            Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] }),
          ),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                noticeId: Type.String({ examples: ['912345678901234567'] }),
                kind: Type.Enum([...kinds], { examples: ['adverse-record'] }),
                facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()]), {
                  examples: [{ decisionNo: '清市监处罚〔2026〕17号' }],
                }),
                at: Type.String({ format: 'date-time', examples: ['2026-11-18T02:00:00.000Z'] }),
                seen: Type.Boolean({ examples: [false] }),
              }),
            ),
            next: orNull('912345678901234567'),
          }),
        },
      },
    },
    async (request, reply) => {
      const { before, limit = 50 } = request.query;
      const actor = request.actor as SubjectActor;
      await requireWithinAgency(platform, actor, 'notices');
      const ids = await listOwnIds(platform, actor);
      const items = await listNotices(platform, ids, { before, limit });
      reply.header('cache-control', 'no-store');
      return {
        items: items.map((notice) => ({ ...notice, facts: { ...notice.facts } })),
        next: items.length === limit ? (items.at(-1)?.noticeId ?? null) : null,
      };
    },
  );

  server.post(
    '/api/v1/me/notices/seen',
    {
      config: { access, problems: [nothingToDisclose, nothingHeldAboutYou, readOnlySession] },
      schema: {
        operationId: 'seeNotices',
        summary: 'Mark what you were told as seen',
        tags: ['me'],
        body: Type.Object(
          { upTo: Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] }) },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null({ description: 'Seen.' }) },
      },
    },
    async (request, reply) => {
      const actor = request.actor as SubjectActor;
      requireFullSession(actor);
      const ids = await listOwnIds(platform, actor);
      await seeNotices(platform, ids, request.body.upTo);
      return reply.code(204).send(null);
    },
  );
}
