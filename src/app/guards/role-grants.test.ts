/** What each database role may do, tried for real on every relation and column: published views for the portal, appending for records. */
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClient } from '../../platform/db/pool.ts';
import { testDatabase } from '../../platform/testing.ts';

const world = await testDatabase();
const superuser = await openClient(world.superuser, 'grant guard');
const portal = await openClient(world.endpoints.portal, 'grant guard');
const app = await openClient(world.endpoints.app, 'grant guard');
afterAll(async () => {
  for (const client of [superuser, portal, app]) await client.end();
  await world.close();
});

type Relation = { schema: string; name: string; kind: 'table' | 'view'; columns: string[] };

// The views' own date: platform.today() runs with the reader's rights, and this row is empty in every installation.
const alsoReadable = ['platform.clock'];
const refused = '42501';
const viewCannot = ['55000', '0A000'];

let relations: Relation[];
beforeAll(async () => {
  const found = await superuser.query<Relation>(`select n.nspname as schema, c.relname as name,
      case c.relkind when 'v' then 'view' else 'table' end as kind,
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p', 'v', 'S', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    group by 1, 2, 3 order by 1, 2`);
  relations = found.rows;
});

/** The error's code, or 'done'. Everything is rolled back. */
async function outcome(client: Client, statement: string): Promise<string> {
  await client.query('begin');
  try {
    await client.query(statement);
    return 'done';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('rollback');
  }
}

const addressOf = ({ schema, name }: Relation) => `"${schema}"."${name}"`;
const isPublished = ({ schema, name }: Relation) =>
  schema === 'published' || alsoReadable.includes(`${schema}.${name}`);

describe('gx_portal', () => {
  test('reads every column of published.* and no column of anything else', async () => {
    const surprises: string[] = [];
    for (const relation of relations) {
      for (const column of relation.columns) {
        const got = await outcome(portal, `select "${column}" from ${addressOf(relation)} limit 0`);
        if (got !== (isPublished(relation) ? 'done' : refused)) {
          surprises.push(`${relation.schema}.${relation.name}.${column}: ${got}`);
        }
      }
    }
    expect(surprises).toEqual([]);
    expect(relations.filter(isPublished).length).toBeGreaterThan(15);
    expect(relations.filter((relation) => !isPublished(relation)).length).toBeGreaterThan(50);
  });

  test('not even whether a row exists, by any shape of question', async () => {
    const hidden = relations.filter((relation) => !isPublished(relation));
    for (const relation of hidden) {
      const at = addressOf(relation);
      for (const question of [
        `select count(*) from ${at}`,
        `select from ${at}`,
        `select exists (select from ${at})`,
        `table ${at}`,
        `copy ${at} to stdout`,
        `lock table ${at} in access share mode`,
        `explain select 1 from ${at}`,
      ]) {
        expect(await outcome(portal, question), question).toBe(refused);
      }
    }
  });

  test('writes nothing anywhere', async () => {
    for (const relation of relations) {
      const at = addressOf(relation);
      const column = `"${relation.columns.at(-1)}"`;
      for (const statement of [
        `insert into ${at} default values`,
        `update ${at} set ${column} = null`,
        `delete from ${at}`,
        `truncate ${at}`,
      ]) {
        const got = await outcome(portal, statement);
        const codes = relation.kind === 'view' ? [refused, ...viewCannot, '42809'] : [refused];
        expect(codes, `${statement}: ${got}`).toContain(got);
      }
    }
    const rights = await superuser.query(`select c.oid::regclass::text as name, p as privilege from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      cross join unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger']) p
      where c.relkind in ('r', 'p', 'v') and n.nspname not in ('pg_catalog', 'information_schema')
        and has_table_privilege('gx_portal', c.oid, p)`);
    expect(rights.rows).toEqual([]);
  });

  test.each([
    ['make a table', 'create table public.x (a int)'],
    ['make a table beside the views', 'create table published.x (a int)'],
    ['make a temporary table', 'create temporary table x (a int)'],
    ['make a schema', 'create schema x'],
    ['become another role', 'set role gx_app'],
    ['become the migrator', 'set session authorization gx_migrator'],
    ['read passwords', 'select rolpassword from pg_authid'],
    ['read files', "select pg_read_file('postgresql.conf')"],
    ['list folders', "select pg_ls_dir('.')"],
    ['run programs', "copy (select 1) to program 'id'"],
    ['end other sessions', "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'gx_app'"],
    ['make a language function', "create function published.f() returns int language sql as 'select 1'"],
  ])('may not %s', async (_name, statement) => {
    expect(await outcome(portal, statement)).toBe(refused);
  });

  test('sees neither others’ statements nor the planner’s samples of their data', async () => {
    await app.query("select 'a secret' as text");
    const seen = await portal.query(
      "select query from pg_stat_activity where usename = 'gx_app' and query like '%secret%'",
    );
    expect(seen.rows).toEqual([]);
    await superuser.query('analyze');
    const samples = await portal.query(`select distinct schemaname || '.' || tablename as name from pg_stats
      where schemaname not in ('pg_catalog', 'information_schema')`);
    expect(samples.rows.map(({ name }) => name).filter((name) => !alsoReadable.includes(name))).toEqual([]);
  });

  test('runs no function of ours but the civil date and those that ask for one thing exactly or one page', async () => {
    const functions = await superuser.query<{
      name: string;
    }>(`select p.oid::regprocedure::text as name from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where n.nspname not in ('pg_catalog', 'information_schema') and has_function_privilege('gx_portal', p.oid, 'execute')
        and has_schema_privilege('gx_portal', n.oid, 'usage')
        and not exists (select 1 from pg_depend e where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype = 'e')`);
    expect(functions.rows.map(({ name }) => name.replace(/\(.*/, '')).sort()).toEqual([
      'platform.today',
      'published.record_counts_of',
      'published.record_of',
      'published.records_of',
      'published.records_of_item',
      'published.subjects_by_id',
      'published.subjects_by_key',
      'published.subjects_by_name',
    ]);
  });
});

test('what runs with its owner’s rights cannot be led astray, and stands among what is public', async () => {
  const functions = await superuser.query<{ name: string; schema: string; settings: string[] | null }>(
    `select p.oid::regprocedure::text as name, n.nspname as schema, p.proconfig as settings
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')`,
  );
  for (const { name, schema, settings } of functions.rows) {
    expect(schema, name).toBe('published');
    // Otherwise a caller's own tables, first on the caller's path, would be read with the owner's rights.
    expect(settings, name).toContain('search_path=pg_catalog, pg_temp');
  }
});

describe('gx_app', () => {
  test('appends to records.* and never changes or deletes', async () => {
    const tables = relations.filter(({ schema, kind }) => schema === 'records' && kind === 'table');
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      const at = addressOf(table);
      const column = `"${table.columns.at(-1)}"`;
      for (const statement of [
        `update ${at} set ${column} = ${column}`,
        `update ${at} set ${column} = ${column} where false`,
        `delete from ${at}`,
        `delete from ${at} where false`,
        `truncate ${at}`,
        `alter table ${at} add column more int`,
        `drop table ${at}`,
      ]) {
        expect(await outcome(app, statement), statement).toBe(refused);
      }
    }
    for (const name of ['record', 'record_identity', 'version_end']) {
      expect(await outcome(app, `select from records.${name}`), name).toBe('done');
      // Refused for what is missing, not for lack of rights.
      expect(await outcome(app, `insert into records.${name} default values`), name).not.toBe(refused);
    }
  });

  test.each([
    ['offset the civil date', "insert into platform.clock (fixed_on) values ('2000-01-01')"],
    ['forget a migration', 'delete from platform.migration'],
    ['make a schema', 'create schema x'],
    ['make a table outside staging', 'create table intake.x (a int)'],
    [
      'replace the civil date',
      "create or replace function platform.today() returns date language sql as 'select null::date'",
    ],
    [
      'replace a public view',
      'create or replace view published.item_unit as select item, unit_code from catalogue.item_unit',
    ],
    ['grant itself more', 'grant update on records.record to gx_app'],
    ['become the migrator', 'set role gx_migrator'],
    ['delete a submission', 'delete from intake.submission'],
    ['delete a decided row', 'delete from intake.held_row'],
    ['delete a subject', 'delete from subjects.subject'],
    ['delete an account', 'delete from identity.account'],
  ])('may not %s', async (_name, statement) => {
    const got = await outcome(app, statement);
    // A grant by somebody without the right is a warning in PostgreSQL; the right itself must still be absent.
    if (statement.startsWith('grant')) {
      const held = await superuser.query(
        "select has_table_privilege('gx_app', 'records.record', 'update') as held",
      );
      expect(held.rows).toEqual([{ held: false }]);
    } else expect(got).toBe(refused);
  });

  test('makes tables in staging alone, and owns nothing else', async () => {
    expect(await outcome(app, 'create unlogged table intake_staging.x (a int)')).toBe('done');
    const owned = await superuser.query(
      `select c.oid::regclass::text from pg_class c where c.relowner = 'gx_app'::regrole`,
    );
    expect(owned.rows).toEqual([]);
  });
});

describe('the others', () => {
  test('PUBLIC was granted nothing', async () => {
    const held = await superuser.query(`select kind, name, privilege_type as privilege from (
        select 'schema' as kind, n.nspname::text as name, n.nspacl as acl, n.oid, 'pg_namespace'::regclass as catalog from pg_namespace n
        union all select 'relation', c.oid::regclass::text, c.relacl, c.oid, 'pg_class'::regclass from pg_class c
          join pg_namespace n on n.oid = c.relnamespace where n.nspname not in ('pg_catalog', 'information_schema')
        union all select 'column', a.attrelid::regclass || '.' || a.attname, a.attacl, a.attrelid, 'pg_class'::regclass
          from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
          where n.nspname not in ('pg_catalog', 'information_schema')
        union all select 'function', p.oid::regprocedure::text, coalesce(p.proacl, acldefault('f', p.proowner)), p.oid, 'pg_proc'::regclass
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname not in ('pg_catalog', 'information_schema')
        union all select 'database', datname, coalesce(datacl, acldefault('d', datdba)), oid, 'pg_database'::regclass
          from pg_database where datname = current_database()
      ) thing, lateral aclexplode(acl) x
      where x.grantee = 0
        and not exists (select 1 from pg_depend e where e.classid = catalog and e.objid = thing.oid and e.deptype = 'e')
        and (kind, name) not in (values ('schema', 'pg_catalog'), ('schema', 'information_schema'))`);
    // Operators of pg_trgm and btree_gist live in public: names there can be found, nothing be made.
    expect(held.rows).toEqual([{ kind: 'schema', name: 'public', privilege: 'USAGE' }]);
  });

  test.each([
    ['gx_checks', ['platform.clock SELECT']],
    [
      'gx_auditor',
      // Who looked and why, what the self-check found, and how incidents were met: what an auditor holds against the law.
      [
        'disclosure.access SELECT',
        'disclosure.bulk_count SELECT',
        'disclosure.shown SELECT',
        'platform.clock SELECT',
        'platform.setting SELECT',
        'published.* SELECT',
        'supervision.check_round SELECT',
        'supervision.finding SELECT',
        'supervision.incident SELECT',
        'supervision.incident_step SELECT',
      ],
    ],
  ])('%s may read just what it needs', async (role, expected) => {
    const held = await superuser.query<{ name: string; privilege: string }>(
      `select c.oid::regclass::text as name, x.privilege_type as privilege from pg_class c, lateral aclexplode(c.relacl) x
        where x.grantee = $1::regrole order by 1`,
      [role],
    );
    const names = held.rows.map(
      ({ name, privilege }) => `${name.replace(/^published\..*/, 'published.*')} ${privilege}`,
    );
    expect([...new Set(names)].sort()).toEqual(expected);
  });

  test('no role is a superuser, makes roles or databases, or passes by row-level security', async () => {
    const roles =
      await superuser.query(`select rolname from pg_roles where rolname in ('gx_app', 'gx_portal', 'gx_checks', 'gx_auditor')
      and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)`);
    expect(roles.rows).toEqual([]);
    const members =
      await superuser.query(`select m.roleid::regrole::text as role, m.member::regrole::text as member from pg_auth_members m
      where m.member in ('gx_app'::regrole, 'gx_portal'::regrole, 'gx_checks'::regrole, 'gx_auditor'::regrole)`);
    expect(members.rows).toEqual([]);
  });
});
