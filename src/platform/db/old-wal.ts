/** Has the server remove the write-ahead log of the past, as far as the account may. */
import type { Db } from './database.ts';
import { sql } from './sql.ts';

const insufficientPrivilege = '42501';

/**
 * A new segment and a checkpoint: with `wal_recycle` off the server then deletes the segments before it.
 * @returns false where the account may not, as with a server of one's own
 */
export async function removeOldWal(migrator: Db): Promise<boolean> {
  try {
    await migrator.query(sql`select pg_switch_wal()`);
    await migrator.query(sql`checkpoint`);
    // The second one puts the redo point behind the first one's own records.
    await migrator.query(sql`select pg_switch_wal()`);
    await migrator.query(sql`checkpoint`);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error;
    return false;
  }
}
