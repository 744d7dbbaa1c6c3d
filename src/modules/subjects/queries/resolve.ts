/** Statements that say of every staged row whose it is: by code, then by legacy number; a name alone decides nothing. */
import { raw, type Sql, sql } from '../../../platform/db/index.ts';
import { relation } from './relation.ts';

/** The two relations of one resolution. */
export interface Resolution {
  readonly staged: string;
  readonly resolved: string;
}

/** Every row with the subject of its key and whether that subject bears or bore the row's name: one join a table. */
export function createResolved({ staged, resolved }: Resolution): Sql {
  return sql`
    create unlogged table ${relation(resolved)} as
    select s.row_no, coalesce(a.stands_for, k.subject_id) as subject_id,
      case
        when s.key_value is null then 'no-code'
        when k.subject_id is null then 'unknown'
        when n.subject_id is null then 'name-mismatch'
        when n.until is null then 'agrees'
        else 'former-name'
      end as verdict,
      null::text as holder_name, null::bigint as named_id
    from ${relation(staged)} s
    left join subjects.subject_key k on k.key_value = s.key_value and k.key_kind = s.key_kind
    left join subjects.alias a on a.subject_id = k.subject_id and a.ended_at is null
    left join subjects.subject_name n on n.subject_id = k.subject_id and n.name_norm = s.name_norm`;
}

/** What is left to look at more closely. */
export interface Remainder {
  unknown: number;
  disputed: number;
  former: number;
  nameless: number;
  merges: boolean;
}

/** Counts the rows that the one join did not settle. */
export function countRemainder({ resolved }: Resolution): Sql {
  return sql`
    select count(*) filter (where verdict = 'unknown')::integer as unknown,
      count(*) filter (where verdict = 'name-mismatch')::integer as disputed,
      count(*) filter (where verdict = 'former-name')::integer as former,
      count(*) filter (where verdict = 'no-code')::integer as nameless,
      exists (select 1 from subjects.alias where ended_at is null) as merges
    from ${relation(resolved)}`;
}

/**
 * An unknown code with a known legacy number beside it is that number's subject, unless the subject has a code of its
 * own: then the code decides, and it is unknown. The first number of the row that is known counts.
 */
export function resolveByLegacyKeys({ staged, resolved }: Resolution): Sql {
  return sql`
    update ${relation(resolved)} r
    set subject_id = f.group_id,
      verdict = case when n.subject_id is null then 'name-mismatch' when n.until is null then 'agrees' else 'former-name' end
    from (
      select distinct on (s.row_no) s.row_no, s.name_norm, k.subject_id, coalesce(a.stands_for, k.subject_id) as group_id
      from ${relation(resolved)} u
      join ${relation(staged)} s on s.row_no = u.row_no
      cross join lateral rows from (jsonb_to_recordset(coalesce(s.legacy_keys, '[]'::jsonb)) as (kind text, value text))
        with ordinality as l (kind, value, place)
      join subjects.subject_key k on k.key_value = l.value and k.key_kind = l.kind
      left join subjects.alias a on a.subject_id = k.subject_id and a.ended_at is null
      join subjects.subject t on t.subject_id = coalesce(a.stands_for, k.subject_id)
      where u.verdict = 'unknown' and (s.key_kind <> 'uscc' or t.uscc is null)
      order by s.row_no, l.place
    ) f
    left join subjects.subject_name n on n.subject_id = f.subject_id and n.name_norm = f.name_norm
    where r.row_no = f.row_no`;
}

/** The names of all subjects of a merge count for each of them; a present name of any of them agrees. */
export function agreeByMergedNames({ staged, resolved }: Resolution): Sql {
  return sql`
    update ${relation(resolved)} r set verdict = case when g.is_current then 'agrees' else 'former-name' end
    from ${relation(staged)} s
    join (
      select m.group_id, n.name_norm, bool_or(n.until is null) as is_current
      from (
        select subject_id, stands_for as group_id from subjects.alias where ended_at is null
        union
        select stands_for, stands_for from subjects.alias where ended_at is null
      ) m
      join subjects.subject_name n on n.subject_id = m.subject_id
      group by m.group_id, n.name_norm
    ) g on g.name_norm = s.name_norm
    where r.verdict in ('name-mismatch', 'former-name') and s.row_no = r.row_no and g.group_id = r.subject_id`;
}

/** A new name whose former one is the name on file is the same organisation, renamed. */
export function agreeByFormerName({ staged, resolved }: Resolution): Sql {
  return sql`
    update ${relation(resolved)} r set verdict = 'renamed'
    from ${relation(staged)} s
    join subjects.subject_name n on n.name_norm = s.former_name_norm and n.until is null
    where r.verdict in ('name-mismatch', 'former-name') and s.row_no = r.row_no
      and s.former_name_norm <> s.name_norm and n.subject_id = r.subject_id`;
}

/**
 * For the officer, never a decision: whose code it is (a C13 subject is not named, charter C13: the officer finds it by
 * its code), and who bears exactly the name that the row gives.
 */
export function describeDisputed({ staged, resolved }: Resolution): Sql {
  return sql`
    update ${relation(resolved)} r
    set named_id = d.named_id, holder_name = d.holder_name,
      verdict = case when r.verdict = 'no-code' and d.named_id is not null then 'name-only' else r.verdict end
    from (
      select u.row_no, min(coalesce(a.stands_for, n.subject_id)) as named_id,
        min(t.name) filter (where not t.c13) as holder_name
      from ${relation(resolved)} u
      join ${relation(staged)} s on s.row_no = u.row_no
      left join subjects.subject t on t.subject_id = u.subject_id
      left join subjects.subject_name n on n.name_norm = s.name_norm
      left join subjects.alias a on a.subject_id = n.subject_id and a.ended_at is null
      where u.verdict in ('name-mismatch', 'no-code')
      group by u.row_no
    ) d
    where r.row_no = d.row_no`;
}

/**
 * Opens a cursor over the rows whose code is known, whose name is not the holder's and nobody else's either, with the
 * holder's names.
 */
export function openDisputed({ staged, resolved }: Resolution): Sql {
  return sql`
    declare disputed_names no scroll cursor for
    select r.row_no, s.name_norm, n.name_norm as held, n.until is null as is_current
    from ${relation(resolved)} r
    join ${relation(staged)} s on s.row_no = r.row_no
    join lateral (
      select r.subject_id union all
      select a.subject_id from subjects.alias a where a.stands_for = r.subject_id and a.ended_at is null
    ) g on true
    join subjects.subject_name n on n.subject_id = g.subject_id
    where r.verdict = 'name-mismatch' and r.named_id is null`;
}

/** One name of a disputed row's holder. */
export interface DisputedName {
  row_no: number;
  name_norm: string;
  held: string;
  is_current: boolean;
}

/** The next rows of the cursor. */
export const nextDisputed = (count: number): Sql =>
  sql`fetch ${raw(String(Math.trunc(count)))} from disputed_names`;

/** Closes the cursor. */
export const closeDisputed = (): Sql => sql`close disputed_names`;

/** Settles the rows whose name agrees but for the place in front. */
export function agreeRows(
  { resolved }: Resolution,
  verdict: 'agrees' | 'former-name',
  rows: readonly number[],
): Sql {
  return sql`
    update ${relation(resolved)} set verdict = ${verdict}, holder_name = null
    where row_no in (select unnest(${rows as number[]}::integer[]))`;
}

/** Fresh figures for whoever joins the result. */
export const analyseResolved = ({ resolved }: Resolution): Sql => sql`analyze ${relation(resolved)}`;

/** Where only organisations are meant: whoever counts as a natural person, whatever was said of the row before. */
export const turnAwayC13 = ({ resolved }: Resolution): Sql => sql`
  update ${relation(resolved)} r set verdict = 'c13', holder_name = null
  from subjects.subject s where s.subject_id = r.subject_id and s.c13`;
