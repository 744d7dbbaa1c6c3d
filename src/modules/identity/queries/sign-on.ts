/** SQL about the step between leaving for the city's sign-on and coming back. */
import { type Queryable, sql } from '../../../platform/db/index.ts';

/** What the way back is compared with (OpenID Connect Core § 3.1.2, RFC 7636). */
export type SignOnStep = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Keeps a step; those that ended go. */
export async function insertSignOnStep(
  db: Queryable,
  ticketHash: string,
  step: SignOnStep,
  { at, expiresAt }: { readonly at: Date; readonly expiresAt: Date },
): Promise<void> {
  await db.query(sql`delete from identity.sign_on_step where expires_at <= ${at}`);
  await db.query(sql`
    insert into identity.sign_on_step (ticket_hash, state, nonce, verifier, expires_at)
    values (decode(${ticketHash}, 'hex'), ${step.state}, ${step.nonce}, ${step.verifier}, ${expiresAt})`);
}

/** Takes a step away whatever becomes of it: nobody comes back twice. */
export function takeSignOnStep(db: Queryable, ticketHash: string, at: Date): Promise<SignOnStep | undefined> {
  return db.maybe(sql`
    delete from identity.sign_on_step
    where ticket_hash = decode(${ticketHash}, 'hex') and expires_at > ${at} returning state, nonce, verifier`);
}
