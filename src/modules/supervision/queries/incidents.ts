/** Statements of the register of incidents. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { IncidentStep, Severity } from '../duties-data.ts';

/** An incident as the register keeps it. */
export interface NewIncident {
  readonly incidentId: string;
  readonly drill: boolean;
  readonly severity: Severity;
  readonly personalData: boolean;
  readonly what: string;
  readonly units: readonly string[];
  readonly subjectIds: readonly string[];
  readonly detectedAt: Date;
  readonly openedBy: string;
  readonly openedAt: Date;
}

export const insertIncident = (one: NewIncident): Sql => sql`
  insert into supervision.incident (incident_id, drill, severity, personal_data, what, units, subject_ids, detected_at,
    opened_by, opened_at)
  values (${one.incidentId}, ${one.drill}, ${one.severity}, ${one.personalData}, ${one.what}, ${one.units}::text[],
    ${one.subjectIds}::bigint[], ${one.detectedAt}, ${one.openedBy}, ${one.openedAt})`;

/** A duty that follows, with the instant by which. */
export interface NewStep {
  readonly step: IncidentStep;
  readonly dueAt: string;
  readonly byLaw: boolean;
  readonly instrument: string;
  readonly article: string;
}

export const insertSteps = (incidentId: string, steps: readonly NewStep[]): Sql => sql`
  insert into supervision.incident_step (incident_id, step, due_at, by_law, instrument, article)
  select ${incidentId}, s.step, s."dueAt", s."byLaw", s.instrument, s.article
  from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
    as s(step text, "dueAt" timestamptz, "byLaw" boolean, instrument text, article text)`;

/** Done once; gives nothing when it was done or is not asked for. */
export const finishStep = (
  incidentId: string,
  step: string,
  done: { readonly at: Date; readonly by: string; readonly note: string },
): Sql => sql`
  update supervision.incident_step s set done_at = ${done.at}, done_by = ${done.by}, note = ${done.note}
  from supervision.incident i
  where s.incident_id = ${incidentId} and s.step = ${step} and s.done_at is null
    and i.incident_id = s.incident_id and i.closed_at is null
  returning s.step`;

/** Closes it when no step is left. */
export const closeIncidentRow = (
  incidentId: string,
  closed: { readonly at: Date; readonly by: string; readonly lessons: string },
): Sql => sql`
  update supervision.incident i set closed_at = ${closed.at}, closed_by = ${closed.by}, lessons = ${closed.lessons}
  where i.incident_id = ${incidentId} and i.closed_at is null
    and not exists (select from supervision.incident_step s where s.incident_id = i.incident_id and s.done_at is null)
  returning i.incident_id`;

/** Incidents with their steps, newest first, or the one. */
export const incidents = (page: {
  readonly incidentId?: string | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}): Sql => sql`
  select i.incident_id as "incidentId", i.drill, i.severity, i.personal_data as "personalData", i.what, i.units,
    i.subject_ids::text[] as "subjectIds", i.detected_at as "detectedAt", i.opened_by as "openedBy", i.closed_at as "closedAt",
    i.lessons,
    (select jsonb_agg(jsonb_build_object('step', s.step, 'dueAt', s.due_at, 'byLaw', s.by_law, 'instrument', s.instrument,
      'article', s.article, 'doneAt', s.done_at, 'doneBy', s.done_by, 'note', s.note) order by s.due_at, s.step)
      from supervision.incident_step s where s.incident_id = i.incident_id) as steps
  from supervision.incident i
  where (${page.incidentId ?? null}::bigint is null or i.incident_id = ${page.incidentId ?? null}::bigint)
    and (${page.before ?? null}::bigint is null or i.incident_id < ${page.before ?? null}::bigint)
  order by i.incident_id desc limit ${page.limit}`;

/** All of the register with a key each row, in order; instants in UTC whatever the session's zone. */
export const stateOfIncidents = (): Sql => sql`
  select key, state::text as shown from (
    select 'incident/' || incident_id as key, to_jsonb(i) || jsonb_build_object('detected_at', i.detected_at at time zone 'UTC',
      'opened_at', i.opened_at at time zone 'UTC', 'closed_at', i.closed_at at time zone 'UTC') as state
    from supervision.incident i
    union all
    select 'step/' || incident_id || '/' || step, to_jsonb(s) || jsonb_build_object('due_at', s.due_at at time zone 'UTC',
      'done_at', s.done_at at time zone 'UTC') from supervision.incident_step s
  ) entry order by key collate "C"`;
