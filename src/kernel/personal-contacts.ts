// E-mail addresses and home addresses of people in free text: where they stand, never what they are.
import type { TextRange } from './identity-number.ts';

/** Which kind of contact, and half-open positions. */
export interface Contact extends TextRange {
  readonly kind: 'e-mail' | 'home-address';
}

/** Local part, @ and a domain with at least one dot (RFC 5321 § 4.1.2 without quoted local parts); blanks round the @ too. */
const E_MAIL =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}\s?@\s?(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9])/g;

const NUMBER = '[0-9A-Za-z一二三四五六七八九十百零〇甲乙丙丁东西南北]{1,5}';

/**
 * A door inside a dwelling: entrance (单元) and room. Offices have towers and rooms (A座1203室) but no 单元;
 * a house of a firm that lies in a block of flats is its registered address, which is a field of its own.
 */
const DWELLING = new RegExp(
  `(?:${NUMBER}(?:号楼|号院|[栋幢座楼])\\s?)?${NUMBER}\\s?单元\\s?(?:${NUMBER}层\\s?)?${NUMBER}\\s?(?:室|户|号(?!楼)|房)?`,
  'g',
);

/** Words that only the address of a person follows, then the address as far as its last number, room or village. */
const LABELLED =
  /(?:家庭(?:住址|地址)|家住|现住址?|住址|户籍(?:所在)?地(?:址)?|户口所在地|居住地址?|居住于)(?:[:：为是在]|\s){0,3}[^，。；,;\n]{2,60}?(?:[号室户村组屯庄](?![\u4e00-\u9fff]{0,3}[0-9])|小区|社区|公寓|家属院)/g;

const PATTERNS = [
  ['e-mail', E_MAIL, /@/],
  ['home-address', DWELLING, /单元/],
  ['home-address', LABELLED, /住|户|家/],
] as const;

/** Contacts of people in a half-width text, in no order; ranges of home addresses may share characters. */
export function findContacts(plain: string): Contact[] {
  const found: Contact[] = [];
  for (const [kind, pattern, hint] of PATTERNS) {
    if (!hint.test(plain)) continue;
    for (const match of plain.matchAll(pattern)) {
      found.push({ kind, from: match.index, until: match.index + match[0].length });
    }
  }
  return found;
}
