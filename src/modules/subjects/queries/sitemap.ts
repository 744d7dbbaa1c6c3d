/** Codes of the subjects that search engines may know of: those in the public name table, C13 subjects never. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** How many there are. */
export const countListedCodes = (): Sql => sql`
  select count(*)::integer as count from published.public_name where not former and uscc is not null`;

/** Their codes from an offset on. */
export const listedCodes = (offset: number, limit: number): Sql => sql`
  select uscc from published.public_name where not former and uscc is not null
  order by subject_id, name_norm offset ${offset} limit ${limit}`;
