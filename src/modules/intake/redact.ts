/** Takes personal numbers out of what is kept of a file beside its rows: names of files and columns, and findings. */
import { findPersonalData } from '../../kernel/personal-data.ts';

/** Text with every personal number in it (identity, mobile, bank card) replaced by ■. */
export function redact(text: string): string {
  let out = text;
  // From the end, so that earlier positions stay right.
  for (const found of [...findPersonalData(text)].sort((a, b) => b.from - a.from)) {
    out = `${out.slice(0, found.from)}${'■'.repeat(found.until - found.from)}${out.slice(found.until)}`;
  }
  return out;
}

/** A number of a person has 11 digits or more; most names are shorter. */
const SHORTEST = 11;

/** A finding without personal numbers: where the header is missing, column names are cells of a row. */
export function withoutNumbers<
  Found extends { column?: string; params?: Readonly<Record<string, string | number>> },
>(finding: Found): Found {
  const { column, params } = finding;
  return {
    ...finding,
    ...(column === undefined ? {} : { column: clean(column) }),
    ...(params === undefined
      ? {}
      : { params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, clean(value)])) }),
  };
}

function clean<Value extends string | number>(value: Value): Value {
  return typeof value === 'string' && value.length >= SHORTEST ? (redact(value) as Value) : value;
}
