/** Asks for names and follows merges; a name found by part never leads to a C13 subject, not even through a merge. */
import type { Queryable, Sql } from '../../platform/db/index.ts';
import { mergesOf, type NameRow } from './queries/search.ts';

/**
 * The names with the subjects they lead to. Merges are a question of their own, whose plan each session keeps: joined to
 * every search they took half of its planning, which took longer than most searches.
 */
export async function findNames(db: Queryable, statement: Sql): Promise<NameRow[]> {
  const rows = await db.query<NameRow>(statement);
  if (rows.length === 0) return rows;
  const ids = rows.map((row) => row.subject_id);
  const merges = await db.query<{ subject_id: string; stands_for: string | null }>(mergesOf(ids));
  if (merges.length === 0) return rows;
  const standing = new Map(merges.map((merge) => [merge.subject_id, merge.stands_for]));
  return rows.flatMap((row) => {
    const leadsTo = standing.get(row.subject_id);
    if (leadsTo === undefined || (leadsTo === null && row.exact)) return [row];
    return leadsTo === null ? [] : [{ ...row, subject_id: leadsTo }];
  });
}
