// Sends one request over a real connection and gives what came back, or what went wrong on the way.
import { Agent, request as open } from 'node:http';
import type { Request } from './aim.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly ms: number;
};

/** Longer than any answer may take. */
export const patience = 10_000;
/** Longer bodies are read to their end and not kept. */
const kept = 4_000_000;

export type Sender = { send(request: Request): Promise<Answer | 'hang' | 'cut off'>; close(): void };

/** Opens connections to `origin`. */
export function openSender(origin: string): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const { hostname, port } = new URL(origin);
  return {
    close: () => agent.destroy(),
    send: (request) =>
      new Promise((resolve) => {
        const begun = performance.now();
        const headers: Record<string, string> = { ...request.headers, 'x-forwarded-for': request.from };
        if (request.body !== undefined) headers['content-length'] = String(Buffer.byteLength(request.body));
        const sent = open(
          { agent, hostname, port, method: request.method, path: request.path, headers },
          (answer) => {
            const chunks: Buffer[] = [];
            let size = 0;
            answer.on('data', (chunk: Buffer) => {
              size += chunk.length;
              if (size <= kept) chunks.push(chunk);
            });
            answer.on('error', () => resolve('cut off'));
            answer.on('end', () => {
              clearTimeout(timer);
              const text = Buffer.concat(chunks).toString('utf8');
              resolve({
                status: answer.statusCode ?? 0,
                headers: answer.headers,
                text,
                ms: performance.now() - begun,
              });
            });
          },
        );
        const timer = setTimeout(() => {
          resolve('hang');
          sent.destroy();
        }, patience);
        // A body that is refused before it was sent may cost the connection; the caller judges whether that was right.
        sent.on('error', () => {
          clearTimeout(timer);
          resolve('cut off');
        });
        sent.on('upgrade', (_answer, socket) => {
          clearTimeout(timer);
          socket.destroy();
          resolve('cut off');
        });
        sent.end(request.body);
      }),
  };
}
