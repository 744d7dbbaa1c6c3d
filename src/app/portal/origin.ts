/** Scheme and host of a request, for the few addresses that must be whole (canonical, alternate, sitemap). */
import type { FastifyRequest } from 'fastify';

/** As the visitor wrote them; nothing when the host is no plain host name. */
export function originOf(request: FastifyRequest): string {
  return /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(request.host)
    ? `${request.protocol}://${request.host}`
    : '';
}
