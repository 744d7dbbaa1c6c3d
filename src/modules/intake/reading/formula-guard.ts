/** Keeps text from coming alive as a formula in a spreadsheet, and takes that guard off again when the file returns. */
import { isFormula } from '../../../kernel/text.ts';

/** What the guard looks like, and what a reader takes for it: apostrophes before a sign that begins a formula. */
const GUARDED = /^'+\s*[=+\-@＝＋－＠]|^'+[\t\r\n]/;

/** Puts an apostrophe before text that a spreadsheet would run; numbers such as -12.5 stay as they are. */
export function guardFormula(text: string): string {
  return isFormula(text) || GUARDED.test(text) ? `'${text}` : text;
}

/** Takes off one guard, so that a findings file mended and handed in again carries the values first submitted. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
