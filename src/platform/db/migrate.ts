/** Brings a database to the newest schema: the files of db/migrations in order, each once, each whole or not at all. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../crypto.ts';
import type { Db, Tx } from './database.ts';
import { raw, sql } from './sql.ts';
import { splitStatements } from './statements.ts';

/** A schema that does not fit this program; its message says what to do, in both languages. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** One file of the list. */
export type Migration = { readonly name: string; readonly text: string; readonly checksum: string };

export const migrationsFolder = path.join(import.meta.dirname, '..', '..', '..', 'db', 'migrations');
// Any number will do, as long as every version of the program uses the same.
const migrationLock = '7305790271105';

/** The migrations of a folder in the order of their names (0001_….sql). */
export function readMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { name, text, checksum: sha256(text) };
    });
}

async function readApplied(db: Db | Tx): Promise<Map<string, string>> {
  const rows = await db.query<{ name: string; checksum: string }>(
    sql`select name, checksum from platform.migration`,
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

async function prepare(tx: Tx): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(${migrationLock})`);
  await tx.query(sql`create schema if not exists platform`);
  await tx.query(sql`create table if not exists platform.migration (
    name text constraint migration_pkey primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`);
}

/** Forward only: what was applied must still be there, unchanged, and nothing new may come before it. */
function requireSameHistory(applied: ReadonlyMap<string, string>, files: readonly Migration[]): void {
  const known = new Map(files.map((file) => [file.name, file]));
  for (const [name, checksum] of applied) {
    const file = known.get(name);
    if (!file) {
      throw new MigrationError(
        `数据库已执行迁移 ${name}，而本程序没有它：程序版本过旧，请使用更新的版本。The database has migration ${name}, which this program lacks: the program is too old; use the newer one.`,
      );
    }
    if (file.checksum !== checksum) {
      throw new MigrationError(
        `迁移 ${name} 执行之后被改动。请恢复原文件，另写新的迁移。Migration ${name} was changed after it had been applied. Restore the file and write a new migration instead.`,
      );
    }
  }
  const last = [...applied.keys()].sort().at(-1) ?? '';
  const late = files.find((file) => !applied.has(file.name) && file.name < last);
  if (late) {
    throw new MigrationError(
      `迁移 ${late.name} 排在已执行的 ${last} 之前，请给它更大的编号。Migration ${late.name} comes before ${last}, which is already applied; give it a higher number.`,
    );
  }
}

async function apply(db: Db, migration: Migration): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(${migrationLock})`);
    if ((await readApplied(tx)).has(migration.name)) return false;
    for (const statement of splitStatements(migration.text)) {
      try {
        await tx.query(raw(statement));
      } catch (error) {
        const line = migration.text.slice(0, migration.text.indexOf(statement)).split('\n').length;
        throw new MigrationError(`${migration.name}:${line}: ${(error as Error).message}`, { cause: error });
      }
    }
    await tx.query(
      sql`insert into platform.migration (name, checksum) values (${migration.name}, ${migration.checksum})`,
    );
    return true;
  });
}

/**
 * Applies what is missing, one transaction a file, one statement a call; safe to run twice at once.
 * @returns the names of the files applied now
 * @throws MigrationError when history and files disagree, or with file and line of a statement that failed
 */
export async function migrate(db: Db, folder = migrationsFolder): Promise<string[]> {
  const files = readMigrations(folder);
  await db.transaction(prepare);
  requireSameHistory(await readApplied(db), files);
  const done: string[] = [];
  for (const file of files) if (await apply(db, file)) done.push(file.name);
  return done;
}

/** Which files of the folder the database does not have yet. */
export async function listPendingMigrations(db: Db, folder = migrationsFolder): Promise<string[]> {
  const applied = await readApplied(db);
  return readMigrations(folder)
    .map((file) => file.name)
    .filter((name) => !applied.has(name));
}
