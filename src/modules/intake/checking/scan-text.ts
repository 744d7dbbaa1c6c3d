/** Looks once at every character of a cell for what needs a closer look; most cells need none. */
import { isDigitCharacter, isGapCharacter, WIDEST_GAP } from '../../../kernel/digit-runs.ts';

/** Flags of `scanText`. */
export const CONTROL = 1;
export const DIGIT_RUN = 2;
export const FORMULA_START = 4;
export const CONTACT = 8;

/** Shortest run of digits that can be a person's number: a landline with its area code, or without where a label tells. */
const SHORTEST_NUMBER = 10;
const SHORTEST_LABELLED = 7;

/** What a character may be: one look-up in place of many comparisons. */
const DIGIT = 1;
const GAP = 2;
const PHONE_SIGN = 3;
const CONTACT_SIGN = 4;
const ODD = 5;
const CLASSES = classify();

function classify(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  for (let code = 0; code < classes.length; code++) {
    const character = String.fromCharCode(code);
    if (isDigitCharacter(character)) classes[code] = DIGIT;
    else if (isGapCharacter(character)) classes[code] = GAP;
    else if (code < 0x20 || code === 0x7f || (code >= 0xd800 && code <= 0xdfff) || code >= 0xfffe)
      classes[code] = ODD;
  }
  // 电话, 座机, 联系方式, tel, phone in either case.
  for (const sign of '话机式ｅＥeE') classes[sign.charCodeAt(0)] = PHONE_SIGN;
  // An @ and what is put for it; 住, 户, 居 and 庭 of every label of a home; 单 of the 单元 of a flat.
  for (const sign of '@＠﹫#＃艾aAａＡ住户居庭单') classes[sign.charCodeAt(0)] = CONTACT_SIGN;
  return classes;
}

/**
 * One pass: control characters or broken surrogates, a run of digits as long as a telephone's (any width or script, gaps
 * between them), signs of an e-mail or home address, and whether the text begins like a formula.
 */
export function scanText(text: string): number {
  const first = text.charCodeAt(0);
  let flags = isFormulaSign(first) || first === 9 ? FORMULA_START : 0;
  let shortest = SHORTEST_NUMBER;
  let run = 0;
  let gap = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = CLASSES[code];
    if (kind === DIGIT) {
      if (++run >= shortest) flags |= DIGIT_RUN;
      gap = 0;
    } else if (kind === GAP) {
      if (++gap > WIDEST_GAP) run = 0;
    } else {
      run = 0;
      if (kind === PHONE_SIGN) shortest = SHORTEST_LABELLED;
      else if (kind === CONTACT_SIGN && isContactSign(text, at, code)) flags |= CONTACT;
      else if (kind === ODD && isBroken(text, at, code)) flags |= CONTROL;
    }
  }
  return flags;
}

/** 单 and a are signs only in 单元, and in an `at` that no other letter stands before. */
function isContactSign(text: string, at: number, code: number): boolean {
  if (code === 0x5355) return text.charCodeAt(at + 1) === 0x5143;
  return (
    !/[aAａＡ]/.test(text.charAt(at)) ||
    /^(?:[^a-zA-Z]|^)[aAａＡ][tTｔＴ][^a-zA-Z]/.test(text.slice(at - 1, at + 3))
  );
}

function isFormulaSign(code: number): boolean {
  const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  return half === 0x3d || half === 0x2b || half === 0x2d || half === 0x40;
}

function isBroken(text: string, at: number, code: number): boolean {
  if (code < 0x20 || code === 0x7f || code >= 0xfffe) return true;
  if (code >= 0xdc00) return at === 0 || (text.charCodeAt(at - 1) & 0xfc00) !== 0xd800;
  return (text.charCodeAt(at + 1) & 0xfc00) !== 0xdc00;
}
