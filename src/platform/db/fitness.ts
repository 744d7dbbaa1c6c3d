/** Whether a database can carry the platform at all: version, encoding, Chinese trigrams, a migrator with enough rights. */
import type { Endpoint } from './endpoint.ts';
import { openClient } from './pool.ts';

/** A database that cannot be used; its message says why and what to do, in both languages. */
export class UnfitDatabase extends Error {
  override readonly name = 'UnfitDatabase';
}

type Facts = {
  version: number;
  encoding: string;
  mayCreate: boolean;
  mayMakeRoles: boolean;
};

const facts = `select current_setting('server_version_num')::int as version,
  current_setting('server_encoding') as encoding,
  has_database_privilege(current_database(), 'CREATE') as "mayCreate",
  (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as "mayMakeRoles"`;

/** Refuses a database on which the platform would work wrongly; makes the extension pg_trgm, which it needs. */
export async function requireFitDatabase(migrator: Endpoint): Promise<void> {
  const client = await openClient(migrator, 'gongxin fitness');
  try {
    const found = (await client.query<Facts>(facts)).rows[0] as Facts;
    if (found.version < 150000) {
      throw new UnfitDatabase(
        `PostgreSQL 版本过低（${found.version}），请使用 15 以上的版本。PostgreSQL is too old (${found.version}); use version 15 or newer.`,
      );
    }
    if (found.encoding !== 'UTF8') {
      throw new UnfitDatabase(
        `数据库编码为 ${found.encoding}，请新建 UTF8 编码的数据库。The database is encoded in ${found.encoding}; create one with ENCODING 'UTF8'.`,
      );
    }
    if (!found.mayCreate || !found.mayMakeRoles) {
      throw new UnfitDatabase(
        `账户 ${migrator.user} 权限不足，请由管理员执行：ALTER ROLE "${migrator.user}" CREATEROLE; ALTER DATABASE "${migrator.database}" OWNER TO "${migrator.user}"。` +
          `The account ${migrator.user} may not create roles or schemas; an administrator runs: ALTER ROLE "${migrator.user}" CREATEROLE; ALTER DATABASE "${migrator.database}" OWNER TO "${migrator.user}".`,
      );
    }
    await client.query('create extension if not exists pg_trgm');
    const trigrams = await client.query<{ count: number }>(
      "select coalesce(array_length(show_trgm('滨州鑫源'), 1), 0) as count",
    );
    if ((trigrams.rows[0]?.count ?? 0) === 0) {
      throw new UnfitDatabase(
        `数据库 ${migrator.database} 的 LC_CTYPE 不识别汉字，名称检索会失效。请新建数据库：CREATE DATABASE 新库 TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'，再让 DATABASE_URL 指向它。` +
          `The LC_CTYPE of database ${migrator.database} does not know Chinese letters, so name search would find nothing. Create one with CREATE DATABASE new TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8' and let DATABASE_URL point to it.`,
      );
    }
  } finally {
    await client.end();
  }
}
