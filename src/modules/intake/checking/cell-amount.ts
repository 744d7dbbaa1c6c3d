/** Judges a cell that should hold an amount in 10,000 yuan, and writes it in one way. */
import { toHalfWidth } from '../../../kernel/text.ts';
import { remember } from './remember.ts';
import type { Place, RowSink } from './row-sink.ts';
import type { RowRule } from './rules.ts';

/** (14,6): eight digits before the point, six behind it. */
const MOST_DIGITS = 8;
const MOST_DECIMALS = 6;

/** The amount without needless zeros, or the rule it breaks. */
export const readAmount: (text: string) => { value: string } | { rule: RowRule } = remember((text) => {
  const plain = toHalfWidth(text).replace(/\s/g, '');
  const number = /^[+]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(plain);
  if (number === null) return { rule: /^-\s*\d/.test(plain) ? 'amount.negative' : 'amount' };
  const whole = (number[1] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/, '');
  const decimals = (number[2] ?? '').replace(/0+$/, '');
  if (decimals.length > MOST_DECIMALS) return { rule: 'amount.decimals' };
  if (whole.length > MOST_DIGITS) return { rule: 'amount.too-large' };
  return { value: decimals === '' ? whole : `${whole}.${decimals}` };
});

/** The amount as a decimal; what is not one is a finding. */
export function amountCheck(place: Place): (text: string, sink: RowSink) => string {
  return (text, sink) => {
    const read = readAmount(text);
    if ('value' in read) return read.value;
    sink.add(read.rule, place);
    return '';
  };
}
