/** Addresses of what officers say about a month: nothing to report, or which month a file is for. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { id, item, month } from './api-shapes.ts';
import { declareDelivery, declareNil, withdrawNilReport } from './declare.ts';
import { declareDeliveries } from './permissions.ts';
import { alreadyDeclaredNil, deliveryNotFound, nilNotFound, notOwed, recordsExist } from './problems.ts';

const tags = ['collection'];
const ownMonth = Type.Object({ item, month }, { additionalProperties: false });
const noted = Type.Null({ description: 'It is noted.' });

/** Adds the routes. */
export function addDeclarationRoutes(platform: Platform, server: Server): void {
  server.post(
    '/api/v1/collection/nil-reports',
    {
      config: { access: declareDeliveries, problems: [notOwed, recordsExist, alreadyDeclaredNil] },
      schema: {
        operationId: 'declareNil',
        summary: 'Declare that your unit has nothing to report for a month that is over',
        tags,
        body: ownMonth,
        response: { 204: noted },
      },
    },
    async (request, reply) => {
      await declareNil(platform, request.actor as SignedInActor, request.body);
      return reply.code(204).send(null);
    },
  );
  server.post(
    '/api/v1/collection/nil-reports/withdraw',
    {
      config: { access: declareDeliveries, problems: [nilNotFound] },
      schema: {
        operationId: 'withdrawNil',
        summary: 'Withdraw the declaration of nothing to report; it stays in the books',
        tags,
        body: ownMonth,
        response: { 204: noted },
      },
    },
    async (request, reply) => {
      await withdrawNilReport(platform, request.actor as SignedInActor, request.body);
      return reply.code(204).send(null);
    },
  );
  server.post(
    '/api/v1/collection/deliveries',
    {
      config: { access: declareDeliveries, problems: [deliveryNotFound, notOwed] },
      schema: {
        operationId: 'declareDelivery',
        summary: 'Say which month a file of your unit is for, where its day of arrival does not tell',
        tags,
        body: Type.Object({ submissionId: id, month }, { additionalProperties: false }),
        response: { 204: noted },
      },
    },
    async (request, reply) => {
      await declareDelivery(platform, request.actor as SignedInActor, request.body);
      return reply.code(204).send(null);
    },
  );
}
