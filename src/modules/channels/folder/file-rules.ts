/** Which names in the drop folder are files to take, which are still being written, and which are none of ours. */

/** Programs write under such names and rename when they are done. */
const UNFINISHED = /(\.(part|partial|filepart|tmp|temp|crdownload|swp)|~)$/i;
const MARKER = /\.(done|ok)$/i;
const LONGEST = 150;

/** Hidden, unfinished, a marker or our own note: left alone. */
export function isLeftAlone(name: string, note: string): boolean {
  return name.startsWith('.') || UNFINISHED.test(name) || MARKER.test(name) || name === note;
}

/** Whether the name can be kept as it is. */
export function isGoodName(name: string): boolean {
  return Buffer.byteLength(name) <= LONGEST && !/[\p{Cc}\p{Cf}\ufffd/\\]/u.test(name);
}

/** A name like it that can be kept. */
export function tamedName(name: string): string {
  const tame = name.replace(/[\p{Cc}\p{Cf}\ufffd/\\]/gu, '_');
  let short = tame;
  while (Buffer.byteLength(short) > LONGEST) short = short.slice(0, -1).replace(/[\ud800-\udbff]$/, '');
  return short;
}

/** The marker that says that `name` is whole, among the names that are there. */
export function markerOf(name: string, there: readonly string[]): string | undefined {
  return [`${name}.done`, `${name}.ok`].find((marker) => there.includes(marker));
}

/** The name under which it lies from then on: its number, then its own name. */
export function takenAs(takenId: string, name: string): string {
  return `${takenId}~${tamedName(name)}`;
}

/** The number in such a name. */
export function takenIdOf(name: string): string | undefined {
  return /^(\d{1,19})~/.exec(name)?.[1];
}
