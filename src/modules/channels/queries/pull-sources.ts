/** Statements about sources that are read. */
import type { Queryable } from '../../../platform/db/index.ts';
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { PullDefinition, PullSource, Watermark } from '../pull/pull-source.ts';
import type { PullState } from '../pull/pull-states.ts';

const columns = sql`source_id as "sourceId", unit_code as unit, item, name, definition, state, state_params as "stateParams",
  state_since as "stateSince", column_types as "columnTypes", watermark, failures, rows_read as "rowsRead",
  last_run_at as "lastRunAt", next_run_at as "nextRunAt", last_submission_id as "lastSubmissionId"`;

export function selectSource(db: Queryable, sourceId: string): Promise<PullSource | undefined> {
  return db.maybe<PullSource>(sql`select ${columns} from channels.pull_source where source_id = ${sourceId}`);
}

export function selectSourcesOf(db: Queryable, unit: string): Promise<PullSource[]> {
  return db.query<PullSource>(
    sql`select ${columns} from channels.pull_source where unit_code = ${unit} order by name`,
  );
}

/** Those whose time has come. */
export function selectDue(db: Queryable, now: Date): Promise<{ sourceId: string }[]> {
  return db.query(
    sql`select source_id as "sourceId" from channels.pull_source where next_run_at <= ${now} order by next_run_at`,
  );
}

/** A new source, or another definition of one: another view or watermark is read from its beginning. */
export async function putSource(
  db: Queryable,
  source: {
    sourceId: string;
    unit: string;
    item: string;
    name: string;
    definition: PullDefinition;
    at: Date;
    by: string;
    approvedBy: string;
  },
): Promise<boolean> {
  const { sourceId, unit, item, name, definition, at, by, approvedBy } = source;
  const found = await db.query(sql`
    insert into channels.pull_source as s (source_id, unit_code, item, name, definition, defined_at, defined_by, approved_by,
      state, state_since, next_run_at)
    values (${sourceId}, ${unit}, ${item}, ${name}, ${JSON.stringify(definition)}::jsonb, ${at}, ${by}, ${approvedBy},
      'waiting', ${at}, ${at})
    on conflict on constraint pull_source_pkey do update set item = excluded.item, name = excluded.name,
      definition = excluded.definition, defined_at = excluded.defined_at, defined_by = excluded.defined_by,
      approved_by = excluded.approved_by, state = 'waiting', state_params = null, state_since = excluded.state_since,
      column_types = null, failures = 0, next_run_at = excluded.next_run_at,
      watermark = case when (s.definition -> 'host', s.definition -> 'port', s.definition -> 'database', s.definition -> 'schema',
          s.definition -> 'view', s.definition -> 'watermark', s.item) is not distinct from
        (excluded.definition -> 'host', excluded.definition -> 'port', excluded.definition -> 'database',
          excluded.definition -> 'schema', excluded.definition -> 'view', excluded.definition -> 'watermark', excluded.item)
        then s.watermark end
    where s.unit_code = excluded.unit_code
    returning source_id`);
  return found.length > 0;
}

/** Whether the unit has another source of this name. */
export async function isNameTaken(
  db: Queryable,
  unit: string,
  name: string,
  sourceId: string,
): Promise<boolean> {
  const found = await db.query(
    sql`select 1 from channels.pull_source where unit_code = ${unit} and name = ${name} and source_id <> ${sourceId}`,
  );
  return found.length > 0;
}

/** A run begins; nobody else's begins before `until`, unless this one ends. Gives nothing for one that stands still. */
export function beginRun(
  db: Queryable,
  run: { sourceId: string; at: Date; until: Date },
): Promise<PullSource | undefined> {
  return db.maybe<PullSource>(sql`
    update channels.pull_source set last_run_at = ${run.at}, next_run_at = ${run.until},
      state = case state when 'waiting' then 'running' else state end,
      state_since = case state when 'waiting' then ${run.at} else state_since end
    where source_id = ${run.sourceId} and state not in ('paused', 'columns-changed', 'watermark-unfit')
    returning ${columns}`);
}

/** Moves the place that was read to, if nobody moved it or paused the source since `seen`. */
export const advance = (
  seen: PullSource,
  to: {
    watermark: Watermark | null;
    rows: number;
    columnTypes: Readonly<Record<string, string>>;
    submissionId: string | null;
    state: PullState;
    at: Date;
    nextRunAt: Date;
  },
): Sql => sql`
  update channels.pull_source set watermark = ${to.watermark === null ? null : JSON.stringify(to.watermark)}::jsonb,
    rows_read = rows_read + ${to.rows}, column_types = ${JSON.stringify(to.columnTypes)}::jsonb, failures = 0,
    last_submission_id = coalesce(${to.submissionId}::bigint, last_submission_id), next_run_at = ${to.nextRunAt},
    state_since = case when state = ${to.state} then state_since else ${to.at} end, state = ${to.state}, state_params = null
  where source_id = ${seen.sourceId} and rows_read = ${seen.rowsRead} and state <> 'paused'
    and watermark is not distinct from ${seen.watermark === null ? null : JSON.stringify(seen.watermark)}::jsonb
  returning source_id`;

/** What is wrong with the source, and when it is tried again; null: when somebody resumes it. */
export const setFault = (
  seen: PullSource,
  fault: {
    state: PullState;
    params: Readonly<Record<string, string>>;
    failures: number;
    at: Date;
    nextRunAt: Date | null;
  },
): Sql => sql`
  update channels.pull_source set state_since = case when state = ${fault.state} then state_since else ${fault.at} end,
    state = ${fault.state}, state_params = ${JSON.stringify(fault.params)}::jsonb, failures = ${fault.failures},
    next_run_at = ${fault.nextRunAt}
  where source_id = ${seen.sourceId} and state <> 'paused'`;

export const setPaused = (sourceId: string, at: Date): Sql => sql`
  update channels.pull_source set state = 'paused', state_params = null, state_since = ${at}, next_run_at = null
  where source_id = ${sourceId}`;

/** Goes on at once; types that changed are agreed to. */
export const setResumed = (sourceId: string, at: Date): Sql => sql`
  update channels.pull_source set state = 'waiting', state_params = null, state_since = ${at}, failures = 0,
    column_types = null, next_run_at = ${at}
  where source_id = ${sourceId}`;
