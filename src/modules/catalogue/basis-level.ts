/** Finds the level of the instrument an item rests on. */
import type { Queryable } from '../../platform/db/index.ts';
import type { Basis } from './item-definition.ts';
import { selectBasisLevel } from './queries.ts';

/** The level; undefined when the instrument has no such article in data/law. */
export async function findBasisLevel(db: Queryable, basis: Basis): Promise<string | undefined> {
  return (await db.maybe<{ level: string }>(selectBasisLevel(basis)))?.level;
}
