// Half-width text, document numbers in one spelling, and cells a spreadsheet would run as a formula.

/**
 * Full-width ASCII (U+FF01–U+FF5E) and the ideographic space become their half-width twins.
 * The length never changes, so ranges found in the result hold in the original.
 */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (char) =>
    char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}

/**
 * One spelling for the number of a document: half-width, no white space, every bracket 〔〕.
 * GB/T 9704-2012 § 7.2.5 asks for the hexagonal brackets; departments type [] () 【】 and others.
 */
export function normaliseDocumentNo(text: string): string {
  return toHalfWidth(text)
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]+/g, '')
    .replace(/[[({【﹝〖<〈《]/g, '〔')
    .replace(/[\])}】﹞〗>〉》]/g, '〕');
}

const PLAIN_NUMBER = /^[+-]?\d+(?:,\d{3})*(?:\.\d+)?%?$/;

/**
 * Whether a spreadsheet may run this cell: =, +, -, @, tab, CR or LF at the start (full-width too, and
 * behind leading spaces). Plain signed numbers are not formulas. Source: OWASP, CSV Injection.
 */
export function isFormula(text: string): boolean {
  if (/^[\t\r\n]/.test(text)) return true;
  const start = toHalfWidth(text).trim();
  return /^[=+\-@]/.test(start) && !PLAIN_NUMBER.test(start);
}
