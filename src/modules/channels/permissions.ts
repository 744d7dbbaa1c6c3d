/** What the ways in let whom do; each route names one of these. */
import { anyRole, definePermission } from '../../platform/actor.ts';

/** See by which ways the own unit hands in and how they stand; the centre's officers see every unit's. */
export const readChannels = definePermission('channels.read', {
  roles: [anyRole],
  clients: false,
  reach: 'unit-or-centre',
});

/** Ask for a source to be read, or to be read otherwise; somebody else decides. */
export const defineSources = definePermission('channels.define-source', {
  roles: ['administrator'],
  clients: false,
});

/** Pause a source of the own unit and let it go on. */
export const steerSources = definePermission('channels.steer', {
  roles: ['data-officer', 'administrator'],
  clients: false,
});

/** Hand in an exchange file for the own unit, and read its receipt. */
export const handInExchange = definePermission('channels.hand-in-exchange', {
  roles: ['data-officer', 'case-officer'],
  clients: true,
});
