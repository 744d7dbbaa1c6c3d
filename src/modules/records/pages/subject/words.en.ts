/** Words of a subject's page, in English. */
import type { SubjectWords } from './words.zh.ts';

export const en: SubjectWords = {
  home: 'Look up',
  description: (name) => `Registration status and public records of ${name}.`,
  factsHeading: 'Registration',
  code: 'Unified social credit code',
  formerNames: 'Former names',
  status: 'Status',
  statuses: {
    registered: 'Registered',
    revoked: 'Licence revoked',
    deregistered: 'Struck off',
    unknown: 'Unknown',
  },
  registeredOn: 'Registered on',
  area: 'Place',
  provisional: 'Registration not seen',
  provisionalSays:
    'The code is valid and occurs in what a department handed in; the registry has not handed in its registration yet.',
  legacy: 'Older number',
  legacySays: 'First registered under a number from before the unified code; this mark stays.',
  countsHeading: 'Public records',
  countsSay: 'Counts alone, no judgement.',
  countColumn: 'Records',
  itemColumn: 'Category',
  itemCount: (n) => n,
  none: 'Nothing is public about it now',
  noneSays:
    'What departments hand in is listed here by category: registration, licences, penalties. What is no longer public cannot be told from what never was.',
  filter: 'By category',
  all: 'All',
  timeline: 'Newest first',
  more: (n, name) => `All ${n}: ${name}`,
  downloads: 'Download',
  licences: 'Licences (CSV)',
  lead: 'Something wrong? Below each record it says where to turn.',
  page: (n) => `page ${n}`,
};
