/** Statements about rows on natural persons that wait for settlement: sealed whole, under a key that is in memory alone. */
import { raw, type Sql, sql } from '../../../platform/db/index.ts';
import type { Relations } from './staging.ts';

/** Columns of the table in COPY order. */
export const PERSON_COLUMNS = ['row_no', 'sealed'] as const;

/** Makes the table anew: what an earlier attempt left in it opens to nobody. */
export const createStagedPersons = ({ persons }: Relations): Sql[] => [
  sql`drop table if exists ${raw(persons)}`,
  sql`create unlogged table ${raw(persons)} (row_no integer not null, sealed bytea not null, outcome text)`,
  // The planner's statistics would keep samples.
  sql`alter table ${raw(persons)} alter column sealed set statistics 0`,
];

/** What an attempt that died left. */
export const dropStagedPersons = ({ persons }: Relations): Sql => sql`drop table if exists ${raw(persons)}`;

/** The next rows in the order of the file. */
export const nextStagedPersons = ({ persons }: Relations, after: number, most: number): Sql => sql`
  select row_no, sealed from ${raw(persons)} where row_no > ${after} order by row_no limit ${most}`;

export const orderStagedPersons = ({ persons }: Relations): Sql =>
  sql`create index on ${raw(persons)} (row_no)`;

/** What became of the rows. */
export const markStagedPersons = (
  { persons }: Relations,
  outcomes: readonly { row: number; outcome: string }[],
): Sql => sql`
  update ${raw(persons)} p set outcome = n.outcome
  from unnest(${outcomes.map((one) => one.row)}::integer[], ${outcomes.map((one) => one.outcome)}::text[]) as n (row_no, outcome)
  where p.row_no = n.row_no`;
