// For tests of the schema: an empty database on the test server, with the migrator's session on it.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { inject } from 'vitest';
import { type Db, databaseOn } from '../../../src/platform/db/database.ts';
import { onDatabase } from '../../../src/platform/db/endpoint.ts';
import { migrationsFolder } from '../../../src/platform/db/migrate.ts';
import { openClient, openPool } from '../../../src/platform/db/pool.ts';

/** One database without anything in it. */
export interface EmptyDatabase {
  db: Db;
  client: Client;
}

let count = 0;

/** Runs `work` on an empty database of the migrator's, and drops it. */
export async function withEmptyDatabase<T>(work: (empty: EmptyDatabase) => Promise<T>): Promise<T> {
  const { superuser, endpoints } = inject('testServer');
  count += 1;
  const name = `empty_${process.pid}_${count}`;
  const server = await openClient(superuser, 'gongxin schema test');
  await server.query(`create database ${name} template template0 owner ${endpoints.migrator.user}`);
  const endpoint = onDatabase(endpoints.migrator, name);
  const client = await openClient(endpoint, 'gongxin schema test');
  const db = databaseOn(openPool(endpoint, { size: 2, name: 'gongxin schema test' }));
  try {
    return await work({ db, client });
  } finally {
    await client.end();
    await db.close();
    await server.query(`drop database ${name} with (force)`);
    await server.end();
  }
}

/** A folder with these files of db/migrations alone. */
export async function withMigrations<T>(
  names: readonly string[],
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(inject('testServer').folder, 'migrations-'));
  try {
    for (const name of names) cpSync(path.join(migrationsFolder, name), path.join(folder, name));
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
