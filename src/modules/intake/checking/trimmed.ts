/** Takes blanks off a cell, and sees a lone dash or 无 in an optional cell as the nothing it means. */

const NOTHING = new Set([
  '-',
  '--',
  '—',
  '——',
  '－',
  '/',
  '\\',
  '无',
  'N/A',
  'n/a',
  'NA',
  'NULL',
  'null',
  '#N/A',
]);
/** The longest of them. */
const LONGEST = 4;

/** The trimmed text; in an optional cell a placeholder counts as empty. */
export function trimmed(text: string, optional: boolean): string {
  if (text === '') return text;
  const plain =
    needsTrim(text.charCodeAt(0)) || needsTrim(text.charCodeAt(text.length - 1)) ? text.trim() : text;
  return optional && plain.length <= LONGEST && NOTHING.has(plain) ? '' : plain;
}

function needsTrim(code: number): boolean {
  return (
    code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200f)
  );
}
