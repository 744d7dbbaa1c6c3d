// Masks: what may be shown of a name or a number whose whole is not for the reader.

/** Keeps so many characters at the start and end, a star for each of the others; short texts are all stars. */
export function maskMiddle(text: string, keepStart: number, keepEnd: number): string {
  const chars = Array.from(text);
  if (chars.length <= keepStart + keepEnd) return '*'.repeat(chars.length);
  const end = chars.length - keepEnd;
  return chars.map((char, index) => (index < keepStart || index >= end ? char : '*')).join('');
}

/** The name of a person: the first character and stars (张三 → 张*); a single character is hidden. */
export function maskName(name: string): string {
  return maskMiddle(name.trim(), 1, 0);
}

/**
 * An identity number: province digits and last character only, so that neither birth nor sex (17th digit) can be
 * read; separators between the digits go as well.
 */
export function maskIdentityNumber(text: string): string {
  return maskMiddle(text.replace(/[^0-9A-Za-z０-９Ｘｘ]/g, ''), 2, 1);
}
