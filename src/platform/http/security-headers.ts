/** The headers that keep browsers from doing what no page of ours asks for; the same with every answer. */
import helmet from '@fastify/helmet';
import { fastify } from 'fastify';
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

/** Installs the headers. */
export async function sendSecurityHeaders(server: Server): Promise<void> {
  const headers = Object.entries(await headersOfHelmet());
  server.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of headers) reply.header(name, value);
    done();
  });
}
