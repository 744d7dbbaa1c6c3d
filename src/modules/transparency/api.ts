/** The log as the public reads it: checkpoint, keys, tiles and proofs; and the removals log. */
import { Type } from 'typebox';
import { parseTilePath, tileWidth } from '../../kernel/tlog/tile-path.ts';
import { TlogError } from '../../kernel/tlog/tlog-error.ts';
import type { RoutePlugin, Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { logFolderOf, openLogFiles } from './log-files.ts';
import { logEntryNotFound, logFileNotFound, logProofPending } from './problems.ts';
import { proveEntry } from './prove-entry.ts';
import { listRemovals } from './removals.ts';

const text = 'text/plain; charset=utf-8';
// Full tiles never change; partial ones are replaced by wider ones under another path.
const forEver = 'public, max-age=31536000, immutable';

/** Routes below /log and the API's list of removals. */
export function transparencyApi(platform: Platform): RoutePlugin {
  return (server) => {
    addLogRoutes(platform, server);
    addRemovals(platform, server);
  };
}

/** The one spelling of a tile's path, and whether the tile is full. */
function readTilePath(path: string): { path: string; isFull: boolean } {
  try {
    return { path, isFull: parseTilePath(path).width === tileWidth };
  } catch (error) {
    if (error instanceof TlogError) throw new Problem(logFileNotFound);
    throw error;
  }
}

function addLogRoutes(platform: Platform, server: Server): void {
  const files = openLogFiles(logFolderOf(platform.config.dataFolder));
  for (const name of ['checkpoint', 'keys'] as const) {
    server.get(
      `/log/${name}`,
      { config: { access: 'public', problems: [logFileNotFound] } },
      async (_request, reply) => {
        const bytes = await files.find(name);
        if (!bytes) throw new Problem(logFileNotFound);
        return reply.header('cache-control', 'no-cache').type(text).send(Buffer.from(bytes));
      },
    );
  }
  server.get(
    '/log/tile/*',
    { config: { access: 'public', problems: [logFileNotFound] } },
    async (request, reply) => {
      const { path, isFull } = readTilePath(`tile/${(request.params as { '*': string })['*']}`);
      const bytes = await files.find(path);
      if (!bytes) throw new Problem(logFileNotFound);
      reply.header('cache-control', isFull ? forEver : 'no-cache');
      return reply.type('application/octet-stream').send(Buffer.from(bytes));
    },
  );
  server.get(
    '/log/proof/:entryId',
    {
      config: { access: 'public', problems: [logEntryNotFound, logProofPending] },
      schema: { params: Type.Object({ entryId: Type.String({ pattern: `^${ID_PATTERN}$` }) }) },
    },
    async (request, reply) => {
      const proof = await proveEntry(platform, request.params.entryId);
      if (proof.state === 'unknown') throw new Problem(logEntryNotFound);
      if (proof.state === 'pending') throw new Problem(logProofPending, { headers: { 'retry-after': '2' } });
      return reply.header('cache-control', 'no-cache').type(text).send(proof.text);
    },
  );
}

function addRemovals(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/public/removals',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listRemovals',
        summary: 'How many public records were removed, by ground and month',
        description:
          'Months that are over, newest first. Grounds with fewer than ten records in a month are put together under `several`; where even these are fewer than ten, `records` is null.',
        tags: ['public'],
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                month: Type.String({ format: 'date', examples: ['2026-10-01'] }),
                ground: Type.String({ examples: ['submission-withdrawn'] }),
                records: Type.Union([Type.Integer({ examples: [34] }), Type.Null()]),
              }),
            ),
            next: Type.Null(),
          }),
        },
      },
    },
    async () => ({ items: await listRemovals(platform), next: null }),
  );
}
