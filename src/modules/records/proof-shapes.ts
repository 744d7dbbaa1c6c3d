/** The shapes of a record's receipt and proof as TypeBox schemas. */
import { Type } from 'typebox';

/** What a single record carries besides its content. */
export const receiptPart = Type.Object({
  receipt: Type.Union([
    Type.Object(
      {
        note: Type.String({
          description: 'The commitment of the record, signed by the log (C2SP signed-note).',
          examples: ['gongxin.local/log/row\nentry 912345678901234567\n…\n\n— gongxin.local/log …\n'],
        }),
        proof: Type.String({ examples: ['/log/proof/912345678901234567'] }),
        inner: Type.String({ examples: ['/api/v1/public/records/1f3k9z0q4m2ab-6xk0v9s2d1pf/proof'] }),
      },
      { description: 'The proof is there once the next checkpoint is published.' },
    ),
    Type.Null(),
  ]),
});

const bytes = Type.String({ examples: ['3q2+7w=='] });
/** The inner proof. */
export const proofShape = Type.Object({
  row: Type.Object({
    key: Type.String({ examples: ['912345678901234567.1'] }),
    shown: Type.String({
      description: 'The public part as JSON text, to the byte.',
      examples: ['{"item": "administrative-penalty"}'],
    }),
    shownSalt: bytes,
    keptCommitment: bytes,
  }),
  place: Type.Object({
    index: Type.Integer({ examples: [0] }),
    rows: Type.Integer({ examples: [20] }),
    path: Type.Array(bytes),
  }),
  entry: Type.Object({
    id: Type.String({ examples: ['912345678901234567'] }),
    source: Type.String({ examples: ['records.record'] }),
    rows: Type.Integer({ examples: [20] }),
    root: bytes,
    blind: bytes,
  }),
  leaf: bytes,
  proof: Type.String({ examples: ['/log/proof/912345678901234567'] }),
});
