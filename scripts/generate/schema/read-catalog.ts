// Asks PostgreSQL's own catalogue what a database consists of: one question a kind of object, in a stable order.
import type { Client } from 'pg';

/** One object as SQL text knows it; `name` is qualified by its schema. */
export interface Named {
  name: string;
}

export interface Extension extends Named {
  schema: string;
}

export interface Routine extends Named {
  definition: string;
  /** The relations that its arguments and its result are rows of. */
  reads: string[];
}

export interface Table extends Named {
  unlogged: boolean;
  /** `RANGE (…)` where it is cut into partitions. */
  partitionKey: string | null;
  /** For a partition: its parent and its bounds. */
  parent: string | null;
  bounds: string | null;
  rowSecurity: boolean;
}

export interface Column {
  table: string;
  name: string;
  type: string;
  fallback: string | null;
  required: boolean;
  /** `identity` or `stored`, where the server makes the value. */
  made: string | null;
}

export interface Constraint {
  table: string;
  name: string;
  kind: 'p' | 'u' | 'c' | 'x' | 'f';
  definition: string;
}

export interface Definition {
  table: string;
  definition: string;
}

export interface View extends Named {
  definition: string;
  /** Options such as `security_barrier=true`. */
  options: string[] | null;
  /** The relations and functions that it reads. */
  reads: string[];
}

/** `target` as GRANT writes it: `table a.b`, `schema a`, `function a.b(int)`. */
export interface Grant {
  target: string;
  column: string | null;
  grantee: string;
  privilege: string;
}

export interface Comment {
  target: string;
  text: string;
}

/** Who gets, or unlike elsewhere does not get, a right on what is made later. */
export interface DefaultRight {
  schema: string | null;
  kind: string;
  verb: 'grant' | 'revoke';
  grantee: string;
  privilege: string;
}

/** All that the printed schema shows. */
export interface Catalog {
  extensions: Extension[];
  schemas: Named[];
  routines: Routine[];
  tables: Table[];
  columns: Column[];
  constraints: Constraint[];
  indexes: Definition[];
  views: View[];
  policies: Definition[];
  comments: Comment[];
  grants: Grant[];
  defaults: DefaultRight[];
}

/** The job queue's tables are its package's own affair: it migrates them itself. */
const foreignSchemas = `'pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker'`;
const oursIs = (column: string) =>
  `(${column} not in (${foreignSchemas}) and ${column} not like 'pg\\_temp%' and ${column} not like 'pg\\_toast\\_temp%')`;
/** Not what an extension brought along. */
const own = (catalog: string, oid: string) =>
  `not exists (select 1 from pg_depend e where e.classid = '${catalog}'::regclass and e.objid = ${oid} and e.deptype = 'e')`;
const relation = `from pg_class c join pg_namespace n on n.oid = c.relnamespace`;
const ourRelation = `${oursIs('n.nspname')} and ${own('pg_class', 'c.oid')}`;
const qualified = `format('%I.%I', n.nspname, c.relname)`;
const routineName = `format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid))`;
const ourRoutine = `from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${oursIs('n.nspname')} and ${own('pg_proc', 'p.oid')}`;

const questions = {
  extensions: `select format('%I', e.extname) as name, format('%I', n.nspname) as schema from pg_extension e
    join pg_namespace n on n.oid = e.extnamespace where e.extname <> 'plpgsql' order by 1`,
  schemas: `select format('%I', n.nspname) as name from pg_namespace n
    where ${oursIs('n.nspname')} and n.nspname <> 'public' order by 1`,
  routines: `select ${routineName} as name, pg_get_functiondef(p.oid) as definition,
      array(select distinct r.oid::regclass::text from pg_depend d
        left join pg_type t on d.refclassid = 'pg_type'::regclass and t.oid = d.refobjid
        join pg_class r on r.oid = case d.refclassid when 'pg_class'::regclass then d.refobjid else t.typrelid end
        where d.classid = 'pg_proc'::regclass and d.objid = p.oid order by 1) as reads
    ${ourRoutine} order by 1`,
  tables: `select ${qualified} as name, c.relpersistence = 'u' as unlogged, c.relrowsecurity as "rowSecurity",
      case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as "partitionKey",
      i.inhparent::regclass::text as parent, pg_get_expr(c.relpartbound, c.oid) as bounds
    ${relation} left join pg_inherits i on i.inhrelid = c.oid
    where c.relkind in ('r', 'p') and ${ourRelation} order by (i.inhparent is not null), 1`,
  columns: `select ${qualified} as table, format('%I', a.attname) as name, format_type(a.atttypid, a.atttypmod) as type,
      pg_get_expr(d.adbin, d.adrelid) as fallback, a.attnotnull as required,
      case when a.attidentity <> '' then 'identity' when a.attgenerated <> '' then 'stored' end as made
    ${relation} join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') and not c.relispartition and ${ourRelation}
    order by 1, a.attnum`,
  constraints: `select ${qualified} as table, format('%I', k.conname) as name, k.contype as kind,
      pg_get_constraintdef(k.oid) as definition
    ${relation} join pg_constraint k on k.conrelid = c.oid and k.contype in ('p', 'u', 'c', 'x', 'f')
    where ${ourRelation} and k.conislocal and k.conparentid = 0 order by 1, 2`,
  indexes: `select ${qualified} as table, replace(pg_get_indexdef(x.indexrelid), ' ON ONLY ', ' ON ') as definition
    ${relation} join pg_index x on x.indrelid = c.oid
    where ${ourRelation} and not exists (select 1 from pg_inherits i where i.inhrelid = x.indexrelid)
      and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
    order by 1, 2`,
  views: `select ${qualified} as name, pg_get_viewdef(c.oid) as definition, c.reloptions as options,
      array(select distinct case r.refclassid when 'pg_class'::regclass then r.refobjid::regclass::text else
          (select ${routineName} from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.oid = r.refobjid) end
        from pg_rewrite w
        join pg_depend r on r.classid = 'pg_rewrite'::regclass and r.objid = w.oid
          and r.refclassid in ('pg_class'::regclass, 'pg_proc'::regclass)
        where w.ev_class = c.oid and r.refobjid <> c.oid order by 1) as reads
    ${relation} where c.relkind = 'v' and ${ourRelation} order by 1`,
  policies: `select ${qualified} as table, format('create policy %I on %s as %s for %s to %s%s%s;', y.polname, ${qualified},
      case when y.polpermissive then 'permissive' else 'restrictive' end,
      case y.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      (select string_agg(r::regrole::text, ', ') from unnest(y.polroles) r),
      ' using (' || pg_get_expr(y.polqual, y.polrelid) || ')',
      ' with check (' || pg_get_expr(y.polwithcheck, y.polrelid) || ')') as definition
    ${relation} join pg_policy y on y.polrelid = c.oid where ${ourRelation} order by 1, 2`,
  comments: `select target, text from (
      select format('%s %s', case c.relkind when 'v' then 'view' else 'table' end, ${qualified}) as target, d.description as text
        ${relation} join pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid = 0
        where ${ourRelation}
      union all select format('column %s.%I', ${qualified}, a.attname), d.description
        ${relation} join pg_attribute a on a.attrelid = c.oid
        join pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid = a.attnum
        where a.attnum > 0 and ${ourRelation}
      union all select 'function ' || ${routineName}, obj_description(p.oid, 'pg_proc') ${ourRoutine}
      union all select format('schema %I', n.nspname), obj_description(n.oid, 'pg_namespace') from pg_namespace n
        where ${oursIs('n.nspname')} and n.nspname <> 'public'
    ) all_comments where text is not null order by target`,
  grants: `select target, "column", grantee, privilege from (
      select format('schema %I', n.nspname) as target, null as column, n.nspowner as owner, n.nspacl as acl
        from pg_namespace n where ${oursIs('n.nspname')} and n.nspname <> 'public'
      union all select 'table ' || ${qualified}, null, c.relowner, c.relacl
        ${relation} where c.relkind in ('r', 'p', 'v') and ${ourRelation}
      union all select 'table ' || ${qualified}, format('%I', a.attname), c.relowner, a.attacl
        ${relation} join pg_attribute a on a.attrelid = c.oid where a.attnum > 0 and ${ourRelation}
      union all select 'function ' || ${routineName}, null, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner)) ${ourRoutine}
    ) held, lateral (select case when x.grantee = 0 then 'public' else x.grantee::regrole::text end as grantee,
        lower(x.privilege_type) as privilege
      from aclexplode(held.acl) x where x.grantee <> held.owner) given
    order by target, "column" nulls first, grantee, privilege`,
  // What differs from the rights that PostgreSQL gives by itself on something newly made.
  defaults: `with entry as (select d.oid, n.nspname as schema, d.defaclnamespace <> 0 as local, d.defaclrole as owner,
        d.defaclacl as acl, case d.defaclobjtype when 'r' then 'r' when 'f' then 'f' when 'S' then 's' when 'T' then 'T' else 'n' end::"char" as kind,
        case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions'
          when 'T' then 'types' else 'schemas' end as what
      from pg_default_acl d left join lateral (select nspname from pg_namespace where oid = d.defaclnamespace) n on true),
    ruled as (select oid, grantee, privilege_type from entry, aclexplode(acl)),
    usual as (select oid, grantee, privilege_type from entry, aclexplode(acldefault(kind, owner)) where not local)
    select case when e.local then e.schema end as schema, e.what as kind, c.verb,
      case when c.grantee = 0 then 'public' else c.grantee::regrole::text end as grantee, lower(c.privilege_type) as privilege
    from entry e join (select 'grant' as verb, oid, grantee, privilege_type from (select * from ruled except select * from usual) given
      union all select 'revoke', oid, grantee, privilege_type from (select * from usual except select * from ruled) taken) c on c.oid = e.oid
    order by 1 nulls first, 2, 3, 4, 5`,
} satisfies Record<keyof Catalog, string>;

const unprintable = `select kind, name from (
    select case c.relkind when 'S' then 'sequence' when 'm' then 'materialised view' else 'foreign table' end as kind, ${qualified} as name
      ${relation} where c.relkind in ('S', 'm', 'f') and ${ourRelation}
    union all select 'type', format('%I.%I', n.nspname, t.typname) from pg_type t join pg_namespace n on n.oid = t.typnamespace
      where t.typtype in ('e', 'd', 'r') and ${oursIs('n.nspname')} and ${own('pg_type', 't.oid')}
    union all select 'trigger', t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${ourRelation}
    union all select 'rule', w.rulename from pg_rewrite w join pg_class c on c.oid = w.ev_class
      join pg_namespace n on n.oid = c.relnamespace where w.rulename <> '_RETURN' and ${ourRelation}
  ) found order by 1, 2`;

/**
 * Reads everything, within one snapshot.
 * @throws Error for a kind of object that the printer does not know (we use none of them)
 */
export async function readCatalog(client: Client): Promise<Catalog> {
  await client.query('begin isolation level repeatable read read only');
  try {
    // Nothing is found by search path, so that every name comes out with its schema.
    await client.query('set local search_path to pg_catalog');
    const strange = await client.query<{ kind: string; name: string }>(unprintable);
    if (strange.rows.length > 0) {
      const list = strange.rows.map(({ kind, name }) => `${kind} ${name}`).join(', ');
      throw new Error(`db/schema.sql cannot show ${list}: teach scripts/generate/schema, or do without it`);
    }
    const answers: Partial<Record<keyof Catalog, unknown[]>> = {};
    for (const [name, question] of Object.entries(questions)) {
      answers[name as keyof Catalog] = (await client.query(question)).rows;
    }
    return answers as unknown as Catalog;
  } finally {
    await client.query('rollback');
  }
}
