/** The door to departments' own databases. */
import { openMysql } from './mysql.ts';
import { openPostgresql } from './postgresql.ts';
import type { SourceAddress, SourceConnection } from './source-database.ts';

export { readSourceSecret, SECRET_PATTERN } from './secret.ts';
export * from './source-database.ts';

/** Opens one read-only snapshot. @throws SourceError */
export function openSource(address: SourceAddress): Promise<SourceConnection> {
  return address.driver === 'postgresql' ? openPostgresql(address) : openMysql(address);
}
