/** Finds the amounts that the text of a penalty names, in yuan, to compare with the columns in 10,000 yuan. */
import { toHalfWidth } from '../../../kernel/text.ts';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** A Chinese numeral (伍万零叁佰) as a number; undefined when it is none. */
export function readChineseNumber(text: string): number | undefined {
  let above = 0;
  let below = 0;
  let section = 0;
  let digit = 0;
  for (const char of text) {
    if (char in DIGITS) digit = DIGITS[char] ?? 0;
    else if (char in UNITS) {
      section += (digit || 1) * (UNITS[char] ?? 0);
      digit = 0;
    } else if (char === '万') {
      below += (section + digit) * 10_000;
      [section, digit] = [0, 0];
    } else if (char === '亿') {
      above = (above + below + section + digit) * 100_000_000;
      [below, section, digit] = [0, 0, 0];
    } else return undefined;
  }
  return above + below + section + digit;
}

const NUMERAL = '[零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿]{1,30}';
const AMOUNT = new RegExp(
  `(?:(\\d{1,15}(?:,\\d{3}){0,5}(?:\\.\\d{1,6})?)([百千万亿]{0,2})|(${NUMERAL}))元(?:([零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖])角)?`,
  'g',
);

/** How far before an amount the word that says what it is may stand. */
const REACH = 24;

/** What stands behind an amount that is a fine: 处以50000元罚款. */
const FINE_BEHIND = /^(?:整|正)?的?(?:行政)?罚款/;

/**
 * Amounts in yuan that belong to one of the words: it stands before the amount without one of the others between,
 * or (fines) right behind it.
 */
export function amountsOf(
  text: string,
  { words, others, fine }: { words: readonly string[]; others: readonly string[]; fine: boolean },
): number[] {
  if (!text.includes('元') && !text.includes('圆')) return [];
  const plain = toHalfWidth(text)
    .replaceAll('圆', '元')
    .replace(/(\d)\s+(?=\d|[百千万亿元])/g, '$1');
  const found: number[] = [];
  AMOUNT.lastIndex = 0;
  for (let match = AMOUNT.exec(plain); match; match = AMOUNT.exec(plain)) {
    const before = plain.slice(Math.max(0, match.index - REACH), match.index);
    const place = lastOf(before, words);
    const behind = FINE_BEHIND.test(plain.slice(AMOUNT.lastIndex, AMOUNT.lastIndex + 8));
    if (behind ? !fine : place < 0 || lastOf(before, others) > place) continue;
    const yuan = amountOf(match);
    if (yuan !== undefined) found.push(yuan);
  }
  return found;
}

function lastOf(text: string, words: readonly string[]): number {
  let last = -1;
  for (const word of words) last = Math.max(last, text.lastIndexOf(word));
  return last;
}

function amountOf(match: RegExpExecArray): number | undefined {
  const tenths = match[4] === undefined ? 0 : (DIGITS[match[4]] ?? 0) / 10;
  if (match[3] !== undefined) {
    const whole = readChineseNumber(match[3]);
    return whole === undefined ? undefined : whole + tenths;
  }
  let yuan = Number((match[1] ?? '').replaceAll(',', ''));
  for (const unit of match[2] ?? '') yuan *= UNITS[unit] ?? LARGE[unit] ?? 1;
  return yuan + tenths;
}
