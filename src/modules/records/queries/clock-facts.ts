/** Facts for the two clocks of timeliness and the series of document numbers, counted per unit and item. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** First versions of a unit's records of an item that were not ended, grouped by their three dates. */
export const firstVersionDates = (unit: string, item: string): Sql => sql`
  select r.decided_on, r.handed_in_on, r.accepted_on, count(*)::integer as records
  from records.record r
  where r.item = ${item} and r.unit_code = ${unit} and r.version = 1
    and not exists (select 1 from records.version_end e
      where e.subject_id = r.subject_id and e.record_id = r.record_id and e.version = r.version)
  group by r.decided_on, r.handed_in_on, r.accepted_on`;

/** The different document numbers that stand, per unit and item. */
export const standingNumbers = (unit: string, item: string): Sql => sql`
  select distinct decision_no from records.standing where item = ${item} and unit_code = ${unit}`;
