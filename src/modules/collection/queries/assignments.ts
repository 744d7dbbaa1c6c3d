/** Statements on who owes what. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { AgreedChannel, Frequency } from '../collection-data.ts';

/** A row of the collection list. */
export interface Assignment {
  readonly assignmentId: string;
  readonly unit: string;
  readonly item: string;
  readonly frequency: Frequency;
  readonly channel: AgreedChannel;
  readonly contact: string;
  readonly since: string;
  readonly until: string | null;
}

/** A row that begins. */
export interface NewAssignment extends Omit<Assignment, 'until'> {
  readonly by: string;
  readonly at: Date;
}

/** One change of a unit's row of an item at a time. */
export const lockAssignments = (unit: string, item: string): Sql =>
  sql`select pg_advisory_xact_lock(hashtext('collection.assignment'), hashtext(${`${unit} ${item}`}))`;

/** Ends what stands at the day; nothing where a row begins on that day or later. */
export const endBefore = (row: NewAssignment): Sql => sql`
  update collection.assignment set until = ${row.since}, ended_by = ${row.by}, ended_at = ${row.at}
  where unit_code = ${row.unit} and item = ${row.item} and until is null and since < ${row.since}::date`;

export const overlapping = (unit: string, item: string, since: string): Sql => sql`
  select assignment_id from collection.assignment
  where unit_code = ${unit} and item = ${item} and daterange(since, until) && daterange(${since}::date, null) limit 1`;

export const insertAssignment = (row: NewAssignment): Sql => sql`
  insert into collection.assignment (assignment_id, unit_code, item, frequency, channel, contact, since, assigned_by, assigned_at)
  values (${row.assignmentId}, ${row.unit}, ${row.item}, ${row.frequency}, ${row.channel}, ${row.contact}, ${row.since},
    ${row.by}, ${row.at})`;

export const standingAssignment = (assignmentId: string): Sql => sql`
  select since from collection.assignment where assignment_id = ${assignmentId}::bigint and until is null for update`;

export const endAssignmentRow = (
  assignmentId: string,
  end: { readonly until: string; readonly by: string; readonly at: Date },
): Sql => sql`
  update collection.assignment set until = ${end.until}, ended_by = ${end.by}, ended_at = ${end.at}
  where assignment_id = ${assignmentId}::bigint and until is null`;

/** Rows that hold on a day of [from, until], all units' or one's. */
export const assignmentsWithin = (scope: {
  readonly unit: string | undefined;
  readonly from: string;
  readonly to: string;
}): Sql => sql`
  select assignment_id as "assignmentId", unit_code as unit, item, frequency, channel, contact, since, until
  from collection.assignment
  where (${scope.unit ?? null}::text is null or unit_code = ${scope.unit ?? null})
    and daterange(since, until) && daterange(${scope.from}::date, ${scope.to}::date, '[]')
  order by unit_code, item, since`;
