/** Sends log lines to another machine as well (GONGXIN_LOG_TO), so that whoever breaks in here can't rewrite what was said. */
import { createConnection, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { DestinationStream } from 'pino';

/** Where a collector listens: TCP, TLS with a certificate that this machine trusts, or a socket of a local forwarder. */
export type LogTarget =
  | { readonly kind: 'tcp' | 'tls'; readonly host: string; readonly port: number }
  | { readonly kind: 'unix'; readonly path: string };

/** Reads `tcp://host:port`, `tls://host:port` or `unix:/path`; undefined for anything else. */
export function parseLogTarget(text: string): LogTarget | undefined {
  const local = /^unix:(\/.+)$/.exec(text)?.[1];
  if (local !== undefined) return { kind: 'unix', path: local };
  const match = /^(tcp|tls):\/\/(\[[0-9a-f:]+\]|[^\s/:[\]]+):(\d{1,5})\/?$/i.exec(text);
  const port = Number(match?.[3]);
  if (!match || port < 1 || port > 65_535) return undefined;
  const host = (match[2] as string).replace(/^\[|\]$/g, '');
  return { kind: match[1]?.toLowerCase() as 'tcp' | 'tls', host, port };
}

/** GONGXIN_LOG_TO, or undefined where it is absent. @throws what `refusal` makes of a sentence */
export function readLogTarget(
  env: NodeJS.ProcessEnv,
  refusal: (sentence: string) => Error,
): LogTarget | undefined {
  const text = env['GONGXIN_LOG_TO']?.trim();
  if (!text) return undefined;
  const target = parseLogTarget(text);
  if (target) return target;
  throw refusal(
    `GONGXIN_LOG_TO 应为 tls://主机:端口、tcp://主机:端口 或 unix:/路径，而不是 “${text}”。` +
      `GONGXIN_LOG_TO must be tls://host:port, tcp://host:port or unix:/path, not "${text}".`,
  );
}

/** Lines kept while the collector can't be reached; then the oldest go, and how many is told when it is back. */
const mostLines = 10_000;
const [firstPause, longestPause] = [500, 30_000];

function dial(target: LogTarget): Socket {
  if (target.kind === 'unix') return createConnection(target.path);
  const { host, port } = target;
  return target.kind === 'tls'
    ? connectTls({ host, port, servername: host })
    : createConnection({ host, port });
}

/** A shipper: takes lines, never blocks and never throws; `close` sends what waits if the collector is there. */
export interface Shipper {
  write(line: string): void;
  close(): Promise<void>;
}

/** Connects at once and again after each trouble, waiting longer each time. A line may come twice, none is torn. */
export function shipTo(target: LogTarget): Shipper {
  const waiting: string[] = [];
  let dropped = 0;
  let pause = firstPause;
  let socket: Socket | undefined;
  let isReady = false;
  let isClosed = false;
  let retry: NodeJS.Timeout | undefined;

  function flush(): void {
    if (!isReady || !socket) return;
    if (dropped > 0) {
      const told = { level: 'warn', time: new Date().toISOString(), dropped, msg: 'log lines were dropped' };
      socket.write(`${JSON.stringify(told)}\n`);
      dropped = 0;
    }
    // What the kernel does not take now waits here, so that a slow collector costs no more than the queue.
    while (waiting.length > 0 && !socket.writableNeedDrain) socket.write(waiting.shift() as string);
  }

  function connect(): void {
    retry = undefined;
    const opened = dial(target);
    socket = opened;
    opened.unref();
    opened.setKeepAlive(true, 30_000);
    opened.on(target.kind === 'tls' ? 'secureConnect' : 'connect', () => {
      [isReady, pause] = [true, firstPause];
      flush();
    });
    opened.on('drain', flush);
    opened.on('data', () => undefined);
    // `close` follows; what went wrong is the collector's own to see, and a line about it could not be sent.
    opened.on('error', () => undefined);
    opened.on('close', () => {
      isReady = false;
      if (isClosed) return;
      retry = setTimeout(connect, pause);
      retry.unref();
      pause = Math.min(pause * 2, longestPause);
    });
  }

  connect();
  return {
    write(line) {
      if (isClosed) return;
      waiting.push(line);
      if (waiting.length > mostLines) {
        waiting.shift();
        dropped += 1;
      }
      flush();
    },
    async close() {
      flush();
      isClosed = true;
      clearTimeout(retry);
      const last = socket;
      if (!last || !isReady) last?.destroy();
      else await new Promise<void>((resolve) => last.end(() => resolve()));
    },
  };
}

/** Standard output, and the collector where one is set. */
export function logDestination(target: LogTarget | undefined): DestinationStream | undefined {
  if (target === undefined) return undefined;
  const shipper = shipTo(target);
  return {
    write(line: string) {
      process.stdout.write(line);
      shipper.write(line);
    },
  };
}
