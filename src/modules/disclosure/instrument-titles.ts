/** Titles of instruments, for pages and documents that cite them. */
import type { Queryable } from '../../platform/db/index.ts';
import type { Words } from '../../platform/index.ts';
import { instrumentTitles } from './queries/purposes.ts';

/** By id, in both languages. */
export async function listInstrumentTitles(db: Queryable): Promise<ReadonlyMap<string, Words>> {
  const rows = await db.query<{ id: string; zh: string; en: string }>(instrumentTitles());
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]));
}
