// Changes rows as the owner of the database can: every column of every protected table, deleting, inserting, dating back.
import { type Db, raw } from '../../../src/platform/db/index.ts';
import type { ProtectedTable } from './protected-tables.ts';

/** One change behind the log's back. */
export interface Tampering {
  /** What was done, such as `records.record.decision_no changed`. */
  readonly what: string;
  /** The monitor must name one of these entries. */
  readonly entries: readonly string[];
}

interface Column {
  name: string;
  type: string;
}

/** Columns that a constraint keeps to a list: another value of it. */
const allowedValues: Readonly<Record<string, readonly [string, string]>> = {
  misconduct_class: ['general', 'serious'],
  level: ['law', 'department-rule'],
  openness: ['onRequest', 'sharedOnly'],
  publicity: ['none', 'while-valid'],
  state: ['draft', 'active'],
  role: ['data-officer', 'checker'],
  decision: ['approved', 'refused'],
  kind: ['department', 'agency'],
  sector: ['police', 'tax'],
  severity: ['general', 'major'],
  step: ['contain', 'final-report'],
  channel: ['email', 'sms'],
  limits: ['{read}', '{read,download}'],
  'notices.notice.kind': ['looked-at', 'incident'],
  'disclosure.access.kind': ['look', 'own-file'],
  'persons.erasure_wish.ground': ['no-basis', 'retention-over'],
  'persons.erasure.ground': ['request', 'no-basis'],
};

/** Another value of the column; dates and instants go back thirty days. */
export function otherValue({ name, type }: Column, table?: string): string {
  const column = `"${name}"`;
  const allowed = allowedValues[`${table}.${name}`] ?? allowedValues[name];
  if (allowed)
    return `case ${column} when '${allowed[0]}' then '${allowed[1]}' else '${allowed[0]}' end::${type}`;
  switch (type) {
    case 'text':
      return `coalesce(${column}, 'a') || 'x'`;
    case 'int4':
    case 'int8':
      return `coalesce(${column}, 0) + 1000003`;
    case 'bool':
      return `not coalesce(${column}, false)`;
    case 'date':
      return `coalesce(${column}, date '2026-01-31') - 30`;
    case 'timestamptz':
      return `coalesce(${column}, now()) - interval '30 days'`;
    case 'jsonb':
      return `coalesce(${column}, '{}') || '{"added": "behind the log"}'`;
    case 'xid8':
      return `(${column}::text::numeric + 7)::text::xid8`;
    case 'uuid':
      return 'gen_random_uuid()';
    case 'bytea':
      return `sha256(coalesce(${column}, '\\x00'))`;
    case '_text':
      return `coalesce(${column}, '{}') || array['x']`;
    case '_int8':
      return `coalesce(${column}, '{}') || array[7::bigint]`;
    case '_cidr':
      return `coalesce(${column}, '{}') || array['10.9.8.0/24'::cidr]`;
    default:
      throw new Error(`the proof has no other value for a column of type ${type}`);
  }
}

const isDate = ({ type }: Column) => type === 'date' || type === 'timestamptz';

/** What the database itself refuses its owner: broken constraints. */
const refusals = ['23502', '23503', '23505', '23514', '23P01'];

/** The columns of a table, those the log does not cover left out. */
export async function columnsOf(db: Db, { table, loose = {} }: ProtectedTable): Promise<Column[]> {
  const columns = await db.query<Column>(
    raw(`select a.attname::text as name, t.typname::text as type from pg_attribute a join pg_type t on t.oid = a.atttypid
      where a.attrelid = '${table}'::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`),
  );
  return columns.filter(({ name }) => !(name in loose));
}

/** Runs a statement of the owner that gives a row; undefined when a constraint stood in the way. */
export async function tries<Row>(db: Db, statement: string): Promise<Row | undefined> {
  try {
    return (await db.query<Row>(raw(statement)))[0];
  } catch (error) {
    if (refusals.includes((error as { code: string }).code)) return undefined;
    throw error;
  }
}

/**
 * Tampers with each column of one row each, deletes a row, adds a copy to an entry and one that names no entry. `take`
 * gives the next row that nothing was done to yet, as a condition.
 */
export async function tamperWith(
  db: Db,
  target: ProtectedTable,
  take: () => Promise<{ where: string; entries: string[] } | undefined>,
): Promise<{ done: Tampering[]; refused: string[] }> {
  const { table } = target;
  const columns = await columnsOf(db, target);
  const done: Tampering[] = [];
  const refused: string[] = [];
  const act = async (what: string, statement: (where: string) => string) => {
    const row = await take();
    if (!row) throw new Error(`${table} has too few rows for the proof`);
    if (await tries(db, statement(row.where))) done.push({ what, entries: row.entries });
    else refused.push(what);
  };
  for (const column of columns)
    await act(
      `${table}.${column.name} ${isDate(column) ? 'dated back' : 'changed'}`,
      (where) =>
        `update ${table} set "${column.name}" = ${otherValue(column, table)} where ${where} returning 1 as one`,
    );
  await act(`${table} deleted`, (where) => `delete from ${table} where ${where} returning 1 as one`);
  const key = columns.find(({ name }) =>
    /^(record|alias|removal|access|grant|approval|erasure|agent|notice|change|wish)_id$/.test(name),
  );
  if (key && !target.closed) {
    const whole = await columnsOf(db, { ...target, loose: {} });
    const names = whole.map(({ name }) => `"${name}"`).join(', ');
    const copied = (changes: Readonly<Record<string, string>>) =>
      whole.map(({ name }) => changes[name] ?? `"${name}"`).join(', ');
    const other = { ...target.own, [key.name]: `"${key.name}" + 500000` };
    if (!target.alone)
      await act(
        `${table} inserted into an entry`,
        (where) =>
          `insert into ${table} (${names}) select ${copied(other)} from ${table} where ${where} returning 1 as one`,
      );
    // A number for each table, so that none is raised by what was done to another.
    const nobodys = String(
      [...table].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 900_000, 7) + 1_000_000,
    );
    const nowhere = {
      ...other,
      [key.name]: `"${key.name}" + 600000`,
      entry_id: nobodys,
      submission_id: nobodys,
    };
    await act(
      `${table} inserted without an entry`,
      (where) =>
        `insert into ${table} (${names}) select ${copied(nowhere)} from ${table} where ${where} returning 1 as one`,
    );
    const last = done.at(-1);
    if (last?.what.endsWith('without an entry')) done.splice(-1, 1, { ...last, entries: [nobodys] });
  }
  return { done, refused };
}

/** Rows of different entries, each once. */
export function rowTaker(db: Db, { table, entries }: ProtectedTable, spare: readonly string[] = []) {
  const taken = new Set<string>(spare);
  return async () => {
    const listed = [...taken].map((id) => `${id}::bigint`).join(', ');
    const [row] = await db.query<{ place: string; part: string; entries: (string | null)[] }>(
      raw(`select ctid::text as place, tableoid::regclass::text as part, ${entries} as entries from ${table}
        where not ${entries} && array[${listed}]::bigint[]
          ${table === 'transparency.entry' ? "and leaf_index is not null and digest is null and source <> 'transparency.removal'" : ''}
        limit 1`),
    );
    if (!row) return undefined;
    const ids = row.entries.filter((id): id is string => id !== null);
    for (const id of ids) taken.add(id);
    return { where: `ctid = '${row.place}' and tableoid = '${row.part}'::regclass`, entries: ids };
  };
}
