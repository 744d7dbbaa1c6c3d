/** Answers what is no readable HTTP request, and so reaches no route: our problem, written to the socket itself. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import { randomId } from '../crypto.ts';
import { chooseLanguage, languageTag } from '../language.ts';
import type { ProblemDefinition } from '../problem.ts';
import { headersTooLarge, requestTimeout, unreadableRequest } from '../problems.ts';

const definitions: Readonly<Record<string, ProblemDefinition>> = {
  HPE_HEADER_OVERFLOW: headersTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: requestTimeout,
};

/** The language of what came, as far as it can be read. */
function languageOf(packet: Uint8Array | undefined) {
  const text = Buffer.from(packet ?? []).toString('latin1');
  const [, path = ''] = /^\S+ (\S*)/.exec(text) ?? [];
  const [, wishes] = /\r\naccept-language:([^\r\n]*)/i.exec(text) ?? [];
  return chooseLanguage(path, wishes?.trim());
}

/**
 * Sends the problem and ends the connection: what follows on it cannot be told apart any more. `headers` go along,
 * each a name and a value.
 */
export function answerClientError(
  error: ConnectionError,
  socket: Socket,
  headers: readonly (readonly [string, string])[],
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const definition = definitions[error.code ?? ''] ?? unreadableRequest;
  // Node gives a Buffer; the type describes it as JSON would show it.
  const language = languageOf(error.rawPacket as unknown as Uint8Array | undefined);
  const body = JSON.stringify({
    type: `/problems/${definition.type}`,
    title: definition.title[language],
    status: definition.status,
    advice: definition.advice[language],
    traceId: randomId(),
  });
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${definition.status} ${STATUS_CODES[definition.status]}\r\n` +
        `Content-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
        `Content-Language: ${languageTag[language]}\r\nCache-Control: no-store\r\n` +
        `${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}Connection: close\r\n\r\n${body}`,
    );
  }
  socket.destroySoon();
}
