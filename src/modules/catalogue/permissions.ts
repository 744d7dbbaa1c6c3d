/** What not everybody may do in this module; all of it is the centre's. */
import { definePermission } from '../../platform/actor.ts';

/** Writing drafts, and what follows their consultation. */
export const draftPermission = definePermission('catalogue.draft', {
  roles: ['publisher', 'administrator'],
  clients: false,
  reach: 'centre',
});

/** Reading drafts with the comments that wait, and judging both; nobody judges their own draft. */
export const reviewPermission = definePermission('catalogue.review-drafts', {
  roles: ['reviewer', 'publisher', 'administrator'],
  clients: false,
  reach: 'centre',
});
