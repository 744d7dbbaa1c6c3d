/** The escape _xHHHH_ by which XLSX text carries characters that XML cannot (ISO/IEC 29500-1, 22.9.2.19 ST_Xstring). */

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 (2.2) does not allow, and CR, which it changes.
const UNFIT = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

/** Text as read from XML → the text meant. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPED, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** Text → content of an XML element, ready to be written. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(UNFIT, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
