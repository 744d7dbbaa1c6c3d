/** Facts for the two clocks of timeliness and the series of document numbers, counted per unit and item. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/**
 * A unit's records of an item that stand, grouped by decision, first handing in and first publication: of the versions
 * that nobody ended, since the first met the duty. `public_on` is null where none was made public: of an adverse item
 * while the class is not stated, and where the misconduct was slight; of an item that is not open, always.
 */
export const recordDates = (
  unit: string,
  item: string,
  { adverse, isPublic }: { readonly adverse: boolean; readonly isPublic: boolean },
): Sql => sql`
  select d.decided_on, d.handed_in_on, d.public_on, count(*)::integer as records,
    count(*) filter (where d.version > 1)::integer as corrected
  from (
    select r.version, r.decided_on,
      case when r.version = 1 then r.handed_in_on else (select min(v.handed_in_on) from records.scoped_unended v
        where v.subject_id = r.subject_id and v.first_decided_on = r.first_decided_on and v.record_id = r.record_id)
      end as handed_in_on,
      case
        when not ${isPublic} then null
        when ${adverse} and coalesce(r.misconduct_class, 'slight') = 'slight' then null
        when r.version = 1 then r.accepted_on
        else (select min(v.accepted_on) from records.scoped_unended v
          where v.subject_id = r.subject_id and v.first_decided_on = r.first_decided_on and v.record_id = r.record_id
            and (not ${adverse} or v.misconduct_class in ('general', 'serious')))
      end as public_on
    from records.scoped_standing r
    where r.item = ${item} and r.unit_code = ${unit}
  ) d
  group by d.decided_on, d.handed_in_on, d.public_on`;

/** The different document numbers that stand, per unit and item. */
export const standingNumbers = (unit: string, item: string): Sql => sql`
  select distinct decision_no from records.scoped_standing where item = ${item} and unit_code = ${unit}`;

/** How many versions came of each submission, ended ones too. */
export const versionsBySubmission = (unit: string, item: string): Sql => sql`
  select submission_id as "submissionId", count(*)::integer as versions from records.record
  where item = ${item} and unit_code = ${unit} group by submission_id`;
