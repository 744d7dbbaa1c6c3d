/** SQL about the second factor and the step between password and code. */
import { type Queryable, sql, type Tx } from '../../../platform/db/index.ts';
import type { Account } from '../account.ts';
import { type AccountRow, accountColumns, accountIsOpen, toAccount } from './accounts.ts';

/** What an account has besides its password. */
export type Factors = { readonly totpSealed: Buffer | null; readonly passwordInitial: boolean };

export function selectFactors(db: Queryable, accountId: string): Promise<Factors> {
  return db.one(sql`
    select totp_sealed as "totpSealed", password_initial as "passwordInitial"
    from identity.account where account_id = ${accountId}`);
}

/** Takes the code of a half-minute. @returns false when it, or a later one, was taken already */
export async function takeTotpStep(db: Queryable, accountId: string, step: number): Promise<boolean> {
  const rows = await db.query(sql`
    update identity.account set totp_step = ${step}
    where account_id = ${accountId} and (totp_step is null or totp_step < ${step}) returning account_id`);
  return rows.length === 1;
}

/** Enrols a secret with the half-minute of its first code; null takes the factor away. */
export async function updateTotp(
  tx: Queryable,
  accountId: string,
  totp: { readonly sealed: Buffer; readonly step: number | null } | null,
): Promise<void> {
  await tx.query(sql`
    update identity.account set totp_sealed = ${totp?.sealed ?? null}, totp_step = ${totp?.step ?? null}
    where account_id = ${accountId}`);
}

export async function updatePassword(
  tx: Queryable,
  accountId: string,
  password: { readonly hash: string; readonly initial: boolean },
): Promise<void> {
  await tx.query(sql`
    update identity.account set password_hash = ${password.hash}, password_initial = ${password.initial}
    where account_id = ${accountId}`);
}

/** Keeps a step; those that ended go. */
export async function insertStep(
  db: Queryable,
  step: {
    readonly ticketHash: string;
    readonly accountId: string;
    readonly totpSealed: Buffer | null;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await db.query(sql`delete from identity.sign_in_step where expires_at <= ${step.createdAt}`);
  await db.query(sql`
    insert into identity.sign_in_step (ticket_hash, account_id, totp_sealed, created_at, expires_at)
    values (decode(${step.ticketHash}, 'hex'), ${step.accountId}, ${step.totpSealed}, ${step.createdAt},
            ${step.expiresAt})`);
}

/** A step whose time has not run out, with its account and that account's factors. */
export async function selectStep(
  db: Queryable,
  ticketHash: string,
  at: Date,
): Promise<(Factors & { readonly account: Account; readonly newSealed: Buffer | null }) | undefined> {
  const row = await db.maybe<
    AccountRow & { new_sealed: Buffer | null; totp_sealed: Buffer | null; password_initial: boolean }
  >(sql`
    select ${accountColumns(at)}, s.totp_sealed as new_sealed, a.totp_sealed, a.password_initial
    from identity.sign_in_step s
    join identity.account a on a.account_id = s.account_id
    join identity.unit u on u.unit_code = a.unit_code
    where s.ticket_hash = decode(${ticketHash}, 'hex') and s.expires_at > ${at} and ${accountIsOpen(at)}`);
  return (
    row && {
      account: toAccount(row),
      newSealed: row.new_sealed,
      totpSealed: row.totp_sealed,
      passwordInitial: row.password_initial,
    }
  );
}

/** A ticket opens one session. @returns false when it did already */
export async function deleteStep(tx: Tx, ticketHash: string): Promise<boolean> {
  const rows = await tx.query(sql`
    delete from identity.sign_in_step where ticket_hash = decode(${ticketHash}, 'hex') returning account_id`);
  return rows.length === 1;
}
