/** One running platform a database: an advisory lock held by a session of its own for as long as the program lives. */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Endpoint } from './endpoint.ts';
import { openClient } from './pool.ts';

/** Another platform runs on this database; `where` is what it announced, such as "port 8080". */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  readonly where: string;

  constructor(where: string) {
    super(`already running on ${where}`);
    this.where = where;
  }
}

/** The lock while it is held. */
export type InstanceLock = {
  /** Lets a second start tell where this one listens. */
  announce(where: string): Promise<void>;
  release(): Promise<void>;
};

// Any number will do, as long as every version of the program uses the same.
const lockNumber = '7305790271106';
const namePrefix = 'gongxin main ';
const retryPause = 200;

async function tryLock(client: pg.Client): Promise<boolean> {
  const result = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1::bigint) as got', [
    lockNumber,
  ]);
  return result.rows[0]?.got === true;
}

async function findHolder(client: pg.Client): Promise<string> {
  const found = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity
     where datname = current_database() and application_name like $1 and pid <> pg_backend_pid()`,
    [`${namePrefix}%`],
  );
  return found.rows[0]?.name.slice(namePrefix.length) || '?';
}

async function acquire(endpoint: Endpoint, where: string): Promise<pg.Client> {
  const client = await openClient(endpoint, `${namePrefix}${where}`);
  try {
    // The session of a platform that was killed a moment ago may need an instant to end.
    for (let attempt = 0; attempt < 5; attempt++) {
      if (await tryLock(client)) return client;
      await pause(retryPause);
    }
    throw new AlreadyRunning(await findHolder(client));
  } catch (error) {
    await client.end();
    throw error;
  }
}

/**
 * Takes the lock, and takes it again after the server was restarted underneath.
 * `onLost` is called once if somebody else has it by then.
 * @throws AlreadyRunning
 */
export async function holdInstanceLock(
  endpoint: Endpoint,
  announced: string,
  onLost: (error: AlreadyRunning) => void,
): Promise<InstanceLock> {
  let where = announced;
  let isReleased = false;
  let client = await acquire(endpoint, where);
  watch();

  function watch(): void {
    client.once('end', () => {
      if (!isReleased) void acquireAgain();
    });
  }

  async function acquireAgain(): Promise<void> {
    while (!isReleased) {
      try {
        client = await acquire(endpoint, where);
        return watch();
      } catch (error) {
        if (error instanceof AlreadyRunning) return onLost(error);
        // The server is still coming up.
        await pause(1_000, undefined, { ref: false });
      }
    }
  }

  return {
    async announce(text) {
      where = text;
      await client.query("select set_config('application_name', $1, false)", [`${namePrefix}${where}`]);
    },
    async release() {
      isReleased = true;
      await client.end().catch(() => undefined);
    },
  };
}
