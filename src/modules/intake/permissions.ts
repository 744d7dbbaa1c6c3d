/** What intake lets whom do; each route names one of these. */
import { definePermission } from '../../platform/actor.ts';

/** Hand in files for one's own unit, and withdraw them. */
export const submitPermission = definePermission('intake.submit', {
  roles: ['data-officer', 'case-officer'],
  clients: true,
});

/** See one's own unit's submissions, findings and records. */
export const readOwnPermission = definePermission('intake.read-own', {
  roles: ['data-officer', 'reviewer', 'case-officer', 'administrator'],
  clients: true,
});

/** See the rows of one's own unit that are held, at the centre those that wait for it. */
export const readHeldPermission = definePermission('intake.read-held', {
  roles: ['data-officer', 'reviewer', 'case-officer', 'administrator'],
  clients: true,
  reach: 'unit-or-centre',
});

/** Decide rows that are held because nobody can tell whose they are: officers of the centre. */
export const decideHeldPermission = definePermission('intake.decide-held', {
  roles: ['case-officer'],
  clients: false,
  reach: 'centre',
});
