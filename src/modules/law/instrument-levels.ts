/** Reads the level of every instrument. */
import type { Queryable } from '../../platform/db/index.ts';
import type { InstrumentLevel } from './law-data.ts';
import { selectLevels } from './queries.ts';

/** Level by instrument. */
export async function listInstrumentLevels(db: Queryable): Promise<Map<string, InstrumentLevel>> {
  const rows = await db.query<{ id: string; level: InstrumentLevel }>(selectLevels());
  return new Map(rows.map(({ id, level }) => [id, level]));
}
