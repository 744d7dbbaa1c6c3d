/** SQL about the step between leaving for the city's sign-on and coming back, and about who was bound to which name. */
import { type Queryable, type Sql, sql } from '../../../platform/db/index.ts';

/** What somebody left for: to come in, to come in by an organisation's e-licence, or to prove themselves again. */
export type SignOnPurpose = 'sign-in' | 'e-licence' | 'step-up';

/** What the way back is compared with (OpenID Connect Core § 3.1.2, RFC 7636). */
export type SignOnStep = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly purpose: SignOnPurpose;
};

/** The session that is to be fresh again; the browser does not bring its cookie back from another site. */
export type SteppingUp = { readonly accountId: string; readonly sessionHash: string };

/** A step on its way. */
export type WaitingStep = SignOnStep & { readonly startedAt: Date; readonly steppingUp?: SteppingUp };

/** Keeps a step; those that ended go. */
export async function insertSignOnStep(
  db: Queryable,
  ticketHash: string,
  step: WaitingStep,
  expiresAt: Date,
): Promise<void> {
  const { accountId = null, sessionHash = null } = step.steppingUp ?? {};
  await db.query(sql`delete from identity.sign_on_step where expires_at <= ${step.startedAt}`);
  await db.query(sql`
    insert into identity.sign_on_step
      (ticket_hash, state, nonce, verifier, purpose, started_at, account_id, session_hash, expires_at)
    values (decode(${ticketHash}, 'hex'), ${step.state}, ${step.nonce}, ${step.verifier}, ${step.purpose},
            ${step.startedAt}, ${accountId}, decode(${sessionHash}, 'hex'), ${expiresAt})`);
}

/** Takes a step away whatever becomes of it: nobody comes back twice. */
export async function takeSignOnStep(
  db: Queryable,
  ticketHash: string,
  at: Date,
): Promise<WaitingStep | undefined> {
  const row = await db.maybe<
    Omit<WaitingStep, 'steppingUp'> & { accountId: string | null; sessionHash: string | null }
  >(sql`
    delete from identity.sign_on_step
    where ticket_hash = decode(${ticketHash}, 'hex') and expires_at > ${at}
    returning state, nonce, verifier, purpose, started_at as "startedAt", account_id as "accountId",
      encode(session_hash, 'hex') as "sessionHash"`);
  if (!row) return undefined;
  const { accountId, sessionHash, ...step } = row;
  return accountId === null || sessionHash === null
    ? step
    : { ...step, steppingUp: { accountId, sessionHash } };
}

/** Whose name it is here: an officer's account, or an agent. */
export type Bound = { readonly kind: 'officer' | 'agent'; readonly boundId: string };

/**
 * Binds a name to whoever comes under it first; one person may be the agent of several organisations. @returns false
 * when the name is somebody else's, or that officer has another name: both are marked
 */
export async function bindIdentity(
  db: Queryable,
  { kind, boundId }: Bound,
  identityHash: string,
  at: Date,
): Promise<boolean> {
  const made = await db.query(sql`
    insert into identity.sign_on_binding (kind, bound_id, identity_hash, bound_at)
    values (${kind}, ${boundId}, decode(${identityHash}, 'hex'), ${at})
    on conflict do nothing returning bound_id`);
  if (made.length === 1) return true;
  const same = await db.query(sql`
    select from identity.sign_on_binding
    where kind = ${kind} and bound_id = ${boundId} and identity_hash = decode(${identityHash}, 'hex')`);
  if (same.length === 1) return true;
  await db.query(sql`
    update identity.sign_on_binding set clashed_at = ${at}
    where kind = ${kind} and (bound_id = ${boundId} or kind = 'officer' and identity_hash = decode(${identityHash}, 'hex'))`);
  return false;
}

/** Whether the account came in by the sign-on before. */
export async function hasSignOn(db: Queryable, accountId: string): Promise<boolean> {
  const rows = await db.query(sql`
    select from identity.sign_on_binding where kind = 'officer' and bound_id = ${accountId}`);
  return rows.length === 1;
}

/** Whoever comes under the account's name next is bound to it anew. */
export async function unbindOfficer(db: Queryable, accountId: string): Promise<void> {
  await db.query(
    sql`delete from identity.sign_on_binding where kind = 'officer' and bound_id = ${accountId}`,
  );
}

/** What an agent's powers end with: nobody is bound to the number any more. */
export const unbindAgent = (agentId: string): Sql => sql`
  delete from identity.sign_on_binding where kind = 'agent' and bound_id = ${agentId}`;
