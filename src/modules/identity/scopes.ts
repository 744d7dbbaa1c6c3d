/** What machine clients are granted: handing in an item, looking for a purpose (RFC 6749 § 3.3). */
import type { SignedInActor } from '../../platform/actor.ts';

/** How a scope is written; the name after the colon is an item of the catalogue or a purpose of charter C11. */
export const SCOPE_PATTERN = '^(submit|disclose):[a-z][a-z0-9-]{0,63}$';

/** Hand in one item. */
export const submitScope = (item: string): string => `submit:${item}`;

/** Look into what is not public for one purpose. */
export const discloseScope = (purpose: string): string => `disclose:${purpose}`;

/** Whether the actor may: officers by their roles, which are asked elsewhere; machines by what their token carries. */
export function holdsScope(actor: SignedInActor, scope: string): boolean {
  return actor.kind === 'account' || actor.scopes.includes(scope);
}
