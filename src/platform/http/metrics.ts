/** Figures about the running program in Prometheus' text format: requests and jobs, no addresses, no names. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { JobReport } from '../jobs/index.ts';
import type { Server } from './server-type.ts';

export type Metrics = {
  /** Counts one job that the worker reported. */
  countJob(report: JobReport): void;
  /** How many differences between database and log the last round of the monitor found. */
  setAlarms(open: number): void;
  text(): Promise<string>;
  readonly contentType: string;
  /** Measures every request of a server. */
  measure(server: Server): void;
};

/** A registry of its own, so that two servers in one test process do not collide. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of requests by route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const jobs = new Counter({
    name: 'jobs_total',
    help: 'Jobs ended, by name and outcome',
    labelNames: ['name', 'outcome'],
    registers: [registry],
  });
  const jobSeconds = new Counter({
    name: 'job_seconds_total',
    help: 'Time spent in jobs, by name',
    labelNames: ['name'],
    registers: [registry],
  });
  const alarms = new Gauge({
    name: 'log_alarms',
    help: 'Differences between database and transparency log in the last comparison',
    registers: [registry],
  });
  return {
    setAlarms: (open) => alarms.set(open),
    contentType: registry.contentType,
    text: () => registry.metrics(),
    countJob({ name, outcome, seconds }) {
      jobs.inc({ name, outcome });
      jobSeconds.inc({ name }, seconds);
    },
    measure(server) {
      server.addHook('onResponse', async (request, reply) => {
        const route = request.routeOptions.url ?? 'none';
        requests.observe(
          { method: request.method, route, status: reply.statusCode },
          reply.elapsedTime / 1000,
        );
      });
    },
  };
}
