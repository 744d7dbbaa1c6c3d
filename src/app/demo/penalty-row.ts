// The row of one penalty: facts, articles, amounts that agree with the text, and the now and then wrong code.
import { addYears, toEpochDay } from '../../kernel/civil-date.ts';
import { dateOf, slashed } from './calendar.ts';
import { deciders, partyValues } from './decision-rows.ts';
import type { Decision } from './decisions.ts';
import type { Organisation } from './organisation.ts';
import { draw, type Random, weigh } from './random.ts';
import { type DemoRow, type Expected, LONG_TERM, type RowValues } from './row.ts';
import { fillIn, inTenThousands, spokenDay, spokenYuan } from './wording.ts';
import type { PenaltyWords, Sanction } from './words/penalties.ts';

/** Shares of rows that intake must not let through: handed in although not collected, or with somebody else's code. */
const SIMPLE_PROCEDURE = 0.006;
const WRONG_CODE = 0.004;

/** From here on a class may follow from the kinds of penalty (信用修复管理办法); before, only the unit can state it. */
const CLASSES_ASSUMED_FROM = toEpochDay('2026-04-01');

function roundly(random: Random, [low, high]: readonly [number, number]): number {
  const value = low * (high / low) ** (random.unit() ** 1.5);
  const step = value < 1000 ? 50 : value < 10_000 ? 500 : value < 100_000 ? 1000 : 10_000;
  return Math.min(high, Math.max(low, Math.round(value / step) * step));
}

interface Amounts {
  readonly fine?: number;
  readonly confiscated?: number;
}

function imposed(random: Random, { kinds, licence }: Sanction, { fine, confiscated }: Amounts): string {
  const parts = kinds.map((kind) => {
    if (kind === '罚款') return `处以罚款人民币${spokenYuan(random, fine ?? 0)}`;
    if (kind.startsWith('没收')) {
      return kinds.includes('没收违法所得') && kind === '没收非法财物'
        ? kind
        : `${kind}${spokenYuan(random, confiscated ?? 0)}`;
    }
    if (kind === '责令停产停业') return `责令停产停业整顿${random.between(3, 30)}日`;
    return licence !== undefined && licence !== '营业执照'
      ? `${kind}（${licence}）`
      : kind.replace('其他-', '');
  });
  return `${parts.join('；')}。`;
}

/** The three supplementary fields and what follows from them. */
function supplement(
  random: Random,
  kinds: readonly string[],
  day: number,
  conductEnded: number,
): [RowValues, Expected] {
  const draw = random.unit();
  if (draw < SIMPLE_PROCEDURE) return [{ procedure: '简易程序' }, 'refused'];
  const heavy = kinds.some((kind) => /吊销|停产停业|关闭|限制/.test(kind));
  // A class of 轻微 that is stated makes the row one that isn't collected; units leave it open.
  const slight = kinds.every((kind) => kind === '警告' || kind === '通报批评');
  const stated = random.chance(day < CLASSES_ASSUMED_FROM ? 0.94 : 0.6);
  return [
    {
      ...(random.chance(0.7) && { procedure: heavy ? '听证程序' : '普通程序' }),
      ...(stated && !slight && { misconductClass: heavy ? '严重' : '一般' }),
      ...(random.chance(0.35) && { conductEndedOn: slashed(conductEnded) }),
    },
    'accepted',
  ];
}

function licenceValues(random: Random, { kinds, licence }: Sanction, organisation: Organisation): RowValues {
  if (licence === undefined || !kinds.some((kind) => /暂扣|吊销/.test(kind))) return {};
  const number =
    licence === '营业执照'
      ? organisation.code
      : `清${random.between(2015, 2023)}-${random.between(100, 9999)}`;
  return { CF_NR_ZKDX: `${licence} ${number}` };
}

function pickSanction(random: Random, words: PenaltyWords): Sanction {
  return draw(
    random,
    weigh(words.sanctions, ({ weight }) => weight),
  );
}

/**
 * Puts a penalty into words; `number` is its place in the authority's series of the year. `neighbour` is another
 * organisation's code: a few rows bear it, the commonest clerical error there is.
 */
export function penaltyRow(
  random: Random,
  organisation: Organisation,
  decision: Decision & { readonly item: 'administrative-penalty' },
  number: number,
  neighbour: () => string | undefined,
): DemoRow {
  const { words, day, item, handedIn } = decision;
  const { unit, authority } = deciders(decision);
  const date = slashed(day);
  const sanction = pickSanction(random, words);
  const fine = sanction.fine && roundly(random, sanction.fine);
  const confiscated = sanction.confiscated && roundly(random, sanction.confiscated);
  const amounts = { ...(fine !== undefined && { fine }), ...(confiscated !== undefined && { confiscated }) };
  const conductEnded = day - random.between(20, 120);
  const conductDay = slashed(conductEnded);
  const wrong = random.chance(WRONG_CODE) ? neighbour() : undefined;
  const [extra, expected] = supplement(random, sanction.kinds, day, conductEnded);
  const money = confiscated ?? random.between(4, 90) * 20;
  const known = {
    day: spokenDay(conductDay),
    y: String(Number(date.slice(0, 4)) - 1),
    money: String(money),
    address: organisation.address,
  };
  const values: RowValues = {
    ...partyValues('CF', random, organisation, day, wrong ?? organisation.code),
    CF_WSH: `清${authority.mark}罚〔${date.slice(0, 4)}〕${number}号`,
    CF_WFXW: words.conduct,
    CF_SY: fillIn(words.facts, random, known),
    CF_YJ: words.basis,
    CF_CFLB: sanction.kinds.join('、'),
    CF_NR: imposed(random, sanction, amounts),
    ...(fine !== undefined && { CF_NR_FK: inTenThousands(fine) }),
    ...(confiscated !== undefined && { CF_NR_WFFF: inTenThousands(confiscated) }),
    ...licenceValues(random, sanction, organisation),
    CF_JDRQ: date,
    CF_YXQ: random.chance(0.7) ? LONG_TERM : addYears(dateOf(day), random.between(1, 3)).replaceAll('-', '/'),
    CF_CFJG: authority.name,
    CF_CFJGDM: authority.uscc,
    CF_SJLY: unit.name.zh,
    CF_SJLYDM: unit.uscc,
    ...extra,
  };
  const outcome = expected === 'accepted' && wrong !== undefined ? 'held' : expected;
  return { item, unit: unit.code, handedIn, organisation: organisation.index, expected: outcome, values };
}
