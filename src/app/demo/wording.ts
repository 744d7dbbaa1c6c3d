// Fills the sentences of decisions with particulars, each drawn from the decision's own stream.
import type { Random } from './random.ts';
import { particulars, plateLetters } from './words/particulars.ts';
import { roads } from './words/places.ts';

/** Values for placeholders that the caller knows: {name}, {address}, {day}, {money} … */
export type Known = Readonly<Record<string, string>>;

function drawn(random: Random, placeholder: string): string {
  const list = particulars[placeholder];
  if (list) return random.pick(list);
  switch (placeholder) {
    case 'road':
      return random.pick(roads);
    case 'count':
      return String(random.between(5, 90));
    case 'few':
      return String(random.between(1, 6));
    case 'area':
      return String(random.between(3, 400) * 50);
    case 'price':
      return String(random.between(6, 900) * 5);
    case 'plate':
      return `鲁I${plateLetters.charAt(random.below(plateLetters.length))}${random.between(1000, 9999)}`;
    default:
      throw new RangeError(`no words for {${placeholder}}`);
  }
}

/** Fills every {placeholder}; one that occurs twice has one value. Throws RangeError for an unknown one. */
export function fillIn(text: string, random: Random, known: Known): string {
  const values = new Map(Object.entries(known));
  return text.replace(/\{(\w+)\}/g, (_whole, placeholder: string) => {
    let value = values.get(placeholder);
    if (value === undefined) {
      value = drawn(random, placeholder);
      values.set(placeholder, value);
    }
    return value;
  });
}

/** A day as documents write it: 2025年3月7日. */
export function spokenDay(slashedDay: string): string {
  const [year, month, day] = slashedDay.split('/').map(Number);
  return `${year}年${month}月${day}日`;
}

/** Yuan as decisions write them, in one of the usual ways; always the same amount. */
export function spokenYuan(random: Random, yuan: number): string {
  if (yuan >= 10_000 && yuan % 100 === 0 && random.chance(0.5)) return `${yuan / 10_000}万元`;
  if (yuan >= 1000 && random.chance(0.15)) return `${yuan.toLocaleString('en-US')}元`;
  return `${yuan}元`;
}

/** Yuan as the standard wants them: in 10,000 yuan with six decimals. */
export function inTenThousands(yuan: number): string {
  return (yuan / 10_000).toFixed(6);
}
