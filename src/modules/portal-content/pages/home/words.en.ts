/** Words of the home page, in English. */
import type { HomeWords } from './words.zh.ts';

export const en: HomeWords = {
  platform: 'Gongxin',
  heading: 'Look up an organisation’s public credit information',
  lead: 'Registrations, licences and penalties of firms, institutions, associations and sole traders, as the law says they must be public. Free, no sign-in.',
  description:
    'Look up the registrations, licences and penalties that are public by law: who decided, when, on what basis and until when.',
  doorsHeading: 'You can also',
  doors: [
    {
      path: '/double-publicity',
      name: 'See licences and penalties',
      says: 'What the departments have made public lately.',
    },
    {
      path: '/timeliness',
      name: 'See who reports on time',
      says: 'How many of each department’s decisions were handed in and public in time.',
    },
    {
      path: '/help',
      name: 'Find help',
      says: 'Why am I here? Until when? What if something is wrong?',
    },
    {
      path: '/law',
      name: 'See the legal basis',
      says: 'Which article each kind of information and each period comes from.',
    },
    {
      path: '/charter',
      name: 'Read the charter',
      says: 'What this platform may and may not do, in thirteen rules.',
    },
    {
      path: '/console',
      name: 'For departments',
      says: 'Hand in data and see the results of the checks.',
      everyLanguage: true,
    },
  ],
  figuresHeading: 'In figures',
  asOf: 'As of',
  subjects: 'Organisations on file',
  subjectsUnit: '',
  records: 'Records that are public now',
  recordsUnit: '',
  ofWhich: (parts) => parts.join(', '),
  part: (name, count) => `${name}: ${count}`,
  onTime: 'Public on time, last twelve months',
  onTimeSays: 'Share of decisions that were public within the legal working days',
  nothingCounted: 'Nothing to count yet',
};
