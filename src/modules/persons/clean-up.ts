/** The documented clean-up after erasures: tables written anew, and the write-ahead log behind them removed. */

import { removeOldWal } from '../../platform/db/old-wal.ts';
import type { Platform } from '../../platform/index.ts';
import { noticeTables } from '../notices/index.ts';
import { entryTables } from '../transparency/index.ts';
import { personTables, rewriteTable } from './queries/erasure.ts';

/** Whether the server let us do everything; if not, a superuser does the rest as docs/guides/erase-a-person.md says. */
export interface CleanUp {
  tables: readonly string[];
  walRemoved: boolean;
}

/**
 * Rewrites every table in which something of a person lay (each is locked while it is written anew), then has the
 * server remove the write-ahead log from before. May be done once for many erasures.
 */
export async function cleanUpAfterErasure(platform: Platform): Promise<CleanUp> {
  const tables = [...personTables, ...noticeTables, ...entryTables];
  for (const table of tables) await platform.db.migrator.query(rewriteTable(table));
  return { tables, walRemoved: await removeOldWal(platform.db.migrator) };
}
