/** Whether the program lives, and whether it can serve: for load balancers and for people. */
import { isIP } from 'node:net';
import { Type } from 'typebox';
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

const liveSchema = {
  tags: ['health'],
  operationId: 'isLive',
  summary: 'Whether the program runs',
  response: { 200: Type.Object({ status: Type.Literal('live') }) },
};

const readiness = (status: 'ready' | 'not-ready', outcome: string, description: string) =>
  Type.Object(
    {
      status: Type.Enum(['ready', 'not-ready']),
      checks: Type.Record(Type.String(), Type.String(), {
        description: 'Each part with `ok` or what is wrong.',
      }),
    },
    { description, examples: [{ status, checks: { database: 'ok', migrations: 'ok', worker: outcome } }] },
  );

const readySchema = {
  tags: ['health'],
  operationId: 'isReady',
  summary: 'Whether it can serve: database, schema and worker',
  response: {
    200: readiness('ready', 'ok', 'Everything is well.'),
    503: readiness('not-ready', 'no heartbeat', 'Something is not; nothing that was accepted is lost.'),
  },
};

/** Adds /health/live, /health/ready and /metrics (the last for callers on this machine alone). */
export function addHealthRoutes(server: Server, checks: readonly HealthCheck[], metrics: Metrics): void {
  const config = { access: 'public' } as const;
  const routine = { config, logLevel: 'warn' } as const;
  server.get('/health/live', { ...routine, schema: liveSchema }, async () => ({ status: 'live' as const }));
  server.get('/health/ready', { ...routine, schema: readySchema }, async (_request, reply) => {
    const outcomes = await Promise.all(
      checks.map(async (check) => [check.name, await outcomeOf(check)] as const),
    );
    const isReady = outcomes.every(([, outcome]) => outcome === 'ok');
    reply.code(isReady ? 200 : 503).header('cache-control', 'no-store');
    return {
      status: isReady ? ('ready' as const) : ('not-ready' as const),
      checks: Object.fromEntries(outcomes),
    };
  });
  server.get('/metrics', routine, async (request, reply) => {
    // Behind a proxy every request comes from this machine; the forwarding header gives the proxy away.
    if (!isLoopback(request.ip) || request.headers['x-forwarded-for']) throw new Problem(notFound);
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}
