/** The portal's one style sheet and one small script, served under names that change with their content. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../../platform/crypto.ts';
import type { Server } from '../../platform/http/index.ts';

/** A file as it is sent. */
export type Asset = { readonly address: string; readonly type: string; readonly body: string };

const folder = path.join(import.meta.dirname, 'assets');
const tokens = path.join(import.meta.dirname, '../../platform/html/tokens.css');

function asset(name: string, extension: string, type: string, files: readonly string[]): Asset {
  const body = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return { address: `/assets/${name}.${sha256(body).slice(0, 12)}.${extension}`, type, body };
}

/** Tokens first, then the parts that use them. */
export const styles = asset('portal', 'css', 'text/css; charset=utf-8', [
  tokens,
  ...['base.css', 'frame.css', 'parts.css', 'records.css', 'print.css'].map((file) =>
    path.join(folder, file),
  ),
  path.join(import.meta.dirname, '../api-docs/api-docs.css'),
]);

/** Suggestions while typing; every page works without it. */
export const script = asset('suggest', 'js', 'text/javascript; charset=utf-8', [
  path.join(folder, 'suggest.js'),
]);

const emblem =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#0f5c5c"/>' +
  '<path d="M8 9h16M8 16h16M8 23h10" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>';

/** Adds the addresses of the files; a name is never used for another content, so copies may be kept for ever. */
export function serveAssets(server: Server): void {
  for (const { address, type, body } of [styles, script]) {
    server.get(address, { config: { access: 'public' }, logLevel: 'warn' }, async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(body),
    );
  }
  server.get('/favicon.svg', { config: { access: 'public' }, logLevel: 'warn' }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(emblem),
  );
}
