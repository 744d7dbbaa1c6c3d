/** /.well-known/security.txt (RFC 9116): where holes are reported, while somebody stands by that. */
import type { RoutePlugin } from '../platform/http/index.ts';
import type { Platform } from '../platform/index.ts';
import { Problem } from '../platform/problem.ts';
import { notFound } from '../platform/problems.ts';
import { originOf } from './portal/origin.ts';

/** The route; 404 without a contact in the settings, and from the day on which it must be confirmed anew. */
export function securityText(platform: Platform): RoutePlugin {
  return (server) => {
    server.get('/.well-known/security.txt', { config: { access: 'public' } }, async (request, reply) => {
      const { securityContact } = platform.config;
      if (!securityContact || securityContact.expiresOn <= platform.clock.today())
        throw new Problem(notFound);
      const origin = originOf(request);
      const lines = [
        `Contact: ${securityContact.contact}`,
        // Midnight in Shanghai, where the civil day of the setting begins.
        `Expires: ${securityContact.expiresOn}T00:00:00+08:00`,
        'Preferred-Languages: zh, en',
        ...(origin ? [`Canonical: ${origin}/.well-known/security.txt`] : []),
      ];
      return reply
        .header('cache-control', 'no-cache')
        .type('text/plain; charset=utf-8')
        .send(`${lines.join('\n')}\n`);
    });
  };
}
