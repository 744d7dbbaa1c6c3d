/** Where a database is and as whom to sign in: one shape for the embedded server and for DATABASE_URL. */
import pg from 'pg';

/** The address of one database with one sign-in; plain data, so that it can be sent to the worker process. */
export type Endpoint = {
  /** A host name, or the folder of a unix socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** TLS as `pg` understands it; absent on a unix socket. */
  readonly ssl?: boolean | object;
};

/** The parts of a `postgres://` address; pg's own parser reads it, sslmode included. */
export function parseEndpoint(url: string): Endpoint {
  const client = new pg.Client({ connectionString: url }) as pg.Client & {
    password?: string;
    database?: string;
  };
  return {
    host: client.host,
    port: client.port,
    database: client.database ?? 'gongxin',
    user: client.user ?? '',
    password: client.password ?? '',
    ...(client.ssl ? { ssl: client.ssl } : {}),
  };
}

/** The same database for another account. */
export function signInAs(endpoint: Endpoint, user: string, password: string): Endpoint {
  return { ...endpoint, user, password };
}

/** Another database of the same server. */
export function onDatabase(endpoint: Endpoint, database: string): Endpoint {
  return { ...endpoint, database };
}
