/** Reads from a workbook's styles how each cell style shows numbers: as date, time, padded code or plain number. */

import type { PackageParts } from './package-parts.ts';
import { readXml } from './xml-events.ts';

/** How a number is shown. `zeros` = shown with at least so many digits, as codes are (format 000000). */
export interface NumberFormat {
  date: boolean;
  time: boolean;
  zeros: number;
}

/** A plain number. */
export const PLAIN: NumberFormat = { date: false, time: false, zeros: 0 };

const DATE: NumberFormat = { date: true, time: false, zeros: 0 };
const TIME: NumberFormat = { date: false, time: true, zeros: 0 };
const DATE_TIME: NumberFormat = { date: true, time: true, zeros: 0 };

/** Built-in formats that hold no code of their own (ISO/IEC 29500-1, 18.8.30; 27–36 and 50–58 in Chinese editions). */
const BUILT_IN: readonly [from: number, to: number, format: NumberFormat][] = [
  [14, 17, DATE],
  [18, 21, TIME],
  [22, 22, DATE_TIME],
  [27, 31, DATE],
  [32, 35, TIME],
  [36, 36, DATE],
  [45, 47, TIME],
  [50, 54, DATE],
  [55, 56, TIME],
  [57, 58, DATE],
];

/** No workbook made by hand has more (Excel's own bound is 64,000). */
const MAX_STYLES = 65_536;

/** The formats by style number (attribute s of a cell). */
export async function readNumberFormats(
  zip: PackageParts,
  part: string | undefined,
): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (part === undefined) return formats;
  const custom = new Map<number, NumberFormat>();
  let inCellFormats = false;
  await readXml(zip.bytes(part), {
    open(name, attributes) {
      const id = Number(attributes.numFmtId ?? 0);
      if (name === 'numFmt' && custom.size < MAX_STYLES)
        custom.set(id, formatOf(attributes.formatCode ?? ''));
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats && formats.length < MAX_STYLES)
        formats.push(custom.get(id) ?? builtIn(id));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text() {},
  });
  return formats;
}

/** Judges a format code such as yyyy"年"m"月"d"日", [h]:mm or 000000 by its first section. */
export function formatOf(code: string): NumberFormat {
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .split(';', 1)[0] as string;
  if (/^0{2,}$/.test(bare)) return { ...PLAIN, zeros: bare.length };
  if (/general/i.test(bare)) return PLAIN;
  const time = /[hs]/i.test(bare);
  const date = /[yd]|^[^hs]*m[^hs]*$/i.test(bare);
  return date || time ? { date, time, zeros: 0 } : PLAIN;
}

function builtIn(id: number): NumberFormat {
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? PLAIN;
}
