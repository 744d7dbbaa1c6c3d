/** The pages of the navigation, in its order, each with the duty that opens it. */
import type { Duty } from '../identity/session.ts';
import type { words } from '../identity/words.ts';

/** A page and who sees its door. */
export const doors: readonly { path: string; page: keyof (typeof words)['zh']['pages']; duty: Duty }[] = [
  { path: '/', page: 'dashboard', duty: 'read-own' },
  { path: '/hand-in', page: 'hand-in', duty: 'submit' },
  { path: '/submissions', page: 'submissions', duty: 'read-own' },
  { path: '/held-rows', page: 'held-rows', duty: 'read-own' },
  { path: '/records', page: 'records', duty: 'read-own' },
  { path: '/registers', page: 'registers', duty: 'read-own' },
  { path: '/approvals', page: 'approvals', duty: 'approvals' },
  { path: '/look', page: 'look', duty: 'look' },
  { path: '/exports', page: 'exports', duty: 'export' },
  { path: '/merges', page: 'merges', duty: 'decide-held' },
  { path: '/erasures', page: 'erasures', duty: 'erasures' },
  { path: '/collection', page: 'collection', duty: 'read-findings' },
  { path: '/channels', page: 'channels', duty: 'read-findings' },
  { path: '/supervision', page: 'supervision', duty: 'read-findings' },
  { path: '/register', page: 'register', duty: 'register' },
  { path: '/drafts', page: 'drafts', duty: 'drafts' },
  { path: '/waiting-rules', page: 'waiting-rules', duty: 'waiting-rules' },
  { path: '/audit', page: 'audit', duty: 'audit' },
  { path: '/accounts', page: 'accounts', duty: 'manage-accounts' },
  { path: '/units', page: 'units', duty: 'manage-accounts' },
  { path: '/clients', page: 'clients', duty: 'manage-accounts' },
  { path: '/notices-from-above', page: 'above', duty: 'load-calendar' },
  { path: '/calendar', page: 'calendar', duty: 'load-calendar' },
];
