/** SQL about passkeys and the challenges that were given out for them. */
import { type Queryable, sql, type Tx } from '../../../platform/db/index.ts';
import type { Account } from '../account.ts';
import { type AccountRow, accountColumns, accountIsOpen, toAccount } from './accounts.ts';

/** What a challenge was given out for. */
export type Purpose = 'register' | 'sign-in' | 'step-up';

/** Keeps a challenge; those that ended go. `accountId` is null where nobody is known yet. */
export async function insertChallenge(
  db: Queryable,
  challenge: {
    readonly hash: string;
    readonly purpose: Purpose;
    readonly accountId: string | null;
    readonly at: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  const { hash, purpose, accountId, at, expiresAt } = challenge;
  await db.query(sql`delete from identity.passkey_challenge where expires_at <= ${at}`);
  await db.query(sql`
    insert into identity.passkey_challenge (challenge_hash, purpose, account_id, expires_at)
    values (decode(${hash}, 'hex'), ${purpose}, ${accountId}, ${expiresAt})`);
}

/** Takes a challenge away whatever becomes of it. @returns false when it was not given out for this, or no longer holds */
export async function takeChallenge(
  db: Queryable,
  { hash, purpose, accountId, at }: { hash: string; purpose: Purpose; accountId: string | null; at: Date },
): Promise<boolean> {
  const row = await db.maybe<{ purpose: Purpose; accountId: string | null }>(sql`
    delete from identity.passkey_challenge where challenge_hash = decode(${hash}, 'hex') and expires_at > ${at}
    returning purpose, account_id as "accountId"`);
  return row !== undefined && row.purpose === purpose && row.accountId === accountId;
}

/** A passkey as its owner sees it. */
export type PasskeyLine = {
  readonly passkeyId: string;
  readonly name: string;
  readonly isBackedUp: boolean;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
};

export function selectPasskeys(db: Queryable, accountId: string): Promise<PasskeyLine[]> {
  return db.query(sql`
    select passkey_id as "passkeyId", name, backed_up as "isBackedUp", created_at as "createdAt", used_at as "usedAt"
    from identity.passkey where account_id = ${accountId} order by created_at, passkey_id`);
}

/** Which credentials an account has, for the browser to choose among or to leave out. */
export function selectCredentials(
  db: Queryable,
  accountId: string,
): Promise<{ readonly credentialId: Buffer; readonly transports: string[] }[]> {
  return db.query(sql`
    select credential_id as "credentialId", transports from identity.passkey where account_id = ${accountId}`);
}

/** @returns false when the credential is known already */
export async function insertPasskey(
  tx: Tx,
  passkey: {
    readonly passkeyId: string;
    readonly accountId: string;
    readonly credentialId: Buffer;
    readonly publicKey: Buffer;
    readonly counter: number;
    readonly transports: readonly string[];
    readonly name: string;
    readonly isBackedUp: boolean;
    readonly createdAt: Date;
  },
): Promise<boolean> {
  const rows = await tx.query(sql`
    insert into identity.passkey
      (passkey_id, account_id, credential_id, public_key, counter, transports, name, backed_up, created_at)
    values (${passkey.passkeyId}, ${passkey.accountId}, ${passkey.credentialId}, ${passkey.publicKey},
            ${passkey.counter}, ${[...passkey.transports]}::text[], ${passkey.name}, ${passkey.isBackedUp}, ${passkey.createdAt})
    on conflict (credential_id) do nothing returning passkey_id`);
  return rows.length === 1;
}

/** What a passkey is checked against, with its open account. */
export type KnownPasskey = {
  readonly passkeyId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly account: Account;
};

/** The passkey of a credential, if its account is open. */
export async function findPasskey(
  db: Queryable,
  credentialId: Buffer,
  at: Date,
): Promise<KnownPasskey | undefined> {
  const row = await db.maybe<AccountRow & { passkey_id: string; public_key: Buffer; counter: string }>(sql`
    select ${accountColumns(at)}, p.passkey_id, p.public_key, p.counter
    from identity.passkey p
    join identity.account a on a.account_id = p.account_id
    join identity.unit u on u.unit_code = a.unit_code
    where p.credential_id = ${credentialId} and ${accountIsOpen(at)}`);
  return (
    row && {
      passkeyId: row.passkey_id,
      publicKey: row.public_key,
      counter: Number(row.counter),
      account: toAccount(row),
    }
  );
}

/** Takes the counter of one use. @returns false when another use took it, or a later one, meanwhile */
export async function advancePasskey(
  db: Queryable,
  passkeyId: string,
  use: { readonly counter: number; readonly isBackedUp: boolean; readonly at: Date },
): Promise<boolean> {
  const rows = await db.query(sql`
    update identity.passkey set counter = ${use.counter}, backed_up = ${use.isBackedUp}, used_at = ${use.at}
    where passkey_id = ${passkeyId} and (counter < ${use.counter} or (counter = 0 and ${use.counter}::bigint = 0))
    returning passkey_id`);
  return rows.length === 1;
}

/** @returns false when the account has no such passkey */
export async function deletePasskey(db: Queryable, accountId: string, passkeyId: string): Promise<boolean> {
  const rows = await db.query(sql`
    delete from identity.passkey where account_id = ${accountId} and passkey_id = ${passkeyId} returning passkey_id`);
  return rows.length === 1;
}

export async function deletePasskeysOf(db: Queryable, accountId: string): Promise<void> {
  await db.query(sql`delete from identity.passkey where account_id = ${accountId}`);
}
