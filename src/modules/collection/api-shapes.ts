/** Shapes of the collection list's addresses. */
import { Type } from 'typebox';
import { ID_PATTERN } from '../../platform/ids.ts';
import { unitNoticeKinds } from '../notices/index.ts';
import { channels } from './collection-data.ts';
import { dueStates } from './due-state.ts';

export const unit = Type.String({ maxLength: 60, examples: ['market-supervision'] });
export const item = Type.String({ maxLength: 60, examples: ['administrative-penalty'] });
export const day = Type.String({ format: 'date', examples: ['2026-11-01'] });
export const month = Type.String({
  pattern: '^[12]\\d{3}-(0[1-9]|1[0-2])-01$',
  examples: ['2026-10-01'],
  description: 'First day of the month.',
});
export const channel = Type.Enum([...channels], { examples: ['api'] });
export const state = Type.Enum([...dueStates], { examples: ['delivered'] });
export const id = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
export const contact = Type.String({ minLength: 2, maxLength: 60, examples: ['法规科 0538-0000000'] });

const dayOrNull = Type.Union([day, Type.Null()]);

const rowShape = {
  assignmentId: Type.String({ examples: ['912345678901234567'] }),
  unit,
  item,
  frequency: Type.Enum(['per-decision', 'monthly'], { examples: ['per-decision'] }),
  channel,
  contact: Type.String({ examples: ['法规科'] }),
  since: day,
  until: dayOrNull,
};

export const assignmentShape = Type.Object(rowShape);

export const dueShape = Type.Object({
  ...rowShape,
  month,
  dueOn: day,
  dueFixed: Type.Boolean({
    examples: [true],
    description: 'Whether the day is final; otherwise the year’s holidays are not published yet.',
  }),
  state,
  delivery: Type.Union([
    Type.Object({
      records: Type.Integer({ examples: [12] }),
      lateRecords: Type.Integer({ examples: [0] }),
      firstOn: day,
      lastOn: day,
    }),
    Type.Null(),
  ]),
  nilDeclaredAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
});

export const noticeShape = Type.Object({
  noticeId: Type.String({ examples: ['912345678901234567'] }),
  kind: Type.Enum([...unitNoticeKinds], { examples: ['collection-due'] }),
  facts: Type.Record(Type.String(), Type.String(), {
    examples: [
      {
        unit: 'market-supervision',
        item: 'administrative-penalty',
        month: '2026-10-01',
        dueOn: '2026-11-10',
      },
    ],
  }),
  at: Type.String({ format: 'date-time' }),
});
