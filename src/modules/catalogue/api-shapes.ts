/** The shapes of the public catalogue, with examples for the API's description. */
import { Type } from 'typebox';

const words = Type.Object(
  { zh: Type.String(), en: Type.String() },
  { examples: [{ zh: '行政处罚', en: 'Administrative penalties' }] },
);
const basis = Type.Object({
  instrument: Type.String({ examples: ['shandong-credit-2020'] }),
  article: Type.String({ examples: ['第十三条'] }),
});

const field = Type.Object({
  code: Type.String({ examples: ['CF_WSH'] }),
  name: words,
  aliases: Type.Optional(
    Type.Array(Type.String({ examples: ['处罚决定书文号'] }), {
      description: 'Other headers that mean this column.',
    }),
  ),
  type: Type.Enum(['text', 'date', 'amount', 'uscc', 'code']),
  length: Type.Optional(Type.Integer({ examples: [128] })),
  lengthConfirmed: Type.Boolean({ description: 'false: the length is from memory and only warns.' }),
  list: Type.Optional(Type.String({ examples: ['penalty_kind'] })),
  multiple: Type.Optional(Type.Boolean()),
  required: Type.Union([
    Type.Enum(['yes', 'no']),
    Type.Object({ field: Type.String(), includes: Type.Array(Type.String()) }),
  ]),
  openness: Type.Enum(['open', 'closed', 'never']),
  kind: Type.String({ examples: ['decision-number'] }),
  drop: Type.Optional(Type.Literal('identity')),
  notBefore: Type.Optional(
    Type.String({
      description: 'The field of a date that this one may not lie before.',
      examples: ['XK_YXQZ'],
    }),
  ),
  source: Type.Optional(Type.String({ examples: ['发改办财金〔2018〕424号'] })),
  help: Type.Optional(words),
});

const codeList = Type.Object({
  id: Type.String({ examples: ['penalty_kind'] }),
  name: words,
  values: Type.Array(Type.String({ examples: ['罚款'] })),
  source: Type.String({ examples: ['发改办财金〔2018〕424号'] }),
  confidence: Type.String({ examples: ['confirmed'] }),
});

const head = {
  item: Type.String({ examples: ['administrative-penalty'] }),
  edition: Type.String({ examples: ['2024-1'] }),
  name: words,
  category: Type.String({ description: 'Class of the national catalogue.', examples: ['行政管理信息'] }),
  state: Type.Enum(['active', 'superseded']),
  adverse: Type.Boolean({ examples: [true] }),
  openness: Type.Enum(['open', 'onRequest', 'sharedOnly']),
  naturalPerson: Type.Boolean(),
  publicity: Type.Enum(['adverse', 'while-valid', 'while-listed', 'while-registered', 'none']),
  frequency: Type.Enum(['per-decision', 'monthly']),
  supplyingSectors: Type.Array(Type.String({ examples: ['*'] })),
  retentionMonths: Type.Union([Type.Integer({ examples: [60] }), Type.Null()]),
  partialAcceptance: Type.Boolean({
    description: 'Whether good rows are accepted from a file with bad ones.',
    examples: [true],
  }),
  basis: Type.Object({
    ...basis.properties,
    level: Type.String({ examples: ['local-regulation'] }),
    title: words,
    says: words,
  }),
  furtherBases: Type.Array(basis),
  inForce: Type.Object({
    from: Type.String({ format: 'date', examples: ['2024-02-18'] }),
    until: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
  }),
};

export const catalogueAnswer = Type.Object({
  items: Type.Array(
    Type.Object({ ...head, fields: Type.Integer({ description: 'Number of fields.', examples: [33] }) }),
  ),
  next: Type.Null({ description: 'The cursor of the next page; the catalogue fits on one.' }),
});

export const itemAnswer = Type.Object({
  ...head,
  fields: Type.Array(field),
  lists: Type.Array(codeList, { description: 'The code lists that its fields refer to.' }),
  definition: Type.Object(
    {},
    {
      additionalProperties: true,
      description: 'The whole definition, as the row checks take it.',
      examples: [{ item: 'administrative-penalty', edition: '2024-1' }],
    },
  ),
});

export const itemParams = Type.Object({
  item: Type.String({ maxLength: 64, examples: ['administrative-penalty'] }),
});
