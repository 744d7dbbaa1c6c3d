/** Intake's entrances: handing in here, following beside it in reading-api, deciding in deciding-api. */
import type { Readable } from 'node:stream';
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import { acceptStreams, type RoutePlugin, type Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { scopeMissing } from '../identity/index.ts';
import { acknowledgementShape, alreadyReceivedShape, fileBody, submissionShape } from './api-shapes.ts';
import { addDecidingRoutes } from './deciding-api.ts';
import { submitPermission } from './permissions.ts';
import * as problems from './problems.ts';
import { addReadingRoutes } from './reading-api.ts';
import { type Channel, submitFile } from './submit-file.ts';

/** Media types a file may bear. What it is, is judged by its content. */
const FILE_TYPES = [
  'text/csv',
  'application/csv',
  'text/plain',
  'application/json',
  'application/x-ndjson',
  'application/octet-stream',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** All of intake's routes. */
export function intakeApi(platform: Platform): RoutePlugin {
  return async (server) => {
    // A scope of its own: here bodies arrive as streams.
    await server.register(async (scope: Server) => {
      acceptStreams(scope, FILE_TYPES);
      addSubmitRoute(platform, scope);
    });
    addReadingRoutes(platform, server);
    addDecidingRoutes(platform, server);
  };
}

function addSubmitRoute(platform: Platform, server: Server): void {
  server.post(
    '/api/v1/submissions',
    {
      config: {
        access: submitPermission,
        problems: [
          problems.unknownItem,
          problems.itemNotYours,
          scopeMissing,
          problems.uploadEmpty,
          problems.uploadCutOff,
          problems.uploadTooLarge,
        ],
      },
      schema: {
        operationId: 'handIn',
        summary: 'Hand in a file of an item',
        description:
          'The body is the file: CSV (UTF-8 or GB18030), XLSX or JSON, to 1,000,000 rows. It is acknowledged once it is stored; follow it at Location. The same file twice is told so and stored once.',
        tags: ['submissions'],
        querystring: Type.Object({
          item: submissionShape.properties.item,
          channel: Type.Optional(
            Type.Union([
              Type.Literal('console'),
              Type.Literal('form'),
              Type.Literal('api'),
              Type.Literal('cli'),
            ]),
          ),
          fileName: Type.Optional(Type.String({ maxLength: 300, examples: ['2026-03-penalties.csv'] })),
        }),
        body: fileBody,
        response: { 200: alreadyReceivedShape, 202: acknowledgementShape },
      },
    },
    async (request, reply) => {
      const { item, channel, fileName } = request.query;
      const acknowledged = await submitFile(platform, request.actor as SignedInActor, {
        item,
        channel: (channel ?? 'api') satisfies Channel,
        content: request.body as Readable,
        language: request.language,
        ...(fileName === undefined ? {} : { fileName }),
        ...(request.headers['content-type'] === undefined
          ? {}
          : { contentType: request.headers['content-type'] }),
      });
      reply.header('location', `/api/v1/submissions/${acknowledged.submissionId}`);
      if (acknowledged.sameFileAs) {
        const { submissionId, receivedAt } = acknowledged.sameFileAs;
        return reply.code(200).send({
          submissionId,
          status: 'already-received',
          sameFileAs: { submissionId, receivedAt: receivedAt.toISOString() },
        });
      }
      return reply.code(202).send({ submissionId: acknowledged.submissionId, status: 'received' });
    },
  );
}
