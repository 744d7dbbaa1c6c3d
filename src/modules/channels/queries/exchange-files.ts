/** Statements about exchange files and their parts. */
import { type Queryable, type Sql, sql } from '../../../platform/db/index.ts';
import type { Manifest } from '../exchange/manifest.ts';

export type ExchangeRow = {
  readonly exchangeId: string;
  readonly unit: string;
  readonly item: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly manifest: Manifest;
  readonly receivedAt: Date;
};

const columns = sql`exchange_id as "exchangeId", unit_code as unit, item, encode(sha256, 'hex') as sha256, file_name as "fileName",
  manifest, received_at as "receivedAt"`;

/** Gives nothing when the unit sent the very same package before. */
export const insertExchange = (
  row: Omit<ExchangeRow, 'manifest'> & { manifest: Manifest; by: string },
): Sql => sql`
  insert into channels.exchange_file (exchange_id, unit_code, item, sha256, file_name, handed_in_by, manifest, received_at)
  values (${row.exchangeId}, ${row.unit}, ${row.item}, decode(${row.sha256}, 'hex'), ${row.fileName}, ${row.by},
    ${JSON.stringify(row.manifest)}::jsonb, ${row.receivedAt})
  on conflict (unit_code, sha256) do nothing`;

export function selectSameExchange(
  db: Queryable,
  unit: string,
  sha256: string,
): Promise<ExchangeRow | undefined> {
  return db.maybe<ExchangeRow>(
    sql`select ${columns} from channels.exchange_file where unit_code = ${unit} and sha256 = decode(${sha256}, 'hex')`,
  );
}

export function selectExchange(
  db: Queryable,
  unit: string,
  exchangeId: string,
): Promise<ExchangeRow | undefined> {
  return db.maybe<ExchangeRow>(
    sql`select ${columns} from channels.exchange_file where exchange_id = ${exchangeId} and unit_code = ${unit}`,
  );
}

export const insertPart = (exchangeId: string, name: string, submissionId: string): Sql => sql`
  insert into channels.exchange_part (exchange_id, file_name, submission_id) values (${exchangeId}, ${name}, ${submissionId})
  on conflict do nothing`;

export function selectParts(
  db: Queryable,
  exchangeId: string,
): Promise<{ name: string; submissionId: string }[]> {
  return db.query(
    sql`select file_name as name, submission_id as "submissionId" from channels.exchange_part where exchange_id = ${exchangeId}`,
  );
}
