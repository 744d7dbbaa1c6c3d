/** The shapes of drafts and comments, with examples for the API's description. */
import { Type } from 'typebox';
import { ID_PATTERN } from '../../platform/ids.ts';

const id = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
const date = Type.Union([Type.String({ format: 'date', examples: ['2026-12-18'] }), Type.Null()]);
const note = Type.Union([Type.String({ examples: ['与省级目录一致'] }), Type.Null()]);
const codes = (example: string) =>
  Type.Array(Type.String({ maxLength: 64, examples: [example] }), { maxItems: 200 });

/** A change of an item in force. */
export const draftBody = Type.Object(
  {
    item: Type.String({ minLength: 1, maxLength: 64, examples: ['administrative-penalty'] }),
    reason: Type.String({ minLength: 4, maxLength: 2000, examples: ['缩短保存期限，减少留存'] }),
    changes: Type.Object(
      {
        openness: Type.Optional(Type.Enum(['open', 'onRequest', 'sharedOnly'])),
        retentionMonths: Type.Optional(
          Type.Union([Type.Integer({ minimum: 1, maximum: 600, examples: [36] }), Type.Null()]),
        ),
        publicity: Type.Optional(
          Type.Enum(['adverse', 'while-valid', 'while-listed', 'while-registered', 'none']),
        ),
        frequency: Type.Optional(Type.Enum(['per-decision', 'monthly'])),
        supplyingSectors: Type.Optional(codes('emergency')),
        adverse: Type.Optional(Type.Boolean()),
        naturalPerson: Type.Optional(Type.Boolean()),
        closedFields: Type.Optional(codes('CF_NR')),
        openFields: Type.Optional(codes('CF_NR')),
        droppedFields: Type.Optional(codes('BZ')),
      },
      {
        additionalProperties: false,
        minProperties: 1,
        description: 'What is left out stays as it is in force.',
        examples: [{ retentionMonths: 36 }],
      },
    ),
  },
  { additionalProperties: false },
);

export const draftList = Type.Object({
  items: Type.Array(
    Type.Object({
      draftId: id,
      item: Type.String({ examples: ['administrative-penalty'] }),
      name: Type.Object({
        zh: Type.String({ examples: ['行政处罚'] }),
        en: Type.String({ examples: ['Administrative penalties'] }),
      }),
      reason: Type.String({ examples: ['缩短保存期限，减少留存'] }),
      state: Type.Enum(['draft', 'refused', 'consultation', 'waiting', 'withdrawn']),
      isOwn: Type.Boolean({ description: 'Written by you: somebody else reviews it.', examples: [false] }),
      createdAt: Type.String({ format: 'date-time', examples: ['2026-11-18T02:00:00.000Z'] }),
      review: note,
      until: date,
      isOver: Type.Boolean({ description: 'The closing day has come.', examples: [false] }),
      outcome: note,
      comments: Type.Integer({ examples: [3] }),
      unread: Type.Integer({ description: 'Comments that nobody has looked at.', examples: [1] }),
    }),
  ),
  legislativeLevel: Type.Enum(['none', 'districtedCity', 'province'], {
    description: 'With `none` one may narrow, assign units and set earlier dates.',
  }),
  next: Type.Null(),
});

export const commentList = Type.Object({
  items: Type.Array(
    Type.Object({
      commentId: id,
      body: Type.String({ examples: ['建议缩短到十二个月。'] }),
      sentAt: Type.String({ format: 'date-time', examples: ['2026-11-20T02:00:00.000Z'] }),
      shown: Type.Union([Type.Boolean(), Type.Null()], { description: 'null: nobody has looked at it.' }),
      moderation: note,
    }),
  ),
  next: Type.Null(),
});
