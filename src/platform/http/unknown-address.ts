/** What is answered at addresses without a route: 404, or 405 with the methods that the address does know. */
import { Problem } from '../problem.ts';
import { methodNotAllowed, notFound } from '../problems.ts';
import type { Server } from './server-type.ts';

function patternOf(url: string): RegExp {
  const parts = url
    .split('/')
    .map((part) => {
      if (part.startsWith(':')) return '[^/]+';
      return part === '*' ? '.*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('/');
  return new RegExp(`^${parts}$`);
}

/** Remembers the routes as they are added, and answers what none of them does. */
export function answerUnknownAddresses(server: Server): void {
  const known: { pattern: RegExp; methods: string[] }[] = [];
  server.addHook('onRoute', ({ url, method }) => {
    // A wildcard for all of a folder (static files) says nothing about single addresses.
    if (!url.endsWith('*')) known.push({ pattern: patternOf(url), methods: [method].flat() });
  });
  server.setNotFoundHandler((request) => {
    const path = request.url.split('?')[0] ?? '/';
    const methods = known.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods);
    if (methods.length === 0 || methods.includes(request.method)) throw new Problem(notFound);
    throw new Problem(methodNotAllowed, { headers: { allow: [...new Set(methods)].join(', ') } });
  });
}
