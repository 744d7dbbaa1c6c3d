/** Writes a number's text without exponent, so that codes and amounts never turn into 1.0E+17. */

/** Digits before the point from which on spreadsheets lose digits: they keep 15 (IEEE 754 double). */
const LOST_FROM = 16;

/** 'text' as plain decimal digits, e.g. '1.0E+3' → '1000', '1e-7' → '0.0000001'; other text is returned as it is. */
export function plainNumber(text: string): string {
  const parts = /^([+-]?)(\d*)\.?(\d*)[eE]([+-]?\d{1,3})$/.exec(text);
  if (parts === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const decimals = padded.slice(at).replace(/0+$/, '');
  return `${sign === '-' ? '-' : ''}${integer}${decimals === '' ? '' : `.${decimals}`}`;
}

/**
 * A spreadsheet's stored number as it shows it: 15 significant digits (0.30000000000000004 → 0.3), no exponent.
 * `lossy` = so many digits that a spreadsheet does not keep them all.
 */
export function spreadsheetNumber(stored: string): { text: string; lossy: boolean } {
  const text = plainNumber(stored);
  const integerDigits = /^-?(\d+)/.exec(text)?.[1]?.length ?? 0;
  if (integerDigits >= LOST_FROM) return { text, lossy: true };
  const value = Number(stored);
  if (!Number.isFinite(value)) return { text: stored, lossy: false };
  return {
    text: /^-?\d+$/.test(text) ? text : plainNumber(String(Number(value.toPrecision(15)))),
    lossy: false,
  };
}
