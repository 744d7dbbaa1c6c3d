// Tampers with tables of rules: each holds one entry, so every change is a round of its own, taken back afterwards.
import { type Watched, watch } from '../../../src/modules/transparency/index.ts';
import { type Db, raw } from '../../../src/platform/db/index.ts';
import { type ProtectedTable, stateTables } from './protected-tables.ts';
import { columnsOf, otherValue, tries } from './tamper.ts';

/** A copy of a row, as little changed as the table's keys allow. @returns where it lies, or undefined if all are refused */
async function insertBeside(db: Db, target: ProtectedTable): Promise<string | undefined> {
  const columns = await columnsOf(db, { ...target, loose: {} });
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  for (const changed of columns) {
    const values = columns.map((column) =>
      column === changed ? otherValue(column, target.table) : `"${column.name}"`,
    );
    const put = await tries<{ place: string }>(
      db,
      `insert into ${target.table} (${names}) select ${values.join(', ')} from ${target.table} limit 1
        returning ctid::text as place`,
    );
    if (put) return put.place;
  }
  return undefined;
}

/** Changes every column of one row of each table, deletes one and puts one in beside. */
export async function tamperWithStates(db: Db, watched: Watched) {
  const done: string[] = [];
  const missed: string[] = [];
  const refused: string[] = [];

  async function judge(what: string, source: string): Promise<void> {
    done.push(what);
    const { differences } = await watch(watched);
    if (!differences.some((one) => one.source === source)) missed.push(what);
  }

  for (const target of stateTables) {
    const { table, source } = target;
    const one = `ctid = (select min(ctid) from ${table})`;
    for (const column of await columnsOf(db, target)) {
      const what = `${table}.${column.name} changed or dated back`;
      const old = await db.maybe<{ value: string | null }>(
        raw(`select "${column.name}"::text as value from ${table} where ${one}`),
      );
      if (!old && target.empty) continue;
      if (!old) throw new Error(`${table} has no row to tamper with`);
      const place = await tries<{ place: string }>(
        db,
        `update ${table} set "${column.name}" = ${otherValue(column, table)} where ${one} returning ctid::text as place`,
      );
      if (!place) {
        refused.push(what);
        continue;
      }
      await judge(what, source);
      const value = old.value === null ? 'null' : `'${old.value.replaceAll("'", "''")}'::${column.type}`;
      await db.query(raw(`update ${table} set "${column.name}" = ${value} where ctid = '${place.place}'`));
    }
    await db.query(raw(`create table public.tampered as table ${table}`));
    if (await tries(db, `delete from ${table} where ${one} returning 1 as one`)) {
      await judge(`${table} deleted`, source);
      const back = `select o.* from public.tampered o where not exists (select from ${table} t where t = o)`;
      await db.query(raw(`insert into ${table} ${back}`));
    } else refused.push(`${table} deleted`);
    await db.query(raw('drop table public.tampered'));
    if (target.closed || target.empty) continue;
    const put = await insertBeside(db, target);
    if (put) {
      await judge(`${table} inserted`, source);
      await db.query(raw(`delete from ${table} where ctid = '${put}'`));
    } else refused.push(`${table} inserted`);
  }
  return { done, missed, refused };
}
