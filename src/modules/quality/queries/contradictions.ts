/** Statements of the book of contradictions. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { Contradiction } from '../contradictions/compare-facts.ts';

export const lockComparison = (): Sql => sql`select pg_advisory_xact_lock(hashtext('quality.comparison'))`;

export const lastComparison = (): Sql => sql`
  select max(compared_on) as on from quality.comparison`;

/** Submissions that settled, or of which a held row was decided, since a day; all of them before the first comparison. */
export const submissionsSince = (day: string | null): Sql => sql`
  select distinct submission_id as id from quality.settled_submission
  where changed_at >= coalesce(${day}::date::timestamp at time zone 'Asia/Shanghai', '-infinity'::timestamptz)`;

export const openSubjects = (): Sql =>
  sql`select distinct subject_id as id from quality.contradiction where closed_on is null`;

/** What is found again keeps its first day. */
export const keepContradictions = (
  found: readonly (Contradiction & { readonly contradictionId: string })[],
  on: string,
): Sql => sql`
  insert into quality.contradiction (contradiction_id, subject_id, kind, owner_unit, item, record_refs, found_on)
  select c."contradictionId", c."subjectId", c.kind, c.owner, c.item, array(select jsonb_array_elements_text(c."recordRefs")), ${on}::date
  from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as c("contradictionId" bigint, "subjectId" bigint, kind text,
    owner text, item text, "recordRefs" jsonb)
  on conflict (subject_id, kind) where closed_on is null
    do update set owner_unit = excluded.owner_unit, item = excluded.item, record_refs = excluded.record_refs
  returning (xmax = 0) as opened`;

/** Of the organisations compared, what was not found again has come right. */
export const closeContradictions = (
  compared: readonly string[],
  found: readonly Contradiction[],
  on: string,
): Sql => sql`
  update quality.contradiction q set closed_on = ${on}::date
  where q.closed_on is null and q.subject_id = any (${compared}::bigint[]) and not exists (
    select from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as c("subjectId" bigint, kind text)
    where c."subjectId" = q.subject_id and c.kind = q.kind)
  returning q.contradiction_id`;

export const insertComparison = (
  on: string,
  counts: { readonly subjects: number; readonly opened: number; readonly closed: number },
): Sql => sql`
  insert into quality.comparison (compared_on, subjects, opened, closed)
  values (${on}::date, ${counts.subjects}, ${counts.opened}, ${counts.closed})
  on conflict (compared_on) do update set subjects = quality.comparison.subjects + excluded.subjects,
    opened = quality.comparison.opened + excluded.opened, closed = quality.comparison.closed + excluded.closed`;

export const openContradictions = (): Sql => sql`
  select contradiction_id as "contradictionId", kind, owner_unit as owner, item, record_refs as "recordRefs"
  from quality.contradiction where closed_on is null order by contradiction_id`;

/** Months of the last year for which a unit declares more decisions than stand, per unit and item. */
export const belowRegister = (from: string, until: string): Sql => sql`
  select d.unit_code as unit, d.item, d.month, d.decisions as declared, coalesce(sum(r.records), 0)::integer as records
  from (select distinct on (unit_code, item, month) unit_code, item, month, decisions from quality.declared_register
    order by unit_code, item, month, declaration_id desc) d
  left join quality.record_dates r on r.unit_code = d.unit_code and r.item = d.item
    and date_trunc('month', r.decided_on)::date = d.month
  where d.month >= ${from}::date and d.month < ${until}::date
  group by d.unit_code, d.item, d.month, d.decisions
  having coalesce(sum(r.records), 0) < d.decisions
  order by d.unit_code, d.item, d.month`;
