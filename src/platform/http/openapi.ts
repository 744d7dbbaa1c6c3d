/** The description of the API (OpenAPI 3.1), made from the routes' own schemas and declared problems. */
import swagger from '@fastify/swagger';
import type { FastifySchema, RouteOptions } from 'fastify';
import type { ProblemDefinition } from '../problem.ts';
import { invalidRequest, notAllowed, signInRequired } from '../problems.ts';
import { type ApiDocument, completeDocument } from './openapi-document.ts';
import type { Report } from './openapi-example.ts';
import type { Server } from './server-type.ts';

/** The title page of the description. */
export type ApiDescription = {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly license?: { readonly name: string; readonly identifier: string };
  /** What the groups of operations are about. */
  readonly tags?: readonly { readonly name: string; readonly description: string }[];
  /** How officers and machine clients prove who they are: Security Scheme Objects (OpenAPI 3.1 § 4.8.27). */
  readonly signIns?: Readonly<Record<'account' | 'client', object>>;
};

const plainSignIns = {
  client: { type: 'http', scheme: 'bearer' },
  account: { type: 'apiKey', in: 'cookie', name: 'session' },
};

// The log below /log is described by C2SP tlog-tiles, and its page is a page.
const described = /^\/(api\/v1|oauth|health)(\/|$)/;

/** The types of the problems that a route may answer, its guard's and its validator's included. */
function problemsOf(route: RouteOptions, schema: FastifySchema | undefined): string[] {
  const config = route.config ?? {};
  const problems: ProblemDefinition[] = [...(config.problems ?? [])];
  if (config.access !== 'public') problems.push(signInRequired, notAllowed);
  if (schema?.body || schema?.querystring || schema?.params) problems.push(invalidRequest);
  return [...new Set(problems.map(({ type }) => type))];
}

/** Who may ask, as OpenAPI says it; the empty entry stands for nobody in particular. */
function accessOf(route: RouteOptions) {
  const { access, identify } = route.config ?? {};
  if (access === undefined || access === 'public') {
    return { security: identify ? [{}, { account: [] }] : [] };
  }
  const ways: Record<string, string[]>[] = [];
  if (access.clients) ways.push({ client: [] });
  if (access.roles.length > 0) ways.push({ account: [] });
  const { id: permission, roles, clients } = access;
  return { security: ways, 'x-access': { permission, roles: [...roles], clients } };
}

/** Installs the description; must come before the routes. It is served at /api/openapi.json. */
export async function describeApi(server: Server, description: ApiDescription): Promise<void> {
  const { tags = [], signIns = plainSignIns, ...info } = description;
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info,
      servers: [{ url: '/', description: 'This installation.' }],
      tags: tags.map((tag) => ({ ...tag })),
      components: { securitySchemes: { ...signIns } as unknown as Record<string, never> },
    },
    transform: ({ schema, url, route }) => {
      if (!described.test(url)) return { schema: { ...schema, hide: true }, url };
      const more = { ...accessOf(route), 'x-problems': problemsOf(route, schema) };
      return { schema: { ...schema, ...more } as FastifySchema, url };
    },
  });
  let document: ApiDocument | undefined;
  server.decorate('apiDocument', (report?: Report) => {
    if (document && !report) return document;
    // Through JSON: a copy of our own, as everybody else will read it, without the symbols that schemas carry.
    document = completeDocument(JSON.parse(JSON.stringify(server.swagger())) as ApiDocument, report);
    return document;
  });
  server.get('/api/openapi.json', { config: { access: 'public' } }, async () => server.apiDocument());
}
