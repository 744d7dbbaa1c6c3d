// COPY's text format: one line a row, tabs between, `\N` for nothing.

const NULL = '\\N';
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value as it may stand in a line. */
export type CopyValue = string | number | boolean | null | undefined;

function written(value: CopyValue): string {
  if (value === null || value === undefined) return NULL;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char) : value;
}

/** One line with its line end (PostgreSQL, COPY, "Text Format"). */
export function copyLine(values: readonly CopyValue[]): string {
  let line = written(values[0]);
  for (let at = 1; at < values.length; at++) line += `\t${written(values[at])}`;
  return `${line}\n`;
}

/** A text[] as PostgreSQL writes it, every element quoted. */
export function arrayText(elements: readonly string[]): string {
  return `{${elements.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
