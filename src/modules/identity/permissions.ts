/** What needs a sign-in here: seeing and ending one's own session. */
import { anyRole, definePermission } from '../../platform/actor.ts';

/** Every account has its own session; machine clients have tokens instead. */
export const ownSession = definePermission('identity.ownSession', {
  roles: [anyRole],
  clients: false,
  reach: 'own-account',
});

/** Everybody sees the requests of the unit; whose they are to decide is the verb's question. */
export const readApprovals = definePermission('identity.read-approvals', {
  roles: [anyRole],
  clients: false,
  reach: 'unit-or-centre',
});

/** The second pair of eyes; which acts are a role's to decide is the act's own question. */
export const decideApprovals = definePermission('identity.decide-approvals', {
  roles: ['reviewer', 'publisher', 'administrator'],
  clients: false,
  reach: 'unit-or-centre',
});

/** Open and close accounts of the own unit (at the centre: of every unit), and ask for roles for them. */
export const manageAccounts = definePermission('identity.manage-accounts', {
  roles: ['administrator'],
  clients: false,
  reach: 'unit-or-centre',
});

/** Lend one's own role to a colleague; of which role it may be is the verb's question. */
export const delegateOwn = definePermission('identity.delegate-own', {
  roles: [anyRole],
  clients: false,
  reach: 'own-account',
});

/** See the register of units and ask for its changes; the verb asks for the centre as well. */
export const manageUnits = definePermission('identity.manage-units', {
  roles: ['administrator'],
  clients: false,
  reach: 'centre',
});
