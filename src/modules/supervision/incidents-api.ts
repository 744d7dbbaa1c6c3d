/** Addresses of the register of incidents and its drill. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { alreadyRequested } from '../identity/index.ts';
import { incidentSteps, severities } from './duties-data.ts';
import {
  closeIncident,
  finishIncidentStep,
  type Incident,
  listIncidents,
  openIncident,
} from './incidents.ts';
import { keepIncidents, readIncidents } from './permissions.ts';
import { incidentNotFound, stepNotOpen, stepsLeft } from './problems.ts';
import { runDrill } from './run-drill.ts';

const orNull = (example: string) => Type.Union([Type.String({ examples: [example] }), Type.Null()]);
const severity = Type.Enum([...severities], { examples: ['considerable'] });
const step = Type.Enum([...incidentSteps], { examples: ['contain'] });
const what = (most: number) =>
  Type.String({ minLength: 4, maxLength: most, examples: ['一个单位的接口密钥泄露，可能有人越权读取。'] });
const params = Type.Object({
  incidentId: Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] }),
});

const incidentShape = Type.Object({
  incidentId: Type.String({ examples: ['912345678901234567'] }),
  drill: Type.Boolean({ examples: [true], description: 'A drill (演练): nobody outside was told.' }),
  severity,
  personalData: Type.Boolean({ examples: [true] }),
  what: Type.String({ examples: ['一个单位的接口密钥泄露，可能有人越权读取。'] }),
  units: Type.Array(Type.String({ examples: ['market-supervision'] })),
  subjects: Type.Integer({ examples: [12], description: 'How many subjects are concerned.' }),
  detectedAt: Type.String({ format: 'date-time' }),
  openedBy: Type.String({ examples: ['account:912345678901234567'] }),
  closedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  lessons: orNull('密钥按季度更换。'),
  steps: Type.Array(
    Type.Object({
      step,
      dueAt: Type.String({ format: 'date-time' }),
      byLaw: Type.Boolean({
        examples: [true],
        description: 'Whether the hours are the law’s or the house’s.',
      }),
      instrument: Type.String({ examples: ['国家网络安全事件报告管理办法'] }),
      article: Type.String({ examples: ['第四条'] }),
      doneAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
      doneBy: orNull('account:912345678901234567'),
      note: orNull('已停用该接口客户端。'),
    }),
  ),
});

const instant = (text: string | null) => (text === null ? null : new Date(text).toISOString());

function toShape({ subjectIds, ...incident }: Incident) {
  return {
    ...incident,
    units: [...incident.units],
    subjects: subjectIds.length,
    detectedAt: incident.detectedAt.toISOString(),
    closedAt: incident.closedAt?.toISOString() ?? null,
    steps: incident.steps.map((one) => ({
      ...one,
      dueAt: new Date(one.dueAt).toISOString(),
      doneAt: instant(one.doneAt),
    })),
  };
}

/** Adds the routes. */
export function addIncidentRoutes(platform: Platform, server: Server): void {
  const tags = ['supervision'];
  server.get(
    '/api/v1/incidents',
    {
      config: { access: readIncidents, problems: [incidentNotFound] },
      schema: {
        operationId: 'listIncidents',
        summary: 'Security incidents and drills, with what the law asks and what was done',
        tags,
        querystring: Type.Object({
          before: Type.Optional(
            Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] }),
          ),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
        }),
        response: {
          200: Type.Object({ items: Type.Array(incidentShape), next: orNull('912345678901234567') }),
        },
      },
    },
    async (request) => {
      const { before, limit = 20 } = request.query;
      const found = await listIncidents(platform, request.actor as SignedInActor, { before, limit });
      const next = found.length === limit ? (found.at(-1)?.incidentId ?? null) : null;
      return { items: found.map(toShape), next };
    },
  );
  server.post(
    '/api/v1/incidents',
    {
      config: { access: keepIncidents, problems: [incidentNotFound] },
      schema: {
        operationId: 'openIncident',
        summary: 'Open an incident; the duties that follow stand in it with their times',
        tags,
        body: Type.Object(
          {
            severity,
            personalData: Type.Boolean({ examples: [true] }),
            what: what(2_000),
            units: Type.Array(Type.String({ maxLength: 60, examples: ['market-supervision'] }), {
              maxItems: 200,
            }),
            usccs: Type.Array(Type.String({ pattern: '^[0-9A-Z]{18}$', examples: ['91371899MA3C1X2Y5F'] }), {
              maxItems: 10_000,
            }),
            detectedAt: Type.String({ format: 'date-time' }),
          },
          { additionalProperties: false },
        ),
        response: { 201: incidentShape },
      },
    },
    async (request, reply) => {
      const noticed = { ...request.body, drill: false, detectedAt: new Date(request.body.detectedAt) };
      return reply
        .code(201)
        .send(toShape(await openIncident(platform, request.actor as SignedInActor, noticed)));
    },
  );
  server.post(
    '/api/v1/incidents/drill',
    {
      config: { access: keepIncidents, problems: [incidentNotFound, stepNotOpen, stepsLeft] },
      schema: {
        operationId: 'runIncidentDrill',
        summary: 'Run a drill: the whole way of an incident, marked as one, telling nobody outside',
        tags,
        response: { 201: incidentShape },
      },
    },
    async (request, reply) =>
      reply.code(201).send(toShape(await runDrill(platform, request.actor as SignedInActor))),
  );
  server.post(
    '/api/v1/incidents/:incidentId/steps',
    {
      config: { access: keepIncidents, problems: [incidentNotFound, stepNotOpen, alreadyRequested] },
      schema: {
        operationId: 'finishIncidentStep',
        summary: 'Note a duty as done; telling subjects writes the note into their files',
        description: 'Telling subjects can’t be taken back: outside a drill somebody else approves it first.',
        tags,
        params,
        body: Type.Object({ step, note: what(4_000) }, { additionalProperties: false }),
        response: {
          200: incidentShape,
          202: Type.Object(
            { approvalId: Type.String({ examples: ['912345678901234567'] }) },
            { description: 'Somebody else decides.' },
          ),
        },
      },
    },
    async (request, reply) => {
      const done = { incidentId: request.params.incidentId, ...request.body };
      const found = await finishIncidentStep(platform, request.actor as SignedInActor, done);
      if ('approvalId' in found) return reply.code(202).send(found);
      return toShape(found);
    },
  );
  server.post(
    '/api/v1/incidents/:incidentId/close',
    {
      config: { access: keepIncidents, problems: [incidentNotFound, stepsLeft] },
      schema: {
        operationId: 'closeIncident',
        summary: 'Close an incident whose duties are done',
        tags,
        params,
        body: Type.Object({ lessons: what(4_000) }, { additionalProperties: false }),
        response: { 200: incidentShape },
      },
    },
    async (request) => {
      const closed = { incidentId: request.params.incidentId, ...request.body };
      return toShape(await closeIncident(platform, request.actor as SignedInActor, closed));
    },
  );
}
