/** Looks once at every character of a cell for what needs a closer look; most cells need none. */

/** Flags of `scanText`. */
export const CONTROL = 1;
export const DIGIT_RUN = 2;
export const FORMULA_START = 4;
export const CONTACT = 8;

/** Shortest run of digits that can be a person's number (mobile numbers have 11). */
const SHORTEST_NUMBER = 11;

/** As many characters people type between two digits (the gap of the kernel's personal-data.ts). */
const WIDEST_GAP = 2;

/**
 * One pass: control characters or broken surrogates, a run of 11 or more digits (half or full width, up to two
 * separators between two of them), signs of an e-mail or home address, and whether the text begins like a formula.
 */
export function scanText(text: string): number {
  let flags = 0;
  let run = 0;
  let gap = 0;
  const first = text.charCodeAt(0);
  if (isFormulaSign(first) || first === 9) flags = FORMULA_START;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) {
      if (++run === SHORTEST_NUMBER) flags |= DIGIT_RUN;
      gap = 0;
    } else if (code >= 0x4e00 && code <= 0x9fff) {
      run = 0;
      if (isAddressSign(text, at, code)) flags |= CONTACT;
    } else if (run > 0 && gap < WIDEST_GAP && isSeparator(code)) {
      gap++;
    } else {
      run = 0;
      if (code === 0x40 || code === 0xff20) flags |= CONTACT;
      if (code < 0x20 ? code !== 9 && code !== 10 && code !== 13 : isBroken(text, at, code)) flags |= CONTROL;
    }
  }
  return flags;
}

/** 住, 户 and 庭 stand in every label of a home address, 单元 in the address of a flat. */
function isAddressSign(text: string, at: number, code: number): boolean {
  return (
    code === 0x4f4f ||
    code === 0x6237 ||
    code === 0x5ead ||
    (code === 0x5355 && text.charCodeAt(at + 1) === 0x5143)
  );
}

function isFormulaSign(code: number): boolean {
  const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  return half === 0x3d || half === 0x2b || half === 0x2d || half === 0x40;
}

/** What personal-data.ts of the kernel allows between two digits. */
function isSeparator(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x2d ||
    code === 0x5f ||
    code === 0xa0 ||
    code === 0xb7 ||
    code === 0xfeff ||
    code === 0xff0d ||
    (code >= 9 && code <= 13) ||
    (code >= 0x2000 && code <= 0x2015) ||
    code === 0x2060 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000
  );
}

function isBroken(text: string, at: number, code: number): boolean {
  if (code === 0x7f || code === 0xfffe || code === 0xffff) return true;
  if (code < 0xd800 || code > 0xdfff) return false;
  if (code >= 0xdc00) return at === 0 || (text.charCodeAt(at - 1) & 0xfc00) !== 0xd800;
  return (text.charCodeAt(at + 1) & 0xfc00) !== 0xdc00;
}
