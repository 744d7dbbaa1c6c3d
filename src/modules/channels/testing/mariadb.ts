/** For tests: a MariaDB of their own in a throw-away folder, on a free port of this machine; undefined where it is not installed. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

const binary = ['/usr/sbin/mariadbd', '/usr/bin/mariadbd'].find((file) => existsSync(file));

const installer = '/usr/bin/mariadb-install-db';

/** What tests say when there is none. */
export const hasMariadb = binary !== undefined;

export type TestMariadb = {
  readonly port: number;
  /** Runs statements as its administrator. */
  run(...statements: readonly string[]): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** The server refuses to run as root: there it runs as its package's own user. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(spawnSync('id', [flag, 'mysql'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

async function connect(port: number) {
  return createConnection({ host: '127.0.0.1', port, user: 'root', multipleStatements: false });
}

async function untilUp(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`mariadbd ended with ${child.exitCode}`);
    try {
      await (await connect(port)).end();
      return;
    } catch {
      await pause(100);
    }
  }
  throw new Error('mariadbd did not come up');
}

/** Makes a folder, installs the system tables (about 2 s), starts the server. */
export async function startMariadb(): Promise<TestMariadb> {
  if (!binary) throw new Error('no MariaDB is installed');
  const folder = await mkdtemp(path.join(tmpdir(), 'gongxin-mariadb-'));
  const as = unprivileged();
  if (as) await chown(folder, as.uid, as.gid);
  const data = path.join(folder, 'data');
  const made = spawnSync(
    installer,
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
      // Where there is no root of the system, it makes no attempt to become another user.
      ...(as ? ['--user=mysql'] : []),
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`mariadb-install-db: ${made.stdout}${made.stderr}`);
  const port = await freePort();
  let child: ChildProcess;
  let ended = Promise.resolve();
  const start = async () => {
    child = spawn(
      binary,
      [
        '--no-defaults',
        `--datadir=${data}`,
        `--socket=${path.join(folder, 'socket')}`,
        `--pid-file=${path.join(folder, 'pid')}`,
        `--port=${port}`,
        '--bind-address=127.0.0.1',
        '--skip-name-resolve',
        '--innodb-buffer-pool-size=16M',
        '--innodb-log-file-size=8M',
        '--innodb-flush-log-at-trx-commit=2',
        '--character-set-server=utf8mb4',
      ],
      { stdio: 'ignore', ...as },
    );
    ended = new Promise((resolve) => child.once('exit', () => resolve()));
    await untilUp(port, child);
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    port,
    kill,
    start,
    async run(...statements) {
      const connection = await connect(port);
      try {
        for (const statement of statements) await connection.query(statement);
      } finally {
        await connection.end();
      }
    },
    async stop() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
