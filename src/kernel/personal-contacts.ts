// E-mail addresses and home addresses of people in free text: where they stand, never what they are.
import type { TextRange } from './digit-runs.ts';

/** Which kind of contact, and half-open positions. */
export interface Contact extends TextRange {
  readonly kind: 'e-mail' | 'home-address';
}

/** The sign and the ways round it: blanks, brackets, words; a hash or a bare word only before a known ending. */
const AT = String.raw`(?:\s{0,4}(?:@|﹫|[([（【#]\s?at\s?[)\]）】#]|艾特)\s{0,6}|(?:#|\sat\s)(?=[A-Za-z0-9.\-\s]{2,40}?(?:com|cn|net|org)(?![A-Za-z0-9])))`;
const DOT = String.raw`(?:\s?(?:[.。．]|[([（]\s?dot\s?[)\]）]|点)\s?|\sdot\s)`;

/** Local part, sign and a domain with at least one dot (RFC 5321 § 4.1.2 without quoted local parts), in any disguise. */
const E_MAIL = new RegExp(
  `(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}${AT}(?:[A-Za-z0-9-]{1,63}${DOT}){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9])`,
  'gi',
);

const NUMBER = '[0-9A-Za-z一二三四五六七八九十百零〇甲乙丙丁东西南北]{1,5}';

/**
 * A door inside a dwelling: entrance (单元) and room. Offices have towers and rooms (A座1203室) but no 单元;
 * a house of a firm that lies in a block of flats is its registered address, which is a field of its own.
 */
const DWELLING = new RegExp(
  `(?:${NUMBER}(?:号楼|号院|[栋幢座楼])\\s?)?${NUMBER}\\s?单元\\s?(?:${NUMBER}层\\s?)?${NUMBER}\\s?(?:室|户|号(?!楼)|房)?`,
  'g',
);

/** As far as a sentence goes, with something in it that only a place has. */
const PLACE = '[^，。；,;]{0,24}?(?:[省市县区镇乡村街路巷屯庄]|小区|社区|公寓|宿舍|家属院)[^，。；,;]{0,40}';
const HOME_LABEL =
  '(?:家庭(?:住址|地址)|家住|现住址?|现居住?地?址?|住址|户籍(?:所在)?地?(?:址)?|户口所在地|居住地址?|居住于)';

/** Words that only the address of a person follows, then a place; a bare 住 where a district stands right behind it. */
const LABELLED = new RegExp(
  String.raw`(?:${HOME_LABEL}(?:[:：为是在（(]|\s){0,3}|(?<![入居暂])住(?=[^，。；,;\s所宿房宅院建户在]{2,9}?[省市县区镇乡]))${PLACE}`,
  'g',
);

const PATTERNS = [
  ['e-mail', E_MAIL, /@|﹫|at|#|艾特/i],
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
