/** How a person's request for erasure is answered over HTTP, to the person and to the centre. */
import { Type } from 'typebox';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Wish } from './erasure-wishes.ts';
import { WISH_GROUNDS } from './wishes-data.ts';

export const wishId = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
export const wishGround = Type.Enum([...WISH_GROUNDS], { examples: ['retention-over'] });
const instant = Type.String({ format: 'date-time', examples: ['2026-11-18T02:00:00.000Z'] });

export const wishShape = Type.Object({
  wishId,
  ground: wishGround,
  groundName: Type.String({ examples: ['保存期限已经届满'] }),
  askedAt: instant,
  dueOn: Type.String({ format: 'date', examples: ['2026-12-09'], description: 'The day of the answer.' }),
  dueFixed: Type.Boolean({
    examples: [true],
    description: 'False where the calendar of working days is not published so far: then it may be later.',
  }),
  overdue: Type.Boolean({ examples: [false] }),
  refusedAt: Type.Union([instant, Type.Null()]),
  says: Type.Union([Type.String({ examples: ['处罚决定的公示和保存期限到2027年3月1日。'] }), Type.Null()], {
    description: 'Why it was refused.',
  }),
});

/** In the language of the request. */
export const presentWish = ({ groundName, ...wish }: Wish, language: 'zh' | 'en') => ({
  ...wish,
  groundName: groundName[language],
});
