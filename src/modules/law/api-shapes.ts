/** The shapes of law's entrances, with examples for the API's description. */
import { Type } from 'typebox';
import { LAW_KINDS } from './public-law.ts';

const date = Type.String({ format: 'date', examples: ['2027-01-01'] });

export const lawQuery = Type.Object(
  { kind: Type.Optional(Type.Enum([...LAW_KINDS], { description: 'One kind of entry only.' })) },
  { additionalProperties: false },
);

const basis = Type.Object({
  instrument: Type.String({ examples: ['ndrc-36'] }),
  article: Type.String({ examples: ['第二章'] }),
});

export const inForce = Type.Object({
  from: Type.String({ format: 'date', examples: ['2026-04-01'] }),
  until: Type.Union([Type.String({ format: 'date' }), Type.Null()], {
    description: 'The first day it is no longer in force; null: open.',
    examples: [null],
  }),
});

export const lawAnswer = Type.Object({
  items: Type.Array(
    Type.Object(
      {
        kind: Type.Enum([...LAW_KINDS]),
        id: Type.String({ examples: ['ndrc-36:general'] }),
        basis: Type.Union([basis, Type.Null()]),
        inForce,
      },
      { additionalProperties: true, description: 'Further members depend on the kind.' },
    ),
  ),
  next: Type.Null({ description: 'The cursor of the next page; everything fits on one.' }),
});

export const calendarNotice = Type.Object(
  {
    year: Type.Integer({ minimum: 2018, maximum: 2200, examples: [2027] }),
    notice: Type.String({ minLength: 1, maxLength: 500, examples: ['国办发明电〔2026〕9号'] }),
    reason: Type.String({ minLength: 4, maxLength: 500, examples: ['已与国务院办公厅通知逐日核对'] }),
    days: Type.Array(
      Type.Object(
        {
          date,
          off: Type.Boolean({ description: 'true: day off; false: make-up working day.', examples: [true] }),
          name: Type.String({ minLength: 1, maxLength: 50, examples: ['元旦'] }),
        },
        { additionalProperties: false },
      ),
      {
        maxItems: 100,
        description: 'Every day off of the holidays, weekend days included, and every make-up day.',
      },
    ),
  },
  { additionalProperties: false },
);

export const calendarAsked = Type.Object({ approvalId: Type.String({ examples: ['912345678901234567'] }) });
