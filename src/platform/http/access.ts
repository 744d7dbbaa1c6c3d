/** The guard at every door: a route says who may ask, or the server does not start. */
import type { FastifyRequest, RouteOptions } from 'fastify';
import { type Actor, anonymous, can } from '../actor.ts';
import { Problem } from '../problem.ts';
import { notAllowed, signInRequired } from '../problems.ts';
import type { Door, Server } from './server-type.ts';

/** Tells who makes a request; throws a Problem for a sign-in that is broken, gives `anonymous` for none. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor> | Actor;

function doorsOf(route: RouteOptions): Door[] {
  const { access, problems = [] } = route.config ?? {};
  if (access === undefined) {
    throw new Error(`route ${String(route.method)} ${route.url} does not say who may ask (config.access)`);
  }
  const methods = [route.method].flat().filter((method) => method !== 'HEAD');
  return methods.map((method) => ({ method, url: route.url, access, problems }));
}

/** Installs the guard; must come before any route. */
export function guardRoutes(server: Server, authenticate: Authenticate): void {
  server.decorateRequest('actor');
  const doors: Door[] = [];
  server.decorate('doors', doors);
  server.addHook('onRoute', (route) => void doors.push(...doorsOf(route)));
  server.addHook('onRequest', async (request) => {
    const { access = 'public', identify = false } = request.routeOptions.config;
    request.actor = anonymous;
    if (access === 'public' && !identify) return;
    request.actor = await authenticate(request);
    if (access === 'public' || can(request.actor, access)) return;
    if (request.actor.kind === 'anonymous') {
      throw new Problem(signInRequired, { headers: { 'www-authenticate': 'Bearer' } });
    }
    throw new Problem(notAllowed);
  });
}
