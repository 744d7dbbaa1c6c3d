/** Statements that make, fill and drop the tables in which one submission's rows wait for settlement. */
import { raw, type Sql, sql } from '../../../platform/db/index.ts';

/** Relation names of one settlement. The key is a submission's or a held row's id: digits only. */
export interface Relations {
  staged: string;
  resolved: string;
  matched: string;
  judged: string;
  /** Rows about natural persons. */
  persons: string;
}

/** Names for a settlement; `key` must be decimal digits, since it becomes part of an identifier. */
export function relationsFor(key: string): Relations {
  if (!/^\d{1,20}$/.test(key)) throw new Error(`not a settlement key: ${key}`);
  return {
    staged: `intake_staging.s${key}`,
    resolved: `intake_staging.r${key}`,
    matched: `intake_staging.m${key}`,
    judged: `intake_staging.j${key}`,
    persons: `intake_staging.p${key}`,
  };
}

/** Columns of a staged row in COPY order, with their types: the contract with subjects and records. */
export const STAGED: readonly (readonly [name: string, type: string])[] = [
  ['row_no', 'integer not null'],
  ['record_id', 'bigint not null'],
  ['key_kind', 'text'],
  ['key_value', 'text'],
  ['subject_hash', 'bigint'],
  ['legacy_keys', 'jsonb'],
  ['party_name', 'text not null'],
  ['name_norm', 'text not null'],
  ['sole_trader', 'boolean not null'],
  ['former_name_norm', 'text'],
  ['status', 'text'],
  ['registered_on', 'date'],
  ['area_code', 'text'],
  ['identity', 'uuid not null'],
  ['content', 'uuid not null'],
  ['authority_uscc', 'text not null'],
  ['authority_name', 'text not null'],
  ['decision_no', 'text not null'],
  ['decided_on', 'date not null'],
  ['valid_from', 'date'],
  ['valid_until', 'date'],
  ['in_effect', 'boolean not null'],
  ['misconduct_class', 'text'],
  ['class_assumed', 'boolean not null'],
  ['conduct_ended_on', 'date'],
  ['conduct_assumed', 'boolean not null'],
  ['own_months', 'integer'],
  ['open_fields', 'jsonb not null'],
  ['closed_fields', 'jsonb'],
];

/** Makes the staging table anew; one left by an attempt that died is dropped first. */
export function createStaged(relations: Relations): Sql[] {
  const columns = STAGED.map(([name, type]) => `${name} ${type}`).join(', ');
  return [...dropRelations(relations), sql`create unlogged table ${raw(relations.staged)} (${raw(columns)})`];
}

/** Fresh statistics of the columns that are joined by (the wide ones would cost seconds and plan nothing). */
export const analyseStaged = ({ staged }: Relations): Sql =>
  sql`analyze ${raw(staged)} (row_no, key_kind, key_value, subject_hash, name_norm, identity)`;

/** Drops whatever there is of a settlement's tables. */
export function dropRelations(relations: Relations): Sql[] {
  return Object.values(relations).map((name) => sql`drop table if exists ${raw(name)}`);
}

/** Puts a held row, kept as JSON, back into a staging table. */
export function restageHeldRow(relations: Relations, heldRowId: string): Sql {
  return sql`
    insert into ${raw(relations.staged)}
    select (jsonb_populate_record(null::${raw(relations.staged)}, h.staged)).* from intake.held_row h
    where h.held_row_id = ${heldRowId}`;
}
