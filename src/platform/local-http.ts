/** HTTP over a unix socket, between programs of one installation. */
import { createServer, request, type Server } from 'node:http';
import { text } from 'node:stream/consumers';

/** What was answered. */
export type LocalAnswer = { readonly status: number; readonly type: string; readonly body: string };

const patience = 10_000;
const longestBody = 1_000_000;

/** Asks the program that listens on the socket. @throws Error when it does not answer within ten seconds */
export function askOverSocket(
  socketPath: string,
  ask: { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: string },
): Promise<LocalAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { socketPath, method: ask.method, path: ask.path, timeout: patience, agent: false },
      (incoming) => {
        text(incoming).then(
          (body) =>
            resolve({
              status: incoming.statusCode ?? 0,
              type: incoming.headers['content-type'] ?? '',
              body,
            }),
          reject,
        );
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in time')));
    outgoing.on('error', reject);
    outgoing.end(ask.body);
  });
}

/** Answers on a socket; bodies longer than a megabyte are cut off with 413. */
export function answerOnSocket(
  answer: (ask: { method: string; path: string; body: string }) => Promise<LocalAnswer>,
): Server {
  return createServer(async (incoming, reply) => {
    try {
      if (Number(incoming.headers['content-length'] ?? 0) > longestBody) {
        reply.writeHead(413).end();
        return;
      }
      const body = await text(incoming);
      const {
        status,
        type,
        body: said,
      } = await answer({
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        body,
      });
      reply.writeHead(status, { 'content-type': type }).end(said);
    } catch {
      // The asker hears that we failed and asks again; why is in the log of whoever answers.
      reply.writeHead(500).end();
    }
  });
}
