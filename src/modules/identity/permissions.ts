/** What needs a sign-in here: seeing and ending one's own session. */
import { definePermission } from '../../platform/actor.ts';
import { roles } from './account.ts';

/** Every account has its own session; machine clients have tokens instead. */
export const ownSession = definePermission('identity.ownSession', { roles: [...roles], clients: false });
