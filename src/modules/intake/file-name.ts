/** File names as they are kept: shown back to the unit, so they carry no personal number and no path. */
import { redact } from './redact.ts';

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
