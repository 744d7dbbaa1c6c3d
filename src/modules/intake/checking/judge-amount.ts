/** Compares an amount column with the amounts that the penalty's text names: yuan typed for 10,000 yuan is the common slip. */
import { amountsOf } from './amount-in-text.ts';
import type { Place, RowSink } from './row-sink.ts';

const TEN_THOUSAND = 10_000;
/** From here on an amount without anything to compare it with is worth a second look (in 10,000 yuan). */
const LARGE = 1000;

/** What an amount column is called in running text. */
export interface AmountWords {
  readonly words: readonly string[];
  /** Words that begin the other kind of amount. */
  readonly others: readonly string[];
  readonly fine: boolean;
}

export const FINE: AmountWords = { words: ['罚款'], others: ['没收', '违法所得', '非法财物'], fine: true };
export const CONFISCATION: AmountWords = {
  words: ['没收', '违法所得', '非法财物'],
  others: ['罚款'],
  fine: false,
};

/** Judges one amount (10,000 yuan) against the text; amounts are compared to the cent. */
export function judgeAmount(
  value: string,
  text: string,
  which: AmountWords,
  place: Place | undefined,
  sink: RowSink,
): void {
  const amount = Number(value);
  const named = amountsOf(text, which);
  if (named.length === 0) {
    if (amount >= LARGE) sink.add('amount.large', place, { value });
    return;
  }
  const sum = named.reduce((total, yuan) => total + yuan, 0);
  const candidates = named.length > 1 ? [...named, sum] : named;
  if (candidates.some((yuan) => same(yuan, amount * TEN_THOUSAND))) return;
  const typed = candidates.find((yuan) => same(yuan, amount));
  if (typed !== undefined) sink.add('amount.unit', place, { suggested: inTenThousands(typed) });
  else sink.add('amount.differs', place, { found: named.map(inTenThousands).join('、') });
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.005;
}

function inTenThousands(yuan: number): string {
  return String(Number((yuan / TEN_THOUSAND).toFixed(6)));
}
