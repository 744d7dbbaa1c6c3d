/** The shapes that the entrances of this module take and give, with examples for the API's description. */
import { Type } from 'typebox';
import { REGISTRATION_STATUSES } from './registration-status.ts';
import { LONGEST_QUESTION } from './search-question.ts';

const date = Type.String({ format: 'date', examples: ['2019-06-01'] });
const orNull = <T extends ReturnType<typeof Type.String>>(shape: T) => Type.Union([shape, Type.Null()]);
const uscc = Type.String({ examples: ['91371899MA3C1X2Y5F'] });

/** The legal basis on which registrations are public; null only while no catalogue is in force. */
export const basisShape = Type.Union([
  Type.Object({
    instrument: Type.String({ examples: ['shandong-credit-2020'] }),
    title: Type.Object(
      { zh: Type.String(), en: Type.String() },
      { examples: [{ zh: '山东省社会信用条例', en: 'Shandong Social Credit Regulation' }] },
    ),
    number: Type.String({ examples: ['山东省人民代表大会常务委员会公告第110号'] }),
    article: Type.String({ examples: ['第十二条'] }),
  }),
  Type.Null(),
]);

/** The half-open period in which the basis is in force. */
export const inForceShape = Type.Union([
  Type.Object(
    { from: date, until: orNull(date) },
    { description: 'until (exclusive) null: until further notice.' },
  ),
  Type.Null(),
]);

const facts = {
  uscc: Type.Union([uscc, Type.Null()], { description: 'Null for subjects known by an older number alone.' }),
  name: Type.String({ examples: ['清和市鑫源建材有限公司'] }),
  status: Type.Enum([...REGISTRATION_STATUSES]),
  registeredOn: orNull(date),
  area: orNull(Type.String({ examples: ['371899'], description: 'Division code (GB/T 2260).' })),
  provisional: Type.Boolean({
    description: 'Known from a record about a valid code; the register has not confirmed it yet.',
  }),
};

/** A subject in a list. */
export const listedShape = Type.Object({
  ...facts,
  matchedName: Type.Optional(
    Type.String({ description: 'The former name that was found.', examples: ['清和县鑫源建材厂'] }),
  ),
  basis: basisShape,
  inForce: inForceShape,
});

/** One subject. */
export const subjectShape = Type.Object({
  ...facts,
  formerNames: Type.Array(Type.String({ examples: ['清和县鑫源建材厂'] })),
  kind: Type.Enum(['organisation', 'sole-trader']),
  legacy: Type.Boolean({ description: 'First known by a number from before the unified code of 2015.' }),
  basis: basisShape,
  inForce: inForceShape,
});

export const searchAnswer = Type.Object({
  items: Type.Array(listedShape),
  next: orNull(Type.String({ description: 'Send it as `next` to get the next page.', examples: ['20'] })),
  total: Type.Integer({
    description: 'Subjects found; with `more`, the first 200 of them.',
    examples: [37],
  }),
  more: Type.Boolean({ description: 'There are more than 200: ask more narrowly.' }),
  how: Type.Enum(['code', 'name', 'similar', 'none'], {
    description: '`similar`: no name contains the question, these look like it.',
  }),
});

export const searchQuestion = Type.Object({
  q: Type.String({
    minLength: 1,
    maxLength: LONGEST_QUESTION,
    description: 'A code, an older number, a name or a part of one, or the pinyin initials of one.',
    examples: ['鑫源建材'],
  }),
  next: Type.Optional(
    Type.String({ pattern: '^\\d{1,3}$', description: 'From the previous page.', examples: ['20'] }),
  ),
});

export const suggestionQuestion = Type.Object({
  q: Type.String({ minLength: 1, maxLength: LONGEST_QUESTION, examples: ['鑫源'] }),
});

export const suggestionAnswer = Type.Object({
  items: Type.Array(Type.Object({ name: facts.name, uscc: facts.uscc })),
  next: Type.Null(),
});

export const codeInAddress = Type.Object({
  uscc: Type.String({ minLength: 1, maxLength: 30, examples: ['91371899MA3C1X2Y5F'] }),
});
