/** Titles of instruments, for documents that cite them. */
import type { Queryable } from '../../platform/db/index.ts';
import type { Language } from '../../platform/index.ts';
import { instrumentTitles } from './queries/purposes.ts';

/** By id, in the language of the reader. */
export async function listInstrumentTitles(db: Queryable, language: Language): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; zh: string; en: string }>(instrumentTitles());
  return new Map(rows.map((row) => [row.id, row[language]]));
}
