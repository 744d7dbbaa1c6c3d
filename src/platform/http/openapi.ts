/** The description of the API (OpenAPI 3.1), made from the routes' own schemas and declared problems. */
import swagger from '@fastify/swagger';
import type { FastifySchema, RouteOptions } from 'fastify';
import type { ProblemDefinition } from '../problem.ts';
import { invalidRequest, notAllowed, signInRequired } from '../problems.ts';
import type { Server } from './server-type.ts';

/** The title page of the description. */
export type ApiDescription = {
  readonly title: string;
  readonly version: string;
  readonly description: string;
};

const described = /^\/(api\/v1|oauth|health|log)(\/|$)/;

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'advice', 'traceId'],
  properties: {
    type: { type: 'string', description: 'The address of a page that explains this kind of problem.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    advice: { type: 'string', description: 'What to do about it.' },
    traceId: { type: 'string', description: 'Names this request in the log.' },
  },
};

/** The problems a route answers, grouped by status, as responses. */
function problemResponses(route: RouteOptions, schema: FastifySchema | undefined): Record<string, unknown> {
  const config = route.config ?? {};
  const problems: ProblemDefinition[] = [...(config.problems ?? [])];
  if (config.access !== 'public') problems.push(signInRequired, notAllowed);
  if (schema?.body || schema?.querystring || schema?.params) problems.push(invalidRequest);
  const responses: Record<string, unknown> = {};
  for (const status of new Set(problems.map((problem) => problem.status))) {
    const same = problems.filter((problem) => problem.status === status);
    responses[status] = {
      description: same.map((problem) => `${problem.title.en} (/problems/${problem.type})`).join('; '),
      content: { 'application/problem+json': { schema: problemSchema } },
    };
  }
  return responses;
}

/** Installs the description; must come before the routes. It is served at /api/openapi.json. */
export async function describeApi(server: Server, description: ApiDescription): Promise<void> {
  await server.register(swagger, {
    openapi: { openapi: '3.1.0', info: { ...description } },
    transform: ({ schema, url, route }) => {
      if (!described.test(url)) return { schema: { ...schema, hide: true }, url };
      const own = (schema?.response ?? {}) as Record<string, unknown>;
      return { schema: { ...schema, response: { ...problemResponses(route, schema), ...own } }, url };
    },
  });
  server.get('/api/openapi.json', { config: { access: 'public' } }, async () => server.swagger());
}
