/** Statements, transactions, COPY and role boundaries on a real server. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../testing.ts';
import { onDatabase } from './endpoint.ts';
import { requireFitDatabase, UnfitDatabase } from './fitness.ts';
import { empty, join, RowCountError, raw, sql } from './index.ts';
import { openClient } from './pool.ts';

const world = await testDatabase();
const { app, portal, migrator } = world.db;

beforeAll(async () => {
  await migrator.query(sql`create schema sample`);
  await migrator.query(sql`create table sample.t (id bigint primary key, name text)`);
  await migrator.query(sql`grant usage on schema sample to gx_app`);
  await migrator.query(sql`grant select, insert on sample.t to gx_app`);
});
afterAll(() => world.close());

test('values are parameters, statements nest', async () => {
  const ids = [1, 2, 3];
  const row = await app.one<{ found: string }>(
    sql`select string_agg(v::text, ',') as found from unnest(array[${join(ids)}]::int[]) v`,
  );
  expect(row.found).toBe('1,2,3');
  for (const [condition, count] of [
    [empty, 2],
    [sql`where v > ${1}`, 1],
  ] as const) {
    expect(await app.query(sql`select v from generate_series(1, 2) v ${condition}`)).toHaveLength(count);
  }
  expect(await app.one(sql`select ${"'; drop table x"} as text, ${raw('1 + 1')} as two`)).toEqual({
    text: "'; drop table x",
    two: 2,
  });
});

test('one and maybe insist on their numbers of rows', async () => {
  expect(await app.maybe(sql`select 1 where false`)).toBeUndefined();
  await expect(app.one(sql`select 1 where false`)).rejects.toThrow(RowCountError);
  await expect(app.maybe(sql`select generate_series(1, 2)`)).rejects.toThrow(RowCountError);
});

describe('transactions', () => {
  test('what throws leaves nothing, and the session is fit for the next', async () => {
    const failing = app.transaction(async (tx) => {
      await tx.query(sql`insert into sample.t values (1, 'a')`);
      await tx.query(sql`select nonsense`);
    });
    await expect(failing).rejects.toMatchObject({ code: '42703' });
    expect(await app.query(sql`select from sample.t`)).toEqual([]);
  });

  test('COPY takes lines and counts rows; half a COPY is none', async () => {
    const count = await app.transaction((tx) =>
      tx.copyIn('sample.t', ['id', 'name'], ['10\t甲\n', '11\t\\N\n12', '\t丙\\t丁\n']),
    );
    expect(count).toBe(3);
    expect(await app.query(sql`select id, name from sample.t order by id`)).toEqual([
      { id: '10', name: '甲' },
      { id: '11', name: null },
      { id: '12', name: '丙\t丁' },
    ]);
    async function* breaking() {
      yield '20\tx\n';
      throw new Error('the source broke');
    }
    await expect(app.transaction((tx) => tx.copyIn('sample.t', ['id', 'name'], breaking()))).rejects.toThrow(
      'the source broke',
    );
    expect(await app.query(sql`select from sample.t where id = 20`)).toEqual([]);
  });

  test('a session that the server ended fails its caller alone', async () => {
    const failing = app.transaction(async (tx) => {
      const { pid } = await tx.one<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      const administrator = await openClient(world.superuser, 'test');
      await administrator.query('select pg_terminate_backend($1)', [pid]);
      await administrator.end();
      await tx.query(sql`select 1`);
    });
    await expect(failing).rejects.toThrow(/terminat|connection error/);
    expect(await app.one(sql`select 1 as one`)).toEqual({ one: 1 });
  });
});

describe('roles', () => {
  test('nobody has what was not granted', async () => {
    await expect(portal.query(sql`select from sample.t`)).rejects.toMatchObject({ code: '42501' });
    await expect(app.query(sql`delete from sample.t`)).rejects.toMatchObject({ code: '42501' });
    await expect(app.query(sql`create table public.x ()`)).rejects.toMatchObject({ code: '42501' });
    await expect(app.query(sql`create temporary table x ()`)).rejects.toMatchObject({ code: '42501' });
    await migrator.query(sql`create function sample.f() returns int language sql as 'select 1'`);
    await expect(app.query(sql`select sample.f()`)).rejects.toMatchObject({ code: '42501' });
    await expect(portal.query(sql`select from graphile_worker._private_jobs`)).rejects.toMatchObject({
      code: '42501',
    });
  });

  test('the portal only reads', async () => {
    await expect(portal.query(sql`select pg_notify('x', 'y'), setval('nothing', 1)`)).rejects.toThrow();
    expect(await portal.one(sql`show statement_timeout`)).toEqual({ statement_timeout: '15s' });
  });
});

test('a database that does not know Chinese letters is refused, with what to do', async () => {
  const administrator = await openClient(world.superuser, 'test');
  await administrator.query(
    "create database blind template template0 encoding 'UTF8' locale_provider libc lc_collate 'C' lc_ctype 'C' owner gx_migrator",
  );
  try {
    const blind = requireFitDatabase(onDatabase(world.endpoints.migrator, 'blind'));
    await expect(blind).rejects.toThrow(UnfitDatabase);
    await expect(blind).rejects.toThrow(/检索会失效.*CREATE DATABASE.*name search/s);
    await requireFitDatabase(world.endpoints.migrator);
  } finally {
    await administrator.query('drop database blind with (force)');
    await administrator.end();
  }
});
