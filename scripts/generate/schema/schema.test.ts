// The committed schema is what the migrations make, however a database got there: fresh, step by step, or upgraded.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrationsFolder, readMigrations } from '../../../src/platform/db/migrate.ts';
import { dumpSchema } from './index.ts';
import { inReadingOrder } from './print-schema.ts';
import { parseReleased, readReleased } from './released.ts';
import { withEmptyDatabase, withMigrations } from './testing.ts';

const committed = readFileSync(path.join(migrationsFolder, '..', 'schema.sql'), 'utf8');
const names = readMigrations().map(({ name }) => name);

test('a fresh database has the committed schema', async () => {
  const fresh = await withEmptyDatabase(async ({ db, client }) => {
    await migrate(db);
    return dumpSchema(client);
  });
  expect(fresh).toBe(committed);
});

test('one migration after the other makes the same', async () => {
  const stepwise = await withEmptyDatabase(async ({ db, client }) => {
    for (let last = 1; last <= names.length; last += 1) {
      const applied = await withMigrations(names.slice(0, last), (folder) => migrate(db, folder));
      expect(applied).toEqual([names[last - 1]]);
    }
    return dumpSchema(client);
  });
  expect(stepwise).toBe(committed);
});

test('a database of the last release, upgraded, is like a fresh one', async () => {
  const released = readReleased().map(({ name }) => name);
  const upgraded = await withEmptyDatabase(async ({ db, client }) => {
    await withMigrations(released, (folder) => migrate(db, folder));
    const applied = await migrate(db);
    expect(applied).toEqual(names.filter((name) => !released.includes(name)));
    return dumpSchema(client);
  });
  expect(upgraded).toBe(committed);
});

test('the text itself makes the schema again, so it leaves nothing out', async () => {
  const again = await withEmptyDatabase(async ({ client }) => {
    await client.query(committed);
    return dumpSchema(client);
  });
  expect(again).toBe(committed);
});

// Each comes on top of the ones before it.
const changes: Readonly<Record<string, string>> = {
  'a column': 'alter table law.article add column note text',
  'a type': 'alter table law.article alter column note type varchar(900)',
  'a default': "alter table law.article alter column says_en set default ''",
  'a duty': 'alter table law.article alter column note set not null',
  'a constraint': 'alter table law.article add constraint article_note_check check (says_zh <> note)',
  'an index': 'create index article_confidence_idx on law.article (confidence)',
  'a foreign key': 'alter table law.article drop constraint article_instrument_fkey',
  'a grant': 'grant delete on records.record to gx_app',
  'a grant on a column': 'grant select (uscc) on subjects.subject to gx_portal',
  'a grant to everybody': 'grant execute on function platform.today() to public',
  'a grant on what is made later':
    'alter default privileges in schema law grant select on tables to gx_portal',
  'a schema': 'create schema more',
  'a partition': 'alter table records.record detach partition records.record_2015',
  'a row-level policy': 'create policy own on intake.submission using (true)',
  'row-level security': 'alter table intake.submission enable row level security',
  'a view': 'create view published.more as select item from published.item_unit',
  'an option of a view': 'alter view published.more set (security_barrier = true)',
  'a function':
    "create or replace function platform.today() returns date language sql stable as 'select null::date'",
  durability: 'alter table intake.progress set logged',
  'a remark': "comment on column law.article.note is 'x'",
};

const unknownKinds: Readonly<Record<string, string>> = {
  sequence: 'create sequence law.counting',
  type: "create type law.mood as enum ('good')",
  trigger:
    'create trigger article_now before update on law.article for each row execute function suppress_redundant_updates_trigger()',
  rule: 'create rule article_gone as on delete to law.article do instead nothing',
};

test('the dump tells databases apart, and refuses what it cannot show', async () => {
  await withEmptyDatabase(async ({ client }) => {
    await client.query(committed);
    let before = await dumpSchema(client);
    for (const [name, change] of Object.entries(changes)) {
      await client.query(change);
      const after = await dumpSchema(client);
      expect(after, name).not.toBe(before);
      before = after;
    }
    for (const [kind, change] of Object.entries(unknownKinds)) {
      await client.query(change);
      await expect(dumpSchema(client), kind).rejects.toThrow(new RegExp(`cannot show .*${kind}`));
    }
  });
});

test('released migrations are there and unchanged', () => {
  const present = readMigrations().map(({ name, checksum }) => ({ name, checksum }));
  expect(present.slice(0, readReleased().length)).toEqual(readReleased());
});

test('the list of released migrations is read as sha256sum writes it', () => {
  const checksum = 'a'.repeat(64);
  expect(parseReleased(`# x\n${checksum}  db/migrations/0001_platform.sql\n`)).toEqual([
    { name: '0001_platform.sql', checksum },
  ]);
  expect(() => parseReleased('0001_platform.sql\n')).toThrow('cannot be read');
});

test('views come after what they read, and never in a circle', () => {
  const view = (name: string, ...reads: string[]) => ({ name, reads, definition: '', options: null });
  expect(inReadingOrder([view('a', 'c'), view('b'), view('c', 'b')]).map(({ name }) => name)).toEqual([
    'b',
    'c',
    'a',
  ]);
  expect(() => inReadingOrder([view('a', 'b'), view('b', 'a')])).toThrow('read each other');
});
