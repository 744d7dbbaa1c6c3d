/** Whether two spellings of a name are one name once the code has matched: the name of a place in front may be missing. */
import { normaliseName } from '../../kernel/name.ts';

const HAN = '\\p{Script=Han}';
// 超市, 门市部, 夜市 … are words of business names, not cities.
const PLACE = new RegExp(
  `^[(]?(${HAN}{2,7}?(?:特别行政区|自治区|自治州|自治县|地区|省|(?<![超门夜菜花])市(?!场)|县|(?<![社园景小校厂库])区|旗|盟))[)]?`,
  'u',
);
const SUFFIX =
  /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|地区|省|市|县|区|旗|盟)$/;
/** Without these nothing is left that tells one firm from another. */
const ONLY_A_FORM = /^(?:集团|股份|总|分)*(?:有限)?公司$/;

const shortNames = new WeakMap<readonly string[], readonly string[]>();

function placesOf(areaNames: readonly string[]): readonly string[] {
  const known = shortNames.get(areaNames);
  if (known) return known;
  const names = new Set<string>();
  for (const area of areaNames) {
    const name = normaliseName(area);
    for (const form of [name, name.replace(SUFFIX, '')]) if (form.length >= 2) names.add(form);
  }
  const sorted = [...names].sort((a, b) => b.length - a.length);
  shortNames.set(areaNames, sorted);
  return sorted;
}

function placeAt(name: string, places: readonly string[]): { place: string; length: number } | undefined {
  for (const place of places) {
    if (name.startsWith(`(${place})`)) return { place, length: place.length + 2 };
    // 清和 is not the place in 清和区….
    if (name.startsWith(place) && !/^[省市县区]/.test(name.slice(place.length)))
      return { place, length: place.length };
  }
  const matched = PLACE.exec(name);
  return matched?.[1] ? { place: matched[1], length: matched[0].length } : undefined;
}

/** Splits a normalised name into the places in front and what the firm itself is called. */
export function splitPlace(name: string, areaNames: readonly string[]): { places: string[]; rest: string } {
  const known = placesOf(areaNames);
  const places: string[] = [];
  let rest = name;
  for (let next = placeAt(rest, known); next; next = placeAt(rest, known)) {
    const left = rest.slice(next.length);
    if (left.length < 4 || ONLY_A_FORM.test(left)) break;
    places.push(next.place.replace(SUFFIX, ''));
    rest = left;
  }
  return { places, rest };
}

/**
 * Whether two normalised names (kernel `normaliseName`) agree: equal, or the same but for places in front of which one
 * names fewer (清和市鑫源建材有限公司 and 鑫源建材有限公司; 山东省清和市… and 清和…). Two different places never agree.
 * Only for names that share a code: without it a place in front is what tells two firms apart.
 * `areaNames` are places that also stand without 省 市 县 区; pass the same array each time.
 */
export function namesAgree(left: string, right: string, areaNames: readonly string[] = []): boolean {
  if (left === right) return left !== '';
  const [a, b] = [splitPlace(left, areaNames), splitPlace(right, areaNames)];
  if (a.rest === b.rest) return contains(a.places, b.places) || contains(b.places, a.places);
  // 清和鑫源… without 市 shows itself as a place only beside the other name.
  return bareAgrees(a, b) || bareAgrees(b, a);
}

/** 山东清和市 is read as one place when nobody says that 山东 is one. */
function contains(more: readonly string[], fewer: readonly string[]): boolean {
  return fewer.every((place) => more.some((other) => other.endsWith(place)));
}

function bareAgrees(
  full: { places: readonly string[]; rest: string },
  bare: { places: readonly string[]; rest: string },
): boolean {
  const last = full.places.at(-1);
  if (last === undefined || bare.places.length > 0) return false;
  return bare.rest === `${last}${full.rest}` || bare.rest === `${full.places.join('')}${full.rest}`;
}
