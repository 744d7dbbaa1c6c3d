/** The server's settings: PostgreSQL's defaults are for machines of twenty years ago and would spoil every figure. */
import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import type { Places } from './places.ts';

const mebibyte = 1024 * 1024;

/** Memory of the machine or, in a container, of its limit, in MiB. */
function memory(): number {
  const limit = process.constrainedMemory();
  const total = totalmem();
  return Math.floor((limit > 0 && limit < total ? limit : total) / mebibyte);
}

/** Containers often have 64 MB of /dev/shm, in which parallel queries fail. */
function hasRoomyShm(): boolean {
  try {
    const found = statfsSync('/dev/shm');
    return found.bsize * found.blocks >= 1024 * mebibyte;
  } catch {
    return false;
  }
}

/** The arguments of `postgres` for a cluster; in tests (`durable: false`) it trades durability and memory for speed. */
export function serverArguments(places: Places, durable: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
    max_connections: '200',
    shared_buffers: `${durable ? Math.max(128, Math.floor(memory() / 4)) : 256}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memory() / 2))}MB`,
    max_wal_size: '8GB',
    // Old segments are deleted, not renamed for use to come: what was erased must not live on in them.
    wal_recycle: 'off',
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Its details and contexts quote rows.
    log_error_verbosity: 'terse',
    ...(hasRoomyShm() ? {} : { dynamic_shared_memory_type: 'mmap' }),
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  return [
    ...['-D', places.cluster, '-k', places.socket],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}
