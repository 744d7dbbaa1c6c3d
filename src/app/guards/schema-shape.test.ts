/** Every table, constraint and index is made as the house makes them: keys, names, no hidden machinery. */
import { afterAll, expect, test } from 'vitest';
import { openClient } from '../../platform/db/pool.ts';
import { testDatabase } from '../../platform/testing.ts';

const world = await testDatabase();
const client = await openClient(world.superuser, 'schema guard');
afterAll(async () => {
  await client.end();
  await world.close();
});

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker')
  and not exists (select 1 from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')`;
const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace and c.relkind in ('r', 'p') and ${ours}`;

type Name = { schema: string; table: string; name: string; kind: string };

async function list<Row = { name: string }>(question: string): Promise<Row[]> {
  return (await client.query(question)).rows as Row[];
}

const suffixes: Readonly<Record<string, string>> = {
  p: 'pkey',
  u: 'key',
  f: 'fkey',
  c: 'check',
  x: 'excl',
  'unique index': 'key',
  index: 'idx',
};

function isWellNamed({ table, name, kind }: Name): boolean {
  const suffix = suffixes[kind] ?? 'no such kind';
  return kind === 'p'
    ? name === `${table}_pkey`
    : name.startsWith(`${table}_`) && name.endsWith(`_${suffix}`);
}

test('there are tables to judge', async () => {
  expect((await list(`select c.relname as name from ${tables}`)).length).toBeGreaterThan(40);
});

test('every table has a primary key', async () => {
  const keyless = await list(`select c.oid::regclass::text as name from ${tables}
    where not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`);
  expect(keyless).toEqual([]);
});

test('constraints are named <table>_<what>_<kind>', async () => {
  const named =
    await list<Name>(`select n.nspname as schema, c.relname as table, k.conname as name, k.contype as kind
    from ${tables} join pg_constraint k on k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x') and k.conislocal`);
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter((constraint) => !isWellNamed(constraint))).toEqual([]);
});

test('indexes are named <table>_<what>_idx, unique ones _key', async () => {
  const named = await list<Name>(`select n.nspname as schema, c.relname as table, i.relname as name,
      case when x.indisunique then 'unique index' else 'index' end as kind
    from ${tables} join pg_index x on x.indrelid = c.oid join pg_class i on i.oid = x.indexrelid
    where not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid)`);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((index) => !isWellNamed(index))).toEqual([]);
});

test('schemas, tables and columns are snake_case', async () => {
  const names = await list(`select n.nspname || ' ' || c.relname || ' ' || a.attname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and c.relkind in ('r', 'p', 'v') and ${ours}
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`);
  expect(names.length).toBeGreaterThan(300);
  expect(names.filter(({ name }) => !/^[a-z][a-z0-9_]* [a-z][a-z0-9_]* [a-z][a-z0-9_]*$/.test(name))).toEqual(
    [],
  );
});

test('no trigger, no rule, no sequence, no foreign table, no materialised view', async () => {
  const hidden =
    await list(`select t.tgname as name from pg_trigger t join ${tables.replace('pg_class c', '(select * from pg_class) c')} on t.tgrelid = c.oid where not t.tgisinternal
    union all select w.rulename from pg_rewrite w join pg_class c on c.oid = w.ev_class join pg_namespace n on n.oid = c.relnamespace
      where w.rulename <> '_RETURN' and ${ours}
    union all select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('S', 'f', 'm') and ${ours}`);
  expect(hidden).toEqual([]);
});

test('ids and instants come from the application: no default but constants', async () => {
  const defaults =
    await list(`select c.relname || '.' || a.attname || ' ' || pg_get_expr(d.adbin, d.adrelid) as name
    from ${tables} join pg_attribute a on a.attrelid = c.oid join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where pg_get_expr(d.adbin, d.adrelid) ~ '\\(' and c.oid <> 'platform.migration'::regclass`);
  expect(defaults).toEqual([]);
});
