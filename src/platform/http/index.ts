/** The HTTP door: one server with guards, problems, metrics and the API's description; routes come as plugins. */
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import { type FastifyBaseLogger, type FastifyRequest, fastify, LogController } from 'fastify';
import { randomId } from '../crypto.ts';
import { chooseLanguage } from '../language.ts';
import type { Log } from '../log.ts';
import type { ProblemDefinition } from '../problem.ts';
import { fault } from '../problems.ts';
import { type Authenticate, guardRoutes } from './access.ts';
import { answerClientError } from './client-error.ts';
import { addHealthRoutes, type HealthCheck } from './health.ts';
import type { Metrics } from './metrics.ts';
import { type ApiDescription, describeApi } from './openapi.ts';
import { answerProblem, type RenderProblem } from './problem-answer.ts';
import { problemOf } from './request-errors.ts';
import { securityHeaders, sendSecurityHeaders } from './security-headers.ts';
import type { Server } from './server-type.ts';
import { separateHosts } from './two-hosts.ts';
import { answerUnknownAddresses } from './unknown-address.ts';
import { refuseUnstorableText } from './unstorable-text.ts';
import { compileValidator } from './validation.ts';

export type { Authenticate } from './access.ts';
export { browserOrigin, isPlainLoopback, ownHost } from './browser-origin.ts';
export type { HealthCheck } from './health.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export type { ApiDescription } from './openapi.ts';
export type { ProblemView, RenderProblem } from './problem-answer.ts';
export { acceptStreams } from './raw-body.ts';
export type { Server } from './server-type.ts';

/** Adds routes; each must say `config: { access }`. */
export type RoutePlugin = (server: Server) => void | Promise<void>;

export type ServerOptions = {
  readonly log: Log;
  readonly authenticate: Authenticate;
  readonly renderProblem: RenderProblem;
  readonly routes: readonly RoutePlugin[];
  readonly checks: readonly HealthCheck[];
  readonly metrics: Metrics;
  readonly api: ApiDescription;
  readonly trustProxy: boolean | string;
  /** The origin that browsers see (`config.origin`); absent: what a request says. */
  readonly origin?: string | undefined;
  /** The console's own (`config.consoleOrigin`), only beside `origin`; absent: both are one. */
  readonly consoleOrigin?: string | undefined;
  /** Largest body of ordinary requests, in bytes (files go through acceptStreams). */
  readonly bodyLimit?: number;
};

const mebibyte = 1024 * 1024;

/** What the log says of a request: the route, not the address, since a query may hold a name. */
function serializeRequest(request: FastifyRequest) {
  return { method: request.method, route: request.routeOptions?.url ?? 'none' };
}

/** Who by number alone; a subject not even so, since its number stands in its file. */
function askerOf({ actor }: FastifyRequest): Record<string, string> {
  if (actor?.kind === 'account') return { account: actor.accountId, unit: actor.unit };
  if (actor?.kind === 'client') return { client: actor.clientId, unit: actor.unit };
  return { asker: actor?.kind ?? 'anonymous' };
}

const tellingStatuses = [400, 401, 403, 413, 415, 422, 423, 429];

/**
 * One line for whatever was refused to somebody or could not be read (ASVS V16.3.2, V16.3.3); nothing of what was sent.
 * An address that is not there is no attack by itself, but at a guarded door.
 */
function logRefusal({ type, status }: ProblemDefinition, request: FastifyRequest): void {
  const isGuarded = (request.routeOptions?.config?.access ?? 'public') !== 'public';
  if (!tellingStatuses.includes(status) && !isGuarded) return;
  const event = [400, 413, 415, 422].includes(status) ? 'http.input-refused' : 'http.refused';
  request.log.info(
    { event, problem: type, status, ...serializeRequest(request), ...askerOf(request) },
    'refused',
  );
}

function answerErrors(server: Server, render: RenderProblem): void {
  server.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.definition === fault)
      request.log.error({ err: error, ...serializeRequest(request) }, 'fault');
    else if (problem.definition.status >= 500)
      request.log.warn({ problem: problem.definition.type }, problem.message);
    else logRefusal(problem.definition, request);
    return answerProblem(problem, request, reply, render);
  });
}

/** Builds the server without listening (tests use `inject`). Bodies are taken as they are: no conversion, no removal. */
export async function buildServer(options: ServerOptions): Promise<Server> {
  const secure = await securityHeaders(options.origin?.startsWith('https:') ?? false);
  const server: Server = fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: randomId,
    trustProxy: options.trustProxy,
    bodyLimit: options.bodyLimit ?? mebibyte,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    requestTimeout: 0,
    clientErrorHandler: (error, socket) => answerClientError(error, socket, secure.headers),
    frameworkErrors: (error, request, reply) => {
      // An address that cannot be decoded never reaches the hooks.
      secure(request as FastifyRequest, reply);
      answerProblem(problemOf(error), request as FastifyRequest, reply, options.renderProblem);
    },
  });
  server.setValidatorCompiler(compileValidator);
  server.decorate('publicOrigin', options.origin);
  server.decorate('consoleOrigin', options.consoleOrigin);
  server.decorateRequest('language', {
    getter(this: FastifyRequest) {
      return chooseLanguage(this.url, this.headers['accept-language']);
    },
  });
  // An expectation that we do not know is ignored, as RFC 9110 § 10.1.1 allows; Node's own answer would be a bare 417.
  server.server.on('checkExpectation', (request, response) => server.routing(request, response));
  answerErrors(server, options.renderProblem);
  answerUnknownAddresses(server);
  sendSecurityHeaders(server, secure);
  const { origin, consoleOrigin } = options;
  if (origin && consoleOrigin) separateHosts(server, { portal: origin, console: consoleOrigin });
  guardRoutes(server, options.authenticate);
  refuseUnstorableText(server);
  options.metrics.measure(server);
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: 64 * 1024 });
  server.removeContentTypeParser('text/plain');
  await describeApi(server, options.api);
  addHealthRoutes(server, options.checks, options.metrics);
  for (const plugin of options.routes) await server.register(async (scope) => plugin(scope));
  await server.ready();
  return server;
}
