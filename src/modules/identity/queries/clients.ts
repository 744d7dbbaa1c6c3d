/** SQL about machine clients and their tokens; secrets and tokens are stored as their SHA-256 alone. */
import { type Queryable, sql } from '../../../platform/db/index.ts';

export async function insertClient(
  db: Queryable,
  client: { clientId: string; unit: string; secretHash: string; createdAt: Date },
): Promise<void> {
  await db.query(sql`
    insert into identity.client (client_id, unit_code, secret_hash, created_at)
    values (${client.clientId}, ${client.unit}, decode(${client.secretHash}, 'hex'), ${client.createdAt})`);
}

/** An open client of a unit that exists at `at`. */
export function selectClient(
  db: Queryable,
  clientId: string,
  at: Date,
): Promise<{ secretHash: string } | undefined> {
  return db.maybe(sql`
    select encode(c.secret_hash, 'hex') as "secretHash"
    from identity.client c join identity.unit u on u.unit_code = c.unit_code
    where c.client_id = ${clientId} and c.closed_at is null
      and (u.until is null or u.until > (${at}::timestamptz at time zone 'Asia/Shanghai')::date)`);
}

/** @returns false when there is no such open client */
export async function setClientClosed(db: Queryable, clientId: string, at: Date): Promise<boolean> {
  const rows = await db.query(sql`
    update identity.client set closed_at = ${at}
    where client_id = ${clientId} and closed_at is null returning client_id`);
  return rows.length === 1;
}

export async function upsertToken(
  db: Queryable,
  token: { kind: string; tokenHash: string; payload: object; clientId: string | null; expiresAt: Date },
): Promise<void> {
  await db.query(sql`
    insert into identity.token (kind, token_hash, payload, client_id, expires_at)
    values (${token.kind}, decode(${token.tokenHash}, 'hex'), ${JSON.stringify(token.payload)}::jsonb,
            ${token.clientId}, ${token.expiresAt})
    on conflict (kind, token_hash) do update set payload = excluded.payload, expires_at = excluded.expires_at`);
}

/** The client behind a token that is still good at `at`. */
export function selectTokenClient(
  db: Queryable,
  kind: string,
  tokenHash: string,
  at: Date,
): Promise<{ clientId: string; unit: string } | undefined> {
  return db.maybe(sql`
    select c.client_id as "clientId", c.unit_code as unit
    from identity.token t
    join identity.client c on c.client_id = t.client_id
    join identity.unit u on u.unit_code = c.unit_code
    where t.kind = ${kind} and t.token_hash = decode(${tokenHash}, 'hex') and t.expires_at > ${at}
      and c.closed_at is null
      and (u.until is null or u.until > (${at}::timestamptz at time zone 'Asia/Shanghai')::date)`);
}

/** Tokens that ended are of no use to anybody; those issued later sweep them out. */
export async function deleteEndedTokens(db: Queryable, at: Date): Promise<void> {
  await db.query(sql`delete from identity.token where expires_at <= ${at}`);
}
