/** The headers that keep browsers from doing what no page of ours asks for; the same with every answer. */
import helmet from '@fastify/helmet';
import { type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import type { Server } from './server-type.ts';

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  },
};

/** Asks helmet once: made anew for each answer its headers cost as much as the text of a page. */
async function headersOfHelmet(isHttps: boolean): Promise<Record<string, string>> {
  const probe = fastify();
  await probe.register(helmet, {
    contentSecurityPolicy,
    // Only the setting of the public origin tells that TLS stands in front; a year, with all names below (RFC 6797).
    strictTransportSecurity: isHttps && { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'same-origin' },
  });
  let headers: Record<string, unknown> = {};
  probe.get('/', async (_request, reply) => {
    headers = reply.getHeaders();
    return '';
  });
  await probe.inject('/');
  await probe.close();
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** Puts the headers on an answer. */
export type SecureAnswer = {
  (request: FastifyRequest, reply: FastifyReply): void;
  /** For what is answered past Fastify. */
  readonly headers: readonly (readonly [string, string])[];
};

/** Prepares the headers; `isHttps`: browsers find the platform by https alone. */
export async function securityHeaders(isHttps: boolean): Promise<SecureAnswer> {
  const headers = Object.entries(await headersOfHelmet(isHttps));
  const secure = (request: FastifyRequest, reply: FastifyReply) => {
    for (const [name, value] of headers) reply.header(name, value);
    // We speak no other protocol and ignore the wish (RFC 9110 § 7.8), but Node leaves a connection on which it was
    // uttered without an answer to the next unreadable request: nobody may go on using it.
    if (request.headers.upgrade !== undefined) reply.header('connection', 'close');
  };
  return Object.assign(secure, { headers });
}

/** Installs them for every request that becomes one; must come before the guard, whose refusals are answers too. */
export function sendSecurityHeaders(server: Server, secure: SecureAnswer): void {
  server.addHook('onRequest', (request, reply, done) => {
    secure(request, reply);
    done();
  });
}
