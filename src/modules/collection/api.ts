/** Addresses of the collection list: who owes what, its months with their states, and news for officers. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { RoutePlugin, Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { listUnitNotices } from '../notices/index.ts';
import {
  assignmentShape,
  channel,
  contact,
  day,
  dueShape,
  id,
  item,
  noticeShape,
  state,
  unit,
} from './api-shapes.ts';
import { assignItem, endAssignment, listAssignments } from './assign.ts';
import { addDeclarationRoutes } from './declarations-api.ts';
import { listDues } from './list-dues.ts';
import { assignItems, readCollection } from './permissions.ts';
import {
  assignmentNotFound,
  assignmentOverlaps,
  centreOnly,
  contactPersonal,
  endTooEarly,
  notSuppliable,
} from './problems.ts';

const tags = ['collection'];

/** The routes of the collection list. */
export function collectionApi(platform: Platform): RoutePlugin {
  return (server) => {
    addReadingRoutes(platform, server);
    addAssignmentRoutes(platform, server);
    addDeclarationRoutes(platform, server);
  };
}

function addReadingRoutes(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/collection/dues',
    {
      config: { access: readCollection },
      schema: {
        operationId: 'listDues',
        summary: 'What your unit owes month by month, by when, and its state; at the centre, all units',
        tags,
        querystring: Type.Object({
          unit: Type.Optional(unit),
          item: Type.Optional(item),
          state: Type.Optional(state),
          months: Type.Optional(Type.Integer({ minimum: 0, maximum: 24, default: 12 })),
        }),
        response: { 200: Type.Object({ items: Type.Array(dueShape), next: Type.Null() }) },
      },
    },
    async (request, reply) => {
      const { months = 12, ...asked } = request.query;
      const dues = await listDues(platform, request.actor as SignedInActor, { ...asked, months });
      reply.header('cache-control', 'no-store');
      return {
        items: dues.map(({ delivery = null, nilDeclaredAt, ...due }) => ({
          ...due,
          delivery,
          nilDeclaredAt: nilDeclaredAt?.toISOString() ?? null,
        })),
        next: null,
      };
    },
  );
  server.get(
    '/api/v1/collection/notices',
    {
      config: { access: readCollection },
      schema: {
        operationId: 'listCollectionNotices',
        summary: 'Reminders and escalations for your duties at your unit, newest first',
        tags,
        response: { 200: Type.Object({ items: Type.Array(noticeShape), next: Type.Null() }) },
      },
    },
    async (request) => {
      const actor = request.actor as SignedInActor;
      const roles = actor.kind === 'account' ? actor.roles : [];
      const news = await listUnitNotices(platform.db.app, { unit: actor.unit, roles }, 20);
      return { items: news.map((one) => ({ ...one, at: one.at.toISOString() })), next: null };
    },
  );
}

function addAssignmentRoutes(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/collection/assignments',
    {
      config: { access: readCollection },
      schema: {
        operationId: 'listAssignments',
        summary: 'The rows of the collection list that hold: your unit’s; at the centre, all',
        tags,
        response: { 200: Type.Object({ items: Type.Array(assignmentShape), next: Type.Null() }) },
      },
    },
    async (request) => ({
      items: await listAssignments(platform, request.actor as SignedInActor),
      next: null,
    }),
  );
  server.post(
    '/api/v1/collection/assignments',
    {
      config: {
        access: assignItems,
        problems: [centreOnly, notSuppliable, contactPersonal, assignmentOverlaps],
      },
      schema: {
        operationId: 'assignItem',
        summary: 'Assign an item to a unit from a day on; the row that stands ends there',
        tags,
        body: Type.Object({ unit, item, channel, contact, since: day }, { additionalProperties: false }),
        response: { 201: assignmentShape },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await assignItem(platform, request.actor as SignedInActor, request.body)),
  );
  server.post(
    '/api/v1/collection/assignments/:assignmentId/end',
    {
      config: { access: assignItems, problems: [centreOnly, assignmentNotFound, endTooEarly] },
      schema: {
        operationId: 'endAssignment',
        summary: 'End a row of the collection list: from that day on nothing is owed',
        tags,
        params: Type.Object({ assignmentId: id }),
        body: Type.Object({ until: day }, { additionalProperties: false }),
        response: { 204: Type.Null({ description: 'It ends.' }) },
      },
    },
    async (request, reply) => {
      const { assignmentId } = request.params;
      await endAssignment(platform, request.actor as SignedInActor, assignmentId, request.body.until);
      return reply.code(204).send(null);
    },
  );
}
