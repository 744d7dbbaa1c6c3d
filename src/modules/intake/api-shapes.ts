/** The shapes of intake's API as TypeBox schemas: they check, type and describe at once. */
import type { Readable } from 'node:stream';
import { type TSchema, Type } from 'typebox';
import { ID_PATTERN } from '../../platform/ids.ts';
import { describeRule } from './finding-words.ts';
import { ADDED_COLUMNS } from './reading/header.ts';

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const instant = () => Type.String({ format: 'date-time', examples: ['2026-03-06T02:15:04.120Z'] });
const item = Type.String({ examples: ['administrative-penalty'] });
const submissionId = Type.String({ examples: ['912345678901234567'] });
const severity = Type.Enum(['error', 'held', 'warning', 'info'], {
  description: 'error: the row is rejected; held: it waits for a person; warning and info: it is accepted.',
});
const found = describeRule('date', null, 'en');
const message = Type.String({ examples: [found.message] });
const advice = Type.String({ examples: [found.advice] });

/** The most entries of a page where a list names no other limit. */
export const PAGE = 100;

/** Where the next page of a list goes on. */
export const position = Type.String({
  pattern: `^${ID_PATTERN}$`,
  description: '`next` of the page before.',
  examples: ['912345678901234567'],
});

export const countsShape = Type.Object(
  {
    rows: Type.Integer({ examples: [120] }),
    accepted: Type.Integer({ description: 'Rows that became records.', examples: [112] }),
    rejected: Type.Integer({ description: 'Rows with an error; mend and send them again.', examples: [4] }),
    duplicate: Type.Integer({ description: 'Rows whose very content stands already.', examples: [2] }),
    held: Type.Integer({ description: 'Rows that wait for a person to say whose they are.', examples: [1] }),
    refused: Type.Integer({
      description: 'Rows that may not be collected; counted, content not kept.',
      examples: [1],
    }),
  },
  { description: 'accepted + rejected + duplicate + held + refused = rows.' },
);

export const findingShape = Type.Object({
  row: nullable(
    Type.Integer({
      description: 'Row of the file as a spreadsheet shows it; the header is row 1.',
      examples: [7],
    }),
  ),
  column: nullable(
    Type.String({ description: 'Name of the column in the file.', examples: ['处罚决定日期'] }),
  ),
  field: nullable(
    Type.String({ description: 'Code of the field in the data standard.', examples: ['CF_JDRQ'] }),
  ),
  rule: Type.String({ description: 'Code of the rule; its page is /rules/{rule}.', examples: ['date'] }),
  severity,
  message,
  advice,
});

const refusalShape = Type.Object(
  { rule: Type.String(), message: Type.String(), advice: Type.String() },
  { examples: [{ rule: 'file.binary', ...describeRule('file.binary', null, 'en') }] },
);

export const submissionShape = Type.Object({
  submissionId,
  item,
  edition: Type.String({ examples: ['2024-1'] }),
  channel: Type.String({ description: 'console, form, api, cli or demo.', examples: ['api'] }),
  fileName: Type.String({ examples: ['2026-03-penalties.csv'] }),
  sizeBytes: Type.Integer({ examples: [48213] }),
  status: Type.String({
    description: 'received, reading, waiting (a second person looks first), settled, refused or withdrawn.',
    examples: ['settled'],
  }),
  rowsRead: Type.Union([Type.Integer(), Type.Null()], {
    description: 'While it is read: rows read so far.',
    examples: [null],
  }),
  counts: nullable(countsShape),
  refusal: Type.Union([refusalShape, Type.Null()], {
    description: 'Why the file as a whole was refused.',
    examples: [null],
  }),
  receivedAt: instant(),
  settledAt: nullable(instant()),
  findingsFile: Type.Boolean({
    description: 'Whether the file with two columns added is there.',
    examples: [true],
  }),
  closedAt: nullable(instant()),
  withdrawnAt: Type.Union([instant(), Type.Null()], { examples: [null] }),
  withdrawalReason: Type.Union([Type.String(), Type.Null()], { examples: [null] }),
});

export const submissionDetailShape = Type.Intersect([
  submissionShape,
  Type.Object({
    withdrawalRequest: Type.Union(
      [
        Type.Object({ approvalId: Type.String(), requestedAt: instant(), reason: Type.String() }),
        Type.Null(),
      ],
      { description: 'The request to withdraw it that waits for a decision.', examples: [null] },
    ),
    waitsBecause: Type.Union([Type.String(), Type.Null()], {
      description: 'Why the file waits for a second person before anything of it is published.',
      examples: [null],
    }),
    findings: Type.Array(findingShape, {
      description: 'The first 100; the rest page by page at …/findings.',
    }),
    findingCounts: Type.Array(
      Type.Object({
        rule: Type.String({ examples: ['date'] }),
        severity: Type.String({ examples: ['error'] }),
        message,
        count: Type.Integer({ examples: [3] }),
      }),
    ),
    decisions: Type.Array(
      Type.Object({
        row: Type.Integer({ examples: [7] }),
        decision: Type.Enum(['accept', 'return']),
        reason: Type.String({ examples: ['代码与名称不属同一主体，请核对决定书后重新报送。'] }),
        decidedAt: instant(),
      }),
      { description: 'What was decided about rows on hold, and why; the first 100.' },
    ),
  }),
]);

export const acknowledgementShape = Type.Object(
  {
    submissionId,
    status: Type.Enum(['received', 'already-received']),
    sameFileAs: Type.Optional(
      Type.Object(
        { submissionId, receivedAt: instant() },
        { description: 'The very same file was handed in before.' },
      ),
    ),
  },
  {
    description: 'Stored and acknowledged: from here on it cannot be lost. Follow it at Location.',
    examples: [{ submissionId: '912345678901234567', status: 'received' }],
  },
);

const heldRowId = Type.String({ examples: ['912345678901234999'] });

const held = describeRule('subject.name-mismatch', { holder: '清和市鑫源建材有限公司' }, 'en');

export const heldRowShape = Type.Object({
  heldRowId,
  submissionId,
  row: Type.Integer({ examples: [7] }),
  unit: Type.String({ examples: ['market-supervision'] }),
  item,
  rule: Type.String({ examples: ['subject.name-mismatch'] }),
  message: Type.String({ examples: [held.message] }),
  advice: Type.String({ examples: [held.advice] }),
  partyName: Type.String({ examples: ['清和市宏远物流有限公司'] }),
  uscc: nullable(Type.String({ examples: ['91371899MA3C1X2Y5F'] })),
  holder: nullable(
    Type.String({
      description: 'The registered name of the code’s owner.',
      examples: ['清和市鑫源建材有限公司'],
    }),
  ),
  authorityName: Type.String({ examples: ['清和市市场监督管理局'] }),
  decisionNo: Type.String({ examples: ['清市监处罚〔2026〕17号'] }),
  decidedOn: Type.String({ format: 'date', examples: ['2026-03-02'] }),
  fields: Type.Record(Type.String(), Type.String(), {
    examples: [{ CF_CFLB: '罚款', CF_NR_FK: '2.000000' }],
  }),
  heldAt: instant(),
});

export const submissionIdParams = Type.Object({ submissionId });

export const heldRowIdParams = Type.Object({ heldRowId });

/** The same file had come before: nothing was stored a second time. */
export const alreadyReceivedShape = Type.Object(acknowledgementShape.properties, {
  description: 'The very same file was handed in before; nothing was stored a second time.',
  examples: [
    {
      submissionId: '912345678901234567',
      status: 'already-received',
      sameFileAs: { submissionId: '912345678901234567', receivedAt: '2026-03-06T02:15:04.120Z' },
    },
  ],
});

const fileSample = `CF_XDR_MC,CF_XDR_SHXYM,CF_WSH,CF_JDRQ,CF_CFLB,CF_NR_FK
清和市鑫源建材有限公司,91371899MA3C1X2Y5F,清市监处罚〔2026〕17号,2026-03-02,罚款,2.000000
`;

/** What a file may come as; the content itself is judged, whatever the type says. */
export const fileBody = {
  description: 'The file itself: CSV in UTF-8 or GB18030, XLSX, or JSON; to 1,000,000 rows and 2 GiB.',
  content: {
    'text/csv': { schema: Type.String({ examples: [fileSample] }) },
    'application/json': {
      schema: Type.Array(Type.Record(Type.String(), Type.String()), {
        examples: [[{ CF_XDR_MC: '清和市鑫源建材有限公司', CF_WSH: '清市监处罚〔2026〕17号' }]],
      }),
    },
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
      schema: Type.String({ format: 'binary', examples: ['(a workbook)'] }),
    },
  },
};

const findingsSample = `CF_WSH,CF_JDRQ,${ADDED_COLUMNS.en.join(',')}
清市监处罚〔2026〕17号,2026/2/30,rejected,${found.message}
`;

/** The findings file comes in the format of the file that was sent. */
export const findingsFileAnswer = {
  description: 'The file that was sent with two columns added: what is wrong with the row, and what to do.',
  content: {
    'text/csv': {
      schema: Type.Unsafe<Readable>(Type.String({ examples: [findingsSample] })),
    },
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
      schema: Type.Unsafe<Readable>(Type.String({ format: 'binary', examples: ['(a workbook)'] })),
    },
  },
};
