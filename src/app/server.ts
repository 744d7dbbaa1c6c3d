/** Puts the HTTP server together from what the modules registered; tests build it on a test database and `inject`. */
import { listPendingMigrations } from '../platform/db/migrate.ts';
import {
  buildServer,
  createMetrics,
  type HealthCheck,
  type Metrics,
  type Server,
} from '../platform/http/index.ts';
import type { Platform } from '../platform/index.ts';
import { apiDescription } from './api-docs/description.ts';
import { authenticator, renderProblem, routes } from './modules.ts';

/** The checks of /health/ready. */
function checksOf(platform: Platform, findWorkerTrouble?: () => string | undefined): HealthCheck[] {
  return [
    {
      name: 'database',
      check: async () => {
        await platform.db.app.transaction(async () => undefined);
        return undefined;
      },
    },
    {
      name: 'migrations',
      check: async () =>
        (await listPendingMigrations(platform.db.migrator)).length > 0 ? 'pending' : undefined,
    },
    ...(findWorkerTrouble ? [{ name: 'worker', check: async () => findWorkerTrouble() }] : []),
  ];
}

/** Builds the whole server without listening. */
export async function buildApp(
  platform: Platform,
  options: { readonly metrics?: Metrics; readonly findWorkerTrouble?: () => string | undefined } = {},
): Promise<Server> {
  return buildServer({
    log: platform.log,
    authenticate: authenticator(platform),
    renderProblem: renderProblem(platform),
    routes: routes.map((make) => make(platform)),
    checks: checksOf(platform, options.findWorkerTrouble),
    metrics: options.metrics ?? createMetrics(),
    api: apiDescription,
    trustProxy: platform.config.trustProxy,
    origin: platform.config.origin,
    consoleOrigin: platform.config.consoleOrigin,
  });
}
