/** Opens the database that the settings name: the embedded server, or one's own by DATABASE_URL; one path from there. */
import type { Config } from '../platform/config.ts';
import { type Endpoint, parseEndpoint } from '../platform/db/endpoint.ts';
import { openEmbeddedServer } from '../platform/postgres/index.ts';

/** A server to work with. */
export type OpenedDatabase = {
  readonly migrator: Endpoint;
  /** Whether it is the embedded one, and was left running by a crash. */
  readonly kind: 'embedded' | 'adopted' | 'own';
  watch(onDeath: (detail: string) => void): void;
  /** Stops the embedded server; leaves one's own alone. */
  stop(): Promise<void>;
};

/** Starts the embedded server, or just names the one of DATABASE_URL. */
export async function openDatabase(config: Config): Promise<OpenedDatabase> {
  if (config.databaseUrl !== undefined) {
    return {
      migrator: parseEndpoint(config.databaseUrl),
      kind: 'own',
      watch: () => undefined,
      stop: async () => undefined,
    };
  }
  const server = await openEmbeddedServer(config.dataFolder, { durable: !config.testing });
  const { migrator, watch, stop } = server;
  return { migrator, kind: server.adopted ? 'adopted' : 'embedded', watch, stop };
}
