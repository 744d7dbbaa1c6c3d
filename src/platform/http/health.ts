/** Whether the program lives, and whether it can serve: for load balancers and for people. */
import { isIP } from 'node:net';
import { Problem } from '../problem.ts';
import { notFound } from '../problems.ts';
import type { Metrics } from './metrics.ts';
import type { Server } from './server-type.ts';

/** One thing that must be well; gives a sentence when it is not. */
export type HealthCheck = { readonly name: string; check(): Promise<string | undefined> };

const patience = 3_000;

async function outcomeOf({ check }: HealthCheck): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, patience, 'no answer in time');
  });
  try {
    return (await Promise.race([check(), late])) ?? 'ok';
  } catch {
    // The reason is in the log of whoever failed; this address is open to everybody.
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}

function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && /^(127\.|::1$|::ffff:127\.)/.test(address);
}

/** Adds /health/live, /health/ready and /metrics (the last for callers on this machine alone). */
export function addHealthRoutes(server: Server, checks: readonly HealthCheck[], metrics: Metrics): void {
  const config = { access: 'public' } as const;
  server.get('/health/live', { config, logLevel: 'warn' }, async () => ({ status: 'live' }));
  server.get('/health/ready', { config, logLevel: 'warn' }, async (_request, reply) => {
    const outcomes = await Promise.all(
      checks.map(async (check) => [check.name, await outcomeOf(check)] as const),
    );
    const isReady = outcomes.every(([, outcome]) => outcome === 'ok');
    reply.code(isReady ? 200 : 503).header('cache-control', 'no-store');
    return { status: isReady ? 'ready' : 'not-ready', checks: Object.fromEntries(outcomes) };
  });
  server.get('/metrics', { config, logLevel: 'warn' }, async (request, reply) => {
    // Behind a proxy every request comes from this machine; the forwarding header gives the proxy away.
    if (!isLoopback(request.ip) || request.headers['x-forwarded-for']) throw new Problem(notFound);
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}
