/** Who sees, writes and answers the collection list. */
import { anyRole, definePermission } from '../../platform/actor.ts';

/** Every officer sees what the own unit owes; the centre's see all. */
export const readCollection = definePermission('collection.read', {
  roles: [anyRole],
  clients: false,
  reach: 'unit-or-centre',
});

/** The centre assigns items to units, and ends that. */
export const assignItems = definePermission('collection.assign', {
  roles: ['publisher', 'administrator'],
  clients: false,
  reach: 'centre',
});

/** An officer of the unit says that there was nothing, or which month a file is for. */
export const declareDeliveries = definePermission('collection.declare', {
  roles: ['data-officer', 'reviewer'],
  clients: false,
});
