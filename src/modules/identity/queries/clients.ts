/** SQL about machine clients and their tokens; secrets and tokens are stored as their SHA-256 alone. */
import { type Queryable, sql } from '../../../platform/db/index.ts';

/** `networks` in CIDR notation, none for anywhere; `quota` in requests a day, null for no limit. */
export async function insertClient(
  db: Queryable,
  client: {
    clientId: string;
    unit: string;
    name: string;
    scopes: readonly string[];
    networks: readonly string[];
    quota: number | null;
    createdAt: Date;
  },
): Promise<void> {
  await db.query(sql`
    insert into identity.client (client_id, unit_code, name, scopes, networks, quota, created_at)
    values (${client.clientId}, ${client.unit}, ${client.name}, ${client.scopes}::text[], ${client.networks}::cidr[], ${client.quota}, ${client.createdAt})`);
}

/** A secret or a public key (JWK); exactly one of them. */
export async function insertCredential(
  db: Queryable,
  credential: {
    credentialId: string;
    clientId: string;
    secretHash: string | null;
    jwk: object | null;
    since: Date;
    until: Date | null;
    createdBy: string;
  },
): Promise<void> {
  const { jwk } = credential;
  await db.query(sql`
    insert into identity.client_credential (credential_id, client_id, secret_hash, jwk, since, until, created_by)
    values (${credential.credentialId}, ${credential.clientId}, decode(${credential.secretHash}, 'hex'),
            ${jwk === null ? null : JSON.stringify(jwk)}::jsonb, ${credential.since}, ${credential.until},
            ${credential.createdBy})`);
}

/** Ends a credential at `at`, which lies after now. @returns false when it has ended by then anyway */
export async function endCredential(
  db: Queryable,
  clientId: string,
  credentialId: string,
  at: Date,
): Promise<boolean> {
  const rows = await db.query(sql`
    update identity.client_credential set until = ${at}
    where client_id = ${clientId} and credential_id = ${credentialId} and since < ${at}
      and (until is null or until > ${at}) returning credential_id`);
  return rows.length === 1;
}

/** The credentials that are good at `at`, of an open client of a unit that exists then; undefined for no such client. */
export function selectClient(
  db: Queryable,
  clientId: string,
  at: Date,
): Promise<{ secretHashes: string[]; keys: Record<string, unknown>[]; scopes: string[] } | undefined> {
  return db.maybe(sql`
    select
      array(select encode(d.secret_hash, 'hex') from identity.client_credential d where d.client_id = c.client_id
        and d.secret_hash is not null and d.since <= ${at} and (d.until is null or d.until > ${at})) as "secretHashes",
      array(select d.jwk from identity.client_credential d where d.client_id = c.client_id
        and d.jwk is not null and d.since <= ${at} and (d.until is null or d.until > ${at})) as keys,
      c.scopes
    from identity.client c join identity.unit u on u.unit_code = c.unit_code
    where c.client_id = ${clientId} and c.closed_at is null
      and (u.until is null or u.until > (${at}::timestamptz at time zone 'Asia/Shanghai')::date)`);
}

/** An open client, of whatever unit. */
export function selectClientUnit(db: Queryable, clientId: string): Promise<{ unit: string } | undefined> {
  return db.maybe(sql`
    select unit_code as unit from identity.client where client_id = ${clientId} and closed_at is null`);
}

/** A client with its credentials that have not ended, as its administrator sees it. */
export type ClientLine = {
  readonly clientId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly networks: readonly string[];
  readonly quota: number | null;
  readonly requestsToday: number;
  readonly credentials: readonly {
    credentialId: string;
    kind: 'secret' | 'key';
    since: string;
    until: string | null;
  }[];
};

export function selectClients(db: Queryable, unit: string, at: Date): Promise<ClientLine[]> {
  return db.query(sql`
    select c.client_id as "clientId", c.name, c.scopes, c.networks::text[] as networks, c.quota,
      coalesce((select requests from identity.client_use x where x.client_id = c.client_id
        and x.day = (${at}::timestamptz at time zone 'Asia/Shanghai')::date), 0) as "requestsToday",
      coalesce((select jsonb_agg(jsonb_build_object('credentialId', d.credential_id::text,
          'kind', case when d.jwk is null then 'secret' else 'key' end, 'since', d.since, 'until', d.until)
          order by d.credential_id)
        from identity.client_credential d
        where d.client_id = c.client_id and (d.until is null or d.until > ${at})), '[]') as credentials
    from identity.client c where c.unit_code = ${unit} and c.closed_at is null
    order by c.created_at, c.client_id`);
}

/** Changes what an open client may do and from where. @returns false when there is no such client */
export async function updateClient(
  db: Queryable,
  client: {
    clientId: string;
    scopes: readonly string[];
    networks: readonly string[];
    quota: number | null;
  },
): Promise<boolean> {
  const rows = await db.query(sql`
    update identity.client
    set scopes = ${client.scopes}::text[], networks = ${client.networks}::cidr[], quota = ${client.quota}
    where client_id = ${client.clientId} and closed_at is null returning client_id`);
  return rows.length === 1;
}

/** Whether PostgreSQL reads all of them as networks. */
export async function areNetworks(db: Queryable, networks: readonly string[]): Promise<boolean> {
  const { fits } = await db.one<{ fits: boolean }>(sql`
    select coalesce(bool_and(pg_input_is_valid(n, 'cidr')), true) as fits from unnest(${networks}::text[]) n`);
  return fits;
}

/** Counts a request of the day. @returns how many there were, this one included */
export async function countUse(db: Queryable, clientId: string, at: Date): Promise<number> {
  const { requests } = await db.one<{ requests: number }>(sql`
    insert into identity.client_use (client_id, day, requests)
    values (${clientId}, (${at}::timestamptz at time zone 'Asia/Shanghai')::date, 1)
    on conflict (client_id, day) do update set requests = identity.client_use.requests + 1
    returning requests`);
  return requests;
}

/** Keeps a number that may be used once until `expiresAt`. @returns false when it was used already */
export async function insertOnce(
  db: Queryable,
  once: { kind: string; tokenHash: string; expiresAt: Date },
): Promise<boolean> {
  const rows = await db.query(sql`
    insert into identity.token (kind, token_hash, payload, expires_at)
    values (${once.kind}, decode(${once.tokenHash}, 'hex'), '{}', ${once.expiresAt})
    on conflict (kind, token_hash) do nothing returning kind`);
  return rows.length === 1;
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

/** The client behind a token that is still good at `at`, with the scopes that the token carries and the client still has. */
export function selectTokenClient(
  db: Queryable,
  kind: string,
  tokenHash: string,
  at: Date,
  address: string,
): Promise<
  | { clientId: string; unit: string; scopes: string[]; quota: number | null; isFromNetwork: boolean }
  | undefined
> {
  return db.maybe(sql`
    select c.client_id as "clientId", c.unit_code as unit, c.quota,
      array(select s from unnest(c.scopes) s where s = any(string_to_array(t.payload->>'scope', ' '))) as scopes,
      cardinality(c.networks) = 0 or ${address}::inet <<= any(c.networks::inet[]) as "isFromNetwork"
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
