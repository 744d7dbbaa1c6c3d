/** Words of the search results, in English. */
import type { SearchWords } from './words.zh.ts';

export const en: SearchWords = {
  title: 'Look up',
  titleFor: (question) => `Results for “${question}”`,
  found: (total, more) => {
    if (more)
      return `More than ${total} organisations match; the first are listed. Type a few more characters.`;
    return total === 1 ? 'One organisation found.' : `${total} organisations found.`;
  },
  similar: (total) =>
    `No name contains what you typed. ${total === 1 ? 'One name is' : `${total} names are`} similar; see whether it is the one you meant.`,
  nothing: 'Nothing found',
  nothingSays:
    'Organisations whose name or code matches would be listed here, with their status and place. You could try this:',
  tries: [
    'Look for a wrong character, or type only the two or three most particular characters of the name.',
    'Use the 18-character unified social credit code from the business licence.',
    'Sole traders cannot be found by part of a name: type the whole name on the licence, or the code.',
    'A new organisation can be found once the registry has handed in its registration.',
  ],
  tooShort: 'Please type at least two characters. Too many names contain a single one.',
  ask: 'Type a name or a code, and the organisations that match are listed here.',
  code: 'Unified social credit code',
  noCode: 'No unified code (older registration number)',
  formerly: (name) => `Formerly ${name}`,
  registered: (date) => `registered ${date}`,
  status: {
    registered: 'Registered',
    revoked: 'Licence revoked',
    deregistered: 'Struck off',
    unknown: 'Status unknown',
  },
  provisional: 'Registration not seen',
  provisionalSays:
    '“Registration not seen”: the code is valid and occurs in what a department handed in, but the registry has not handed in its registration yet.',
  legacy: 'Older number',
  order: 'Results are ordered by how near the name is to what you typed, never by what is on record.',
};
