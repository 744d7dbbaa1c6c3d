/** The title page of the API's description: what it is, how machines sign in, and what its groups of operations are. */
import { shippedItems } from '../../modules/catalogue/index.ts';
import { purposesData } from '../../modules/disclosure/index.ts';
import { discloseScope, submitScope } from '../../modules/identity/index.ts';
import type { ApiDescription } from '../../platform/http/index.ts';

const description = `The public-credit platform of a city: what is public about organisations, the law that says so, and the ways in
for the departments that hand records in.

- Public data needs no sign-in. Records are public from their acceptance until the day their \`inForce.until\` names;
  afterwards they are answered like records that never existed, so keep no copy past that day.
- A department's program gets a token from \`/oauth/token\` with its client id and a signed assertion or secret, and sends
  it as \`Authorization: Bearer …\`. Each item (\`submit:…\`) and each purpose (\`disclose:…\`) is granted by itself; a token
  carries all that is granted, or less where \`scope\` asks for less. The console uses a session cookie instead.
- Lists come as \`items\` with a cursor under \`next\`: send it back to get the next page, null means there is none.
- What cannot be served is answered as \`application/problem+json\` (RFC 9457); each \`type\` is a page in two languages.
  \`Accept-Language: en\` or \`zh\` chooses the language of sentences.
- Dates are civil dates of Asia/Shanghai (\`YYYY-MM-DD\`), instants are UTC (RFC 3339), periods include \`from\` and
  exclude \`until\`, amounts are in 万元 (10,000 CNY), numbers of records are strings.`;

/** Every group that has operations; a test keeps the list exact. */
export const apiTags = [
  { name: 'public', description: 'What everybody may see about organisations, without signing in.' },
  {
    name: 'law',
    description:
      'The law that everything rests on, calendars and the next year’s notice, and rules that wait to come into force.',
  },
  {
    name: 'catalogue',
    description: 'What is collected in which form: items in force, drafts, consultations and comments.',
  },
  { name: 'subjects', description: 'Two entries that are one organisation: comparing, merging, splitting.' },
  { name: 'submissions', description: 'Handing files in, following them, and fetching what was found.' },
  { name: 'held rows', description: 'Rows that wait for a person to say whose they are.' },
  { name: 'records', description: 'The records that one’s own unit handed in.' },
  {
    name: 'me',
    description: 'What a subject sees of its own file: records, who looked, notices, agents, contact.',
  },
  {
    name: 'disclosures',
    description: 'Looking at what is not public, for a purpose and a case; each look is written down.',
  },
  {
    name: 'erasures',
    description: 'Erasing natural persons, by two officers of the centre, and the register of it.',
  },
  { name: 'quality', description: 'Figures of one’s own unit, and of all departments for everybody.' },
  {
    name: 'channels',
    description: 'Ways in besides console and API: databases that are read, a drop folder, exchange files.',
  },
  {
    name: 'collection',
    description: 'The collection list: which unit owes which item, by when, and what came of each month.',
  },
  {
    name: 'supervision',
    description: 'What the daily self-check found, and the register of security incidents.',
  },
  {
    name: 'audit',
    description: 'For auditors: the log and its monitor, looks in numbers and one by one, roles, signing in.',
  },
  { name: 'units', description: 'The units that hand in.' },
  { name: 'session', description: 'Signing in to the console.' },
  { name: 'accounts', description: 'Accounts of officers and their roles.' },
  { name: 'clients', description: 'Machine clients of a unit: keys, secrets, limits.' },
  { name: 'approvals', description: 'Acts that one officer asks for and another decides.' },
  { name: 'oauth', description: 'Tokens for machine clients.' },
  { name: 'health', description: 'Whether the platform lives and serves.' },
] as const;

/** Every scope that a machine client can be granted, in words. */
const scopes: Readonly<Record<string, string>> = Object.fromEntries([
  ...shippedItems().map(({ item, name }) => [submitScope(item), `Hand in: ${name.en}.`]),
  ...purposesData
    .filter(({ holders }) => holders === 'officer')
    .map(({ purpose, name }) => [discloseScope(purpose), `Look into what is not public: ${name.en}.`]),
]);

/** What /api/openapi.json says before its operations. */
export const apiDescription: ApiDescription = {
  title: 'Gongxin 公信',
  version: '1.0.0',
  description,
  license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
  tags: apiTags,
  signIns: {
    client: {
      type: 'oauth2',
      description: 'Machine clients of units (RFC 6749 § 4.4); the token lasts an hour.',
      flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes } },
    },
    account: {
      type: 'apiKey',
      in: 'cookie',
      name: '__Host-gx_session',
      description:
        'The session of an officer in the console; set by POST /api/v1/session. On plain loopback it is named gx_session.',
    },
  },
};
