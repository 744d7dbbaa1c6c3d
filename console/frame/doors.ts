/** The pages of the navigation in their groups and order, each with the duty that opens it. */
import type { Duty } from '../identity/session.ts';
import type { words } from '../identity/words.ts';

type Words = (typeof words)['zh'];

/** A page and who sees its door. */
interface Door {
  readonly path: string;
  readonly page: keyof Words['pages'];
  readonly duty: Duty;
}

/** One line of the navigation: what units hand in, what is decided, the rules, who takes part. */
export const doorGroups: readonly {
  readonly group: keyof Words['groups'];
  readonly doors: readonly Door[];
}[] = [
  {
    group: 'data',
    doors: [
      { path: '/', page: 'dashboard', duty: 'read-own' },
      { path: '/hand-in', page: 'hand-in', duty: 'submit' },
      { path: '/submissions', page: 'submissions', duty: 'read-own' },
      { path: '/held-rows', page: 'held-rows', duty: 'read-own' },
      { path: '/records', page: 'records', duty: 'read-own' },
      { path: '/registers', page: 'registers', duty: 'read-own' },
      { path: '/collection', page: 'collection', duty: 'read-findings' },
      { path: '/channels', page: 'channels', duty: 'read-findings' },
    ],
  },
  {
    group: 'matters',
    doors: [
      { path: '/approvals', page: 'approvals', duty: 'approvals' },
      { path: '/look', page: 'look', duty: 'look' },
      { path: '/exports', page: 'exports', duty: 'export' },
      { path: '/merges', page: 'merges', duty: 'decide-held' },
      { path: '/erasures', page: 'erasures', duty: 'erasures' },
      { path: '/supervision', page: 'supervision', duty: 'read-findings' },
      { path: '/audit', page: 'audit', duty: 'audit' },
    ],
  },
  {
    group: 'rules',
    doors: [
      { path: '/register', page: 'register', duty: 'register' },
      { path: '/drafts', page: 'drafts', duty: 'drafts' },
      { path: '/waiting-rules', page: 'waiting-rules', duty: 'waiting-rules' },
      { path: '/notices-from-above', page: 'above', duty: 'load-calendar' },
      { path: '/calendar', page: 'calendar', duty: 'load-calendar' },
    ],
  },
  {
    group: 'members',
    doors: [
      { path: '/accounts', page: 'accounts', duty: 'manage-accounts' },
      { path: '/units', page: 'units', duty: 'manage-accounts' },
      { path: '/clients', page: 'clients', duty: 'manage-accounts' },
    ],
  },
];

/** All doors in their order. */
export const doors: readonly Door[] = doorGroups.flatMap((group) => group.doors);
