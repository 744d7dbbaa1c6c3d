/** Addresses for auditors about looks: counts, and who looked at whom for a matter of the auditor's own. */
import { Type } from 'typebox';
import { type CivilDate, parseCivilDate } from '../../kernel/civil-date.ts';
import type { SignedInActor } from '../../platform/actor.ts';
import type { Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { invalidRequest } from '../../platform/problems.ts';
import { day, orNull } from './api-shapes.ts';
import { AUDITED_AT_ONCE, auditAccesses, countAccesses } from './audit-accesses.ts';
import { auditLooks } from './permissions.ts';
import { accessNotWritable, caseNoNeeded, nothingToDisclose } from './problems.ts';

const tags = ['audit'];
const date = Type.String({ format: 'date', pattern: '^[12]', examples: ['2026-11-01'] });
const unit = Type.String({ maxLength: 64, examples: ['scjg'] });
const purpose = Type.String({ maxLength: 64, examples: ['case-handling'] });
const kind = Type.Enum(['look', 'own-unit', 'held-row'], {
  examples: ['look'],
  description: 'For a purpose; at the unit’s own records; at a row on hold.',
});
const number = (example: number, description: string) => Type.Integer({ examples: [example], description });

const MOST_DAYS = 366;

/** @throws Problem invalid-request for a day that is none, or a period that is too long */
function periodOf(from: string, until: string): { from: CivilDate; until: CivilDate } {
  const [first, last] = [parseCivilDate(from), parseCivilDate(until)];
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  if (first !== undefined && last !== undefined && days > 0 && days <= MOST_DAYS)
    return { from: first, until: last };
  throw new Problem(invalidRequest, {
    detail: {
      zh: `from 和 until 应是日期，until 晚于 from，相距不超过 ${MOST_DAYS} 天。`,
      en: `from and until must be days, until after from, and at most ${MOST_DAYS} days apart.`,
    },
  });
}

function addCounts(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/audit/access-counts',
    {
      config: { access: auditLooks },
      schema: {
        operationId: 'countAccesses',
        summary: 'Looks at what is not public, by day, unit and purpose',
        description:
          'Of your own unit; at the centre, of every unit. `until` is the first day that is left out.',
        tags,
        querystring: Type.Object({
          from: date,
          until: date,
          unit: Type.Optional(unit),
          purpose: Type.Optional(purpose),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                day: day('2026-11-18'),
                unit,
                kind,
                purpose: orNull('case-handling'),
                looks: number(3, 'Looks.'),
                subjects: number(12, 'Subjects of them, each look counted apart.'),
                officers: number(2, 'Different officers.'),
                machines: number(0, 'Different machine clients.'),
              }),
            ),
            next: Type.Null(),
          }),
        },
      },
    },
    async (request) => {
      const { from, until, ...filter } = request.query;
      const period = periodOf(from, until);
      const items = await countAccesses(platform, request.actor as SignedInActor, { ...filter, ...period });
      return { items, next: null };
    },
  );
}

function addLooks(platform: Platform, server: Server): void {
  server.post(
    '/api/v1/audit/accesses',
    {
      config: { access: auditLooks, problems: [nothingToDisclose, caseNoNeeded, accessNotWritable] },
      schema: {
        operationId: 'auditAccesses',
        summary: 'Who looked at whom on a day, for a matter of your own',
        description:
          'Your reading is a look itself: it is written down for the purpose of audit, and each subject concerned is told. What was shown is counted, never repeated; natural persons are not named.',
        tags,
        body: Type.Object(
          {
            unit,
            day: date,
            kind,
            purpose: Type.Union([purpose, Type.Null()]),
            caseNo: Type.String({ maxLength: 100, examples: ['审〔2026〕3号'] }),
            before: Type.Optional(
              Type.String({
                pattern: `^${ID_PATTERN}\\.${ID_PATTERN}$`,
                description: '`next` of the page before.',
                examples: ['912345678901234567.812345678901234567'],
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          201: Type.Object({
            accessId: orNull('912345678901234567'),
            items: Type.Array(
              Type.Object({
                accessId: Type.String({ examples: ['912345678901234567'] }),
                at: Type.String({ format: 'date-time', examples: ['2026-11-18T02:00:00.000Z'] }),
                subject: Type.Union([
                  Type.Object({
                    uscc: orNull('91371899MA3C1X2Y5F'),
                    name: Type.String({ examples: ['清和市鑫源建材有限公司'] }),
                  }),
                  Type.Null({ description: 'A natural person.' }),
                ]),
                caseNo: orNull('清市监立〔2026〕31号'),
                duty: orNull('case-officer'),
                officer: Type.String({ examples: ['3W5E-11264-SG'] }),
                shown: Type.Array(
                  Type.Object({
                    item: Type.String({ examples: ['administrative-penalty'] }),
                    records: number(2, 'Records shown.'),
                    fields: number(14, 'Fields shown of them.'),
                  }),
                ),
              }),
            ),
            next: orNull('912345678901234567.812345678901234567'),
          }),
        },
      },
    },
    async (request, reply) => {
      const { day: given, before, ...asked } = request.body;
      const on = parseCivilDate(given);
      if (on === undefined) throw new Problem(invalidRequest);
      const [accessId = '', subjectId = ''] = before?.split('.') ?? [];
      const read = await auditAccesses(platform, request.actor as SignedInActor, {
        ...asked,
        day: on,
        before: before === undefined ? undefined : { accessId, subjectId },
      });
      const last = read.looks.length === AUDITED_AT_ONCE ? read.looks.at(-1) : undefined;
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({
          accessId: read.accessId,
          items: read.looks.map(({ subjectId: _subject, subject, at, shown, ...look }) => ({
            ...look,
            at: at.toISOString(),
            subject: subject ?? null,
            shown: [...shown],
          })),
          next: last ? `${last.accessId}.${last.subjectId}` : null,
        });
    },
  );
}

/** Adds the routes. */
export function addAudit(platform: Platform, server: Server): void {
  addCounts(platform, server);
  addLooks(platform, server);
}
