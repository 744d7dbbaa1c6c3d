/** The database door: the three pools of the platform, and what statements are written with. */
import { type Db, databaseOn } from './database.ts';
import type { Endpoint } from './endpoint.ts';
import { openPool } from './pool.ts';

export { type Db, type Queryable, RowCountError, type Tx } from './database.ts';
export { type Duty, enterScope, type Scope } from './scope.ts';
export { empty, join, planned, raw, type Sql, sql } from './sql.ts';

/** Pools that sign in as the roles of the platform; each can do only what its role was granted. */
export type Databases = {
  /** `gx_app`: what the application reads and writes. */
  readonly app: Db;
  /** `gx_portal`: read only, `published.*` only. */
  readonly portal: Db;
  /** `gx_migrator` (or DATABASE_URL's account): changes the schema, nothing else. */
  readonly migrator: Db;
};

/** The sign-ins that `openDatabases` needs; plain data. */
export type Endpoints = { readonly app: Endpoint; readonly portal: Endpoint; readonly migrator: Endpoint };

/** Opens the three pools; connections are made on first use. */
export function openDatabases(
  endpoints: Endpoints,
  options: { readonly poolSize: number; readonly name: string; readonly onError?: (error: Error) => void },
): Databases {
  const shared = options.onError ? { onError: options.onError } : {};
  const { poolSize: size, name } = options;
  return {
    app: databaseOn(openPool(endpoints.app, { ...shared, size, name: `${name} app` })),
    portal: databaseOn(
      openPool(endpoints.portal, {
        ...shared,
        size,
        name: `${name} portal`,
        // A page never needs longer; whoever found a slow one must not be able to hold the pool.
        settings: { default_transaction_read_only: 'on', statement_timeout: '15000' },
      }),
    ),
    migrator: databaseOn(openPool(endpoints.migrator, { ...shared, size: 2, name: `${name} migrator` })),
  };
}

/** Closes all three pools; waits for statements that are running. */
export async function closeDatabases(databases: Databases): Promise<void> {
  await Promise.all([databases.app.close(), databases.portal.close(), databases.migrator.close()]);
}
