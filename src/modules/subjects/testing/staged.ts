/** For tests: staged rows as intake makes them, in a relation of their own. */

import { normaliseName } from '../../../kernel/name.ts';
import { usccCheckCharacter } from '../../../kernel/uscc.ts';
import { type Queryable, raw, sql } from '../../../platform/db/index.ts';
import { subjectIdFor } from '../subject-id.ts';

/** What a test says of a row; the rest follows. */
export interface TestRow {
  name: string;
  uscc?: string;
  /** The key of a row without a USCC. */
  legacy?: { kind: string; value: string };
  legacyKeys?: { kind: string; value: string }[];
  soleTrader?: boolean;
  formerName?: string;
  status?: string;
  registeredOn?: string;
  areaCode?: string;
  /** Instead of the right one, to make ids meet. */
  subjectHash?: string;
}

/** A valid code for a number; department and category as in GB 32100 ('91' enterprise, '92' sole trader). */
export function testUscc(number: number, lead = '91'): string {
  const first17 = `${lead}370983${number.toString().padStart(9, '0')}`;
  return first17 + usccCheckCharacter(first17);
}

function stagedRow(row: TestRow, index: number) {
  const key = row.uscc === undefined ? row.legacy : { kind: 'uscc', value: row.uscc };
  return {
    row_no: index + 1,
    key_kind: key?.kind ?? null,
    key_value: key?.value ?? null,
    subject_hash: row.subjectHash ?? (key ? subjectIdFor(key.kind, key.value) : null),
    legacy_keys: row.legacyKeys ?? null,
    party_name: row.name,
    name_norm: normaliseName(row.name),
    sole_trader: row.soleTrader ?? false,
    former_name_norm: row.formerName === undefined ? null : normaliseName(row.formerName),
    status: row.status ?? null,
    registered_on: row.registeredOn ?? null,
    area_code: row.areaCode ?? null,
  };
}

const columns = `row_no integer, key_kind text, key_value text, subject_hash bigint, legacy_keys jsonb, party_name text,
  name_norm text, sole_trader boolean, former_name_norm text, status text, registered_on date, area_code text`;

/** Makes (anew) the relation `intake_staging.<name>` with these rows, numbered from 1, and gives its full name. */
export async function stageRows(db: Queryable, name: string, rows: readonly TestRow[]): Promise<string> {
  const staged = `intake_staging.${name}`;
  await db.query(sql`drop table if exists ${raw(staged)}`);
  await db.query(sql`create unlogged table ${raw(staged)} (${raw(columns)})`);
  for (let at = 0; at < rows.length; at += 20_000) {
    const batch = rows.slice(at, at + 20_000).map((row, index) => stagedRow(row, at + index));
    await db.query(sql`insert into ${raw(staged)}
      select * from json_to_recordset(${JSON.stringify(batch)}::json) as r (${raw(columns)})`);
  }
  await db.query(sql`analyze ${raw(staged)}`);
  return staged;
}
