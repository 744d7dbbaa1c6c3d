/** What needs a sign-in here: seeing and ending one's own session. */
import { anyRole, definePermission } from '../../platform/actor.ts';

/** Every account has its own session; machine clients have tokens instead. */
export const ownSession = definePermission('identity.ownSession', { roles: [anyRole], clients: false });
