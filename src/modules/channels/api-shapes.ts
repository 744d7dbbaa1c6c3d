/** The shapes of the ways in as the API takes and gives them. */
import { Type } from 'typebox';
import { ID_PATTERN } from '../../platform/ids.ts';
import { SECRET_PATTERN, sourceDrivers } from '../../platform/source-database/index.ts';

export const sourceId = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
const instant = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);
const name = (example: string, description?: string) =>
  Type.String({ minLength: 1, maxLength: 128, examples: [example], ...(description ? { description } : {}) });

export const definitionShape = Type.Object(
  {
    driver: Type.Enum([...sourceDrivers], {
      description: '`mysql` speaks to MariaDB, and to MySQL, which is untested.',
      examples: ['postgresql'],
    }),
    host: Type.String({
      pattern: '^[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$',
      description: 'On the list of allowed ones.',
      examples: ['10.20.1.15'],
    }),
    port: Type.Integer({ minimum: 1, maximum: 65535, examples: [5432] }),
    database: name('licensing'),
    user: name('gongxin_reader', 'An account that may only read.'),
    secret: Type.String({
      pattern: SECRET_PATTERN,
      description: 'The name of its password’s file in the unit’s folder on the platform.',
      examples: ['licensing-reader'],
    }),
    tls: Type.Boolean({ description: 'Encrypted, certificate verified.', examples: [true] }),
    schema: name('public', 'With MariaDB the database once more.'),
    view: name('v_penalty'),
    columns: Type.Record(Type.String({ maxLength: 128 }), Type.String({ maxLength: 64 }), {
      description: 'Column of the view → field of the item.',
      minProperties: 1,
      maxProperties: 200,
      examples: [{ doc_no: 'CF_WSH', decided_on: 'CF_JDRQ' }],
    }),
    watermark: name('changed_at', 'Rises with every new or changed row; a number or a time, never empty.'),
    pageSize: Type.Integer({ minimum: 1, maximum: 50_000, examples: [5_000] }),
    rowsPerSecond: Type.Integer({ minimum: 1, maximum: 1_000_000, examples: [500] }),
    everyMinutes: Type.Integer({ minimum: 1, maximum: 10_080, examples: [60] }),
    statementSeconds: Type.Integer({ minimum: 1, maximum: 600, examples: [30] }),
  },
  { additionalProperties: false },
);

export const askedSourceShape = Type.Object(
  {
    sourceId: Type.Optional(sourceId),
    item: Type.String({ maxLength: 64, examples: ['administrative-penalty'] }),
    name: Type.String({
      pattern: '^[^\\s/\\\\:*?"<>|][^/\\\\:*?"<>|\\n\\r]{0,59}$',
      examples: ['处罚业务库'],
    }),
    definition: definitionShape,
    reason: Type.String({ minLength: 4, maxLength: 500, examples: ['业务系统每小时对接报送'] }),
  },
  { additionalProperties: false },
);

const count = Type.Integer({ examples: [0] });
export const lastShape = Type.Object({
  submissionId: Type.String({ examples: ['912345678901234567'] }),
  status: Type.String({ examples: ['settled'] }),
  counts: Type.Union([
    Type.Object({
      rows: count,
      accepted: count,
      rejected: count,
      duplicate: count,
      held: count,
      refused: count,
    }),
    Type.Null(),
  ]),
  receivedAt: Type.String({ format: 'date-time' }),
});

export const wayShape = Type.Object({
  kind: Type.String({ description: 'pull, folder, or the channel of submissions.', examples: ['pull'] }),
  item: Type.Union([Type.String({ examples: ['administrative-penalty'] }), Type.Null()]),
  name: Type.Union([Type.String({ examples: ['处罚业务库'] }), Type.Null()]),
  sourceId: Type.Union([sourceId, Type.Null()]),
  state: Type.String({ examples: ['waiting'] }),
  message: Type.String({ examples: ['已读到最新，等待下一次。'] }),
  advice: Type.String({ examples: ['无需处理。'] }),
  since: instant,
  lastRunAt: instant,
  nextRunAt: instant,
  rowsRead: Type.Union([Type.String({ examples: ['25120'] }), Type.Null()]),
  definition: Type.Union([definitionShape, Type.Null()]),
  last: Type.Union([lastShape, Type.Null()]),
});
