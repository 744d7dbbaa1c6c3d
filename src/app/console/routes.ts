/** Serves the console: one page for every address below /console, its files for ever, and a plain page while it is built. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomToken } from '../../platform/crypto.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { notFound } from '../../platform/problems.ts';
import type { Asset } from './assets.ts';
import { NONCE_PLACE } from './nonce-place.ts';
import { consoleState } from './prepare.ts';
import { waitingPage } from './waiting-page.ts';

const config = { access: 'public' } as const;
/** The name of a file bears the hash of its content, so that it never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** As strict as the portal's; the nonce lets in the styles that antd writes while it runs, and nothing else. */
function policy(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function sendPage(platform: Platform, reply: FastifyReply): FastifyReply {
  const state = consoleState(platform);
  const nonce = randomToken(18);
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy(nonce))
    .header('cache-control', 'no-store');
  if (state.kind !== 'ready') {
    return reply.code(503).header('retry-after', '2').send(waitingPage(state.kind, nonce).toString());
  }
  const { demo, signOn } = platform.config;
  const facts = {
    'gongxin-demo': demo,
    'gongxin-sign-on': signOn !== undefined,
    'gongxin-e-licence': signOn?.eLicence !== undefined,
  };
  const metas = Object.entries(facts).map(
    ([name, is]) => `<meta name="${name}" content="${is ? '1' : '0'}">`,
  );
  return reply.send(
    state.assets.page.replaceAll(NONCE_PLACE, nonce).replace('</head>', `${metas.join('')}</head>`),
  );
}

function packingOf(request: FastifyRequest, asset: Asset): { coding?: string; body: Buffer } {
  const accepted = (request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((part) => part.trim().split(';')[0]);
  for (const [coding, body] of asset.packed) if (accepted.includes(coding)) return { coding, body };
  return { body: asset.plain };
}

function sendAsset(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
): FastifyReply {
  const state = consoleState(platform);
  const asset = state.kind === 'ready' ? state.assets.files.get(name) : undefined;
  if (!asset) throw new Problem(notFound);
  const { coding, body } = packingOf(request, asset);
  if (coding !== undefined) reply.header('content-encoding', coding);
  return reply
    .type(asset.type)
    .header('cache-control', FOR_EVER)
    .header('vary', 'Accept-Encoding')
    .send(body);
}

/** Routes /console, /console/… and /console/assets/…. */
export function consoleRoutes(platform: Platform): RoutePlugin {
  return (server) => {
    server.get('/console', { config }, async (_request, reply) => sendPage(platform, reply));
    server.get('/console/*', { config }, async (_request, reply) => sendPage(platform, reply));
    server.get('/console/assets/:name', { config }, async (request, reply) =>
      sendAsset(platform, request, reply, (request.params as { name: string }).name),
    );
  };
}
