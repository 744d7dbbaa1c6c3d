/** What departments state of the same organisations in fields of the same kind, read under a background duty. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** Where a kind of fact stands in an item. */
export interface FactField {
  readonly item: string;
  readonly field: string;
  readonly kind: string;
}

/**
 * Each unit's latest statement of each kind, of organisations of which at least two units stated it. A version counts
 * although another unit's came after it: who hands in last does not make the other one right.
 */
export const statedFacts = (subjects: readonly string[], fields: readonly FactField[]): Sql => sql`
  select s.subject_id as "subjectId", s.kind, s.unit_code as unit, s.item, s.record_id as "recordId", s.version,
    s.decided_on as "decidedOn", s.value
  from (
    select l.*, count(*) over (partition by l.subject_id, l.kind) as units
    from (
      select distinct on (r.subject_id, f.kind, r.unit_code) r.subject_id, f.kind, r.unit_code, r.item, r.record_id,
        r.version, r.decided_on, coalesce(r.open_fields ->> f.field, r.closed_fields ->> f.field) as value
      from records.scoped_unended r
      join jsonb_to_recordset(${JSON.stringify(fields)}::jsonb) as f(item text, field text, kind text) on f.item = r.item
      where r.subject_id = any (${subjects}::bigint[]) and coalesce(r.open_fields ->> f.field, r.closed_fields ->> f.field) <> ''
      order by r.subject_id, f.kind, r.unit_code, r.accepted_at desc, r.decided_on desc, r.record_id desc, r.version desc
    ) l
  ) s where s.units > 1
  order by s.subject_id, s.kind, s.decided_on, s.unit_code`;

/** Organisations of which these submissions stated anything in these items. */
export const subjectsOfSubmissions = (submissions: readonly string[], items: readonly string[]): Sql => sql`
  select distinct subject_id as id from records.scoped_unended
  where submission_id = any (${submissions}::bigint[]) and item = any (${items}::text[])`;
