/** Refuses a machine client what its token does not carry. */
import type { SignedInActor } from '../../platform/actor.ts';
import { Problem } from '../../platform/problem.ts';
import { scopeMissing } from './problems.ts';
import { holdsScope } from './scopes.ts';

/** @throws Problem scope-missing (RFC 6750 § 3.1 `insufficient_scope`) */
export function checkScope(actor: SignedInActor, scope: string): void {
  if (holdsScope(actor, scope)) return;
  const headers = { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"` };
  throw new Problem(scopeMissing, { headers, extra: { scope } });
}
