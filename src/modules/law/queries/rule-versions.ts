/** Every statement about versions of rules: what is in force, what waits, and the founding. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** A version as it is stored. */
export interface RuleVersionRow {
  readonly versionId: string;
  readonly kind: string;
  readonly key: string;
  readonly origin: 'data' | 'draft';
  readonly digest: string;
  readonly content: unknown;
  readonly state: 'waiting' | 'active' | 'superseded' | 'withdrawn';
  readonly foundAt: Date;
}

const columns = sql`version_id as "versionId", kind, key, origin, digest, content, state, found_at as "foundAt"`;

/** One change of versions at a time, whichever process begins it. */
export const lockRuleVersions = (): Sql => sql`select pg_advisory_xact_lock(7305790271210)`;

export const selectFounding = (): Sql => sql`select founded from law.founding`;

export const insertFounding = (at: Date): Sql => sql`
  insert into law.founding (founded, founded_at) values (true, ${at}) on conflict do nothing returning founded`;

/** What is in force of a key and what waits, and what of data/ was the last in force before a draft took its place. */
export const selectStanding = (kind: string, key: string): Sql => sql`
  select ${columns} from law.rule_version
  where kind = ${kind} and key = ${key} and (state in ('active', 'waiting')
    or version_id = (select max(l.version_id) from law.rule_version l where l.kind = ${kind} and l.key = ${key}
      and l.origin = 'data' and l.state = 'superseded'))
  order by version_id`;

export const insertVersion = (
  row: Omit<RuleVersionRow, 'content'> & { readonly content: unknown },
): Sql => sql`
  insert into law.rule_version (version_id, kind, key, origin, digest, content, state, found_at, active_since)
  values (${row.versionId}, ${row.kind}, ${row.key}, ${row.origin}, ${row.digest}, ${JSON.stringify(row.content)}::jsonb,
    ${row.state}, ${row.foundAt}, ${row.state === 'active' ? row.foundAt : null})`;

export const withdrawVersion = (versionId: string, at: Date): Sql => sql`
  update law.rule_version set state = 'withdrawn', ended_at = ${at} where version_id = ${versionId} and state = 'waiting'`;

export const selectVersion = (versionId: string): Sql => sql`
  select ${columns} from law.rule_version where version_id = ${versionId}`;

export const lockVersion = (versionId: string): Sql => sql`
  select ${columns} from law.rule_version where version_id = ${versionId} and state = 'waiting' for update`;

export const selectActive = (kind: string, key: string): Sql => sql`
  select ${columns} from law.rule_version where kind = ${kind} and key = ${key} and state = 'active'`;

export const selectWaiting = (): Sql => sql`
  select ${columns} from law.rule_version where state = 'waiting' order by found_at, version_id`;

export const supersede = (kind: string, key: string, at: Date): Sql => sql`
  update law.rule_version set state = 'superseded', ended_at = ${at}
  where kind = ${kind} and key = ${key} and state = 'active'`;

export const putInForce = (
  versionId: string,
  at: Date,
  hands: { readonly requestedBy: string; readonly approvedBy: string },
): Sql => sql`
  update law.rule_version set state = 'active', active_since = ${at}, requested_by = ${hands.requestedBy},
    approved_by = ${hands.approvedBy}
  where version_id = ${versionId} and state = 'waiting'`;

/** All versions that are or were in force, with a key each, in order. */
export const stateOfRuleVersions = (): Sql => sql`
  select key, state::text as shown from (
    select kind || '/' || key || '/' || version_id as key, to_jsonb(v) as state from law.rule_version v
      where v.state in ('active', 'superseded')
    union all select 'founding', to_jsonb(f) from law.founding f
  ) rule order by key collate "C"`;

export const selectUnknownArticles = (
  cited: readonly { readonly instrument: string; readonly article: string }[],
): Sql => sql`
  select distinct c.instrument, c.article
  from jsonb_to_recordset(${JSON.stringify(cited)}::jsonb) as c(instrument text, article text)
  where not exists (select from law.article a where a.instrument_id = c.instrument and a.article = c.article)
  order by 1, 2`;
