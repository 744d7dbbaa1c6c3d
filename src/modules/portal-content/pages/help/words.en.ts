/** Words of the help page, in English. */
import type { HelpWords } from './words.zh.ts';

export const en: HelpWords = {
  title: 'Help',
  lead: 'For those who are here for the first time. Each answer comes first, the details after it.',
  contents: 'Questions on this page',
  classes: { slight: 'Slight', general: 'General', serious: 'Serious' },
  classColumn: 'Class of misconduct',
  periodColumn: 'How long it is public (from the decision)',
  basisColumn: 'Basis',
  notPublished: 'Not made public',
  months: (min, max) => `At least ${min} months, at most ${max} months`,
  upTo: (max) => `At most ${max} months`,
  periodsCaption: 'How long penalties are public under the rules in force now',
  questions: [
    {
      id: 'what',
      asks: 'What is this?',
      says: [
        'This is where a city makes public what the law says must be public about organisations: registrations, licences and penalties. The departments that decided hand the records in; the platform checks them and makes them public.',
        'Anybody can look things up free of charge, without signing in, and without leaving a name.',
      ],
    },
    {
      id: 'why',
      asks: 'Why is my shop or my company here?',
      says: [
        'Every registered organisation has a page. Each entry on it comes from a formal document; which body decided, on which day and under which number is written beside it.',
        'A penalty stands here because the law says that such decisions are public. It is not a judgement of this platform, which gives no scores and draws no conclusions.',
      ],
    },
    {
      id: 'until',
      asks: 'Until when is it public?',
      says: [
        'Open the entry: the day and the article behind it stand at the top. On that day it disappears by itself. You need not ask, and you need not go anywhere.',
        'Licences are public while they are valid. Penalties are public by class of misconduct, as in the table of the rules in force now. If the rules at the time of the decision gave a shorter time, the shorter one holds; and five years after the conduct ended it is over in any case.',
      ],
      showsPeriods: true,
    },
    {
      id: 'wrong',
      asks: 'It is wrong, or it is not mine. What can I do?',
      says: [
        'Turn to the body that decided, which is named on the page, or to the city’s public credit information centre. Say which entry it is and what is wrong, and enclose what proves it. This is your right under article 39 of the Shandong Social Credit Regulation.',
        'What is corrected there is corrected here at once. Objections cannot be made online yet; when they can, you will find them beside each entry.',
      ],
    },
    {
      id: 'early',
      asks: 'Can it be taken down earlier?',
      says: [
        'Yes. When a penalty has been public for the shortest time and what it ordered is done, you may apply for credit repair. The page of the entry says from which day.',
        'For now please apply on the website Credit China (信用中国). Repair is free of charge. Do not believe anybody who offers to do it for money.',
      ],
    },
    {
      id: 'not-found',
      asks: 'Why can’t I find some shops?',
      says: [
        'Sole traders and others who cannot be told apart from the person behind them are protected like persons: only the whole name on the licence or the 18-character code finds them. They are in no suggestion, list or download.',
        'What is no longer public is answered like what never existed.',
      ],
    },
    {
      id: 'days',
      asks: 'What does “working day 5” beside a date mean?',
      says: [
        'A decision has to be public within a number of working days. Day 1 is the first working day after the decision. Weekends and the State Council’s days off do not count; the make-up working days do.',
        'For years whose days off are not announced yet nothing is guessed: only the earliest possible day is given.',
      ],
    },
    {
      id: 'never',
      asks: 'What does this platform never do?',
      says: [
        'It gives nobody a score, ranks no organisation, and never orders results by “good” and “bad”.',
        'It collects nothing about religion, health, speech or movements, and publishes no identity or telephone number of a legal representative or of anybody else.',
        'It charges neither those who look things up nor those it shows.',
        'It hands out no penalties in bulk.',
      ],
    },
  ],
  more: 'All rules of the platform are in its charter.',
  charter: 'Read the charter',
};
