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
async function headersOfHelmet(): Promise<Record<string, string>> {
  const probe = fastify();
  await probe.register(helmet, {
    contentSecurityPolicy,
    // The platform does not decide whether TLS stands in front of it; the proxy that does sends this header.
    strictTransportSecurity: false,
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
export type SecureAnswer = (request: FastifyRequest, reply: FastifyReply) => void;

/** Prepares the headers. */
export async function securityHeaders(): Promise<SecureAnswer> {
  const headers = Object.entries(await headersOfHelmet());
  return (request, reply) => {
    for (const [name, value] of headers) reply.header(name, value);
    // We speak no other protocol and ignore the wish (RFC 9110 § 7.8), but Node leaves a connection on which it was
    // uttered without an answer to the next unreadable request: nobody may go on using it.
    if (request.headers.upgrade !== undefined) reply.header('connection', 'close');
  };
}

/** Installs them for every request that becomes one; must come before the guard, whose refusals are answers too. */
export function sendSecurityHeaders(server: Server, secure: SecureAnswer): void {
  server.addHook('onRequest', (request, reply, done) => {
    secure(request, reply);
    done();
  });
}
