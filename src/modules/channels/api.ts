/** Addresses of the ways in: how they stand, sources under four eyes, pausing them. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { RoutePlugin, Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { alreadyRequested } from '../identity/index.ts';
import { askedSourceShape, sourceId, wayShape } from './api-shapes.ts';
import { addExchangeRoutes, addExchangeUpload } from './exchange-api.ts';
import { listChannels } from './list-channels.ts';
import { defineSources, readChannels, steerSources } from './permissions.ts';
import { sourceNotFound, sourceRefused } from './problems.ts';
import { requestSource } from './pull/define-source.ts';
import { steerSource } from './pull/steer-source.ts';

const tags = ['channels'];

/** The routes of the ways in. */
export function channelsApi(platform: Platform): RoutePlugin {
  return async (server) => {
    addWays(platform, server);
    addSources(platform, server);
    addExchangeRoutes(platform, server);
    await addExchangeUpload(platform, server);
  };
}

function addWays(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/channels',
    {
      config: { access: readChannels },
      schema: {
        tags,
        operationId: 'getChannels',
        summary: 'By which ways your unit hands in; at the centre, any unit',
        querystring: Type.Object({
          unit: Type.Optional(Type.String({ maxLength: 64, examples: ['qh-market-supervision'] })),
        }),
        response: { 200: Type.Object({ items: Type.Array(wayShape), next: Type.Null() }) },
      },
    },
    async (request, reply) => {
      const { unit } = request.query;
      const actor = request.actor as SignedInActor;
      reply.header('cache-control', 'no-store');
      const items = await listChannels(platform, actor, { unit, language: request.language });
      return {
        items: items.map((way) => ({
          ...way,
          definition: way.definition && { ...way.definition, columns: { ...way.definition.columns } },
        })),
        next: null,
      };
    },
  );
}

function addSources(platform: Platform, server: Server): void {
  server.post(
    '/api/v1/pull-sources',
    {
      config: { access: defineSources, problems: [sourceRefused, sourceNotFound, alreadyRequested] },
      schema: {
        tags,
        operationId: 'requestSource',
        summary: 'Ask for a database of your unit to be read, or to be read otherwise',
        description: 'Somebody else decides. With `sourceId` that source is changed.',
        body: askedSourceShape,
        response: {
          202: Type.Object(
            { approvalId: Type.String({ examples: ['912345678901234567'] }), sourceId },
            { description: 'Somebody else decides this request.' },
          ),
        },
      },
    },
    async (request, reply) =>
      reply.code(202).send(await requestSource(platform, request.actor as SignedInActor, request.body)),
  );
  server.post(
    '/api/v1/pull-sources/:sourceId/state',
    {
      config: { access: steerSources, problems: [sourceNotFound] },
      schema: {
        tags,
        operationId: 'steerSource',
        summary: 'Pause a source, or let it go on; going on agrees to its columns as they are',
        params: Type.Object({ sourceId }),
        body: Type.Object(
          { to: Type.Enum(['pause', 'resume'], { examples: ['pause'] }) },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null({ description: 'Done.' }) },
      },
    },
    async (request, reply) => {
      const { to } = request.body;
      await steerSource(platform, request.actor as SignedInActor, request.params.sourceId, to);
      return reply.code(204).send(null);
    },
  );
}
