/** The shapes of intake's API as TypeBox schemas: they check, type and describe at once. */
import { type TSchema, Type } from 'typebox';

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const instant = () => Type.String({ format: 'date-time' });

export const countsShape = Type.Object(
  {
    rows: Type.Integer(),
    accepted: Type.Integer({ description: 'Rows that became records.' }),
    rejected: Type.Integer({ description: 'Rows with an error; mend and send them again.' }),
    duplicate: Type.Integer({ description: 'Rows whose very content stands already.' }),
    held: Type.Integer({ description: 'Rows that wait for a person to say whose they are.' }),
    refused: Type.Integer({ description: 'Rows that may not be collected; counted, content not kept.' }),
  },
  { description: 'accepted + rejected + duplicate + held + refused = rows.' },
);

export const findingShape = Type.Object({
  row: nullable(
    Type.Integer({ description: 'Row of the file as a spreadsheet shows it; the header is row 1.' }),
  ),
  column: nullable(Type.String({ description: 'Name of the column in the file.' })),
  field: nullable(Type.String({ description: 'Code of the field in the data standard.' })),
  rule: Type.String({ description: 'Code of the rule; its page is /rules/{rule}.' }),
  severity: Type.String({ description: 'error, held, warning or info.' }),
  message: Type.String(),
  advice: Type.String(),
});

const refusalShape = Type.Object({ rule: Type.String(), message: Type.String(), advice: Type.String() });

export const submissionShape = Type.Object({
  submissionId: Type.String(),
  item: Type.String(),
  edition: Type.String(),
  channel: Type.String(),
  fileName: Type.String(),
  sizeBytes: Type.Integer(),
  status: Type.String({ description: 'received, reading, settled, refused or withdrawn.' }),
  rowsRead: nullable(Type.Integer()),
  counts: nullable(countsShape),
  refusal: nullable(refusalShape),
  receivedAt: instant(),
  settledAt: nullable(instant()),
  findingsFile: Type.Boolean(),
  closedAt: nullable(instant()),
  withdrawnAt: nullable(instant()),
  withdrawalReason: nullable(Type.String()),
});

export const submissionDetailShape = Type.Intersect([
  submissionShape,
  Type.Object({
    findings: Type.Array(findingShape, {
      description: 'The first 100; the rest page by page at …/findings.',
    }),
    findingCounts: Type.Array(
      Type.Object({
        rule: Type.String(),
        severity: Type.String(),
        message: Type.String(),
        count: Type.Integer(),
      }),
    ),
  }),
]);

export const acknowledgementShape = Type.Object(
  {
    submissionId: Type.String(),
    status: Type.String(),
    sameFileAs: Type.Optional(
      Type.Object(
        { submissionId: Type.String(), receivedAt: instant() },
        { description: 'The very same file was handed in before.' },
      ),
    ),
  },
  { examples: [{ submissionId: '912345678901234567', status: 'received' }] },
);

export const heldRowShape = Type.Object({
  heldRowId: Type.String(),
  submissionId: Type.String(),
  row: Type.Integer(),
  unit: Type.String(),
  item: Type.String(),
  rule: Type.String(),
  message: Type.String(),
  advice: Type.String(),
  partyName: Type.String(),
  uscc: nullable(Type.String()),
  holder: nullable(Type.String({ description: 'The registered name of the code’s owner.' })),
  authorityName: Type.String(),
  decisionNo: Type.String(),
  decidedOn: Type.String({ format: 'date' }),
  fields: Type.Record(Type.String(), Type.String()),
  heldAt: instant(),
});

export const submissionIdParams = Type.Object({ submissionId: Type.String() });
