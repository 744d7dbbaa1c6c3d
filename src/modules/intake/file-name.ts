/** File names as they are kept: shown back to the unit, so they carry no personal number and no path. */
import { findPersonalData } from '../../kernel/personal-data.ts';

/** The last part of a name, at most 120 characters, personal numbers replaced by ■; the item's code when nothing is left. */
export function safeFileName(name: string | undefined, item: string): string {
  const last =
    (name ?? '')
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 120) ?? '';
  return redact(last) || item;
}

/** Text with every personal number in it (identity, mobile, bank card) replaced by ■. */
export function redact(text: string): string {
  let out = text;
  // From the end, so that earlier positions stay right.
  for (const found of [...findPersonalData(text)].sort((a, b) => b.from - a.from)) {
    out = `${out.slice(0, found.from)}${'■'.repeat(found.until - found.from)}${out.slice(found.until)}`;
  }
  return out;
}
