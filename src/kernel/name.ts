// Names of organisations in one spelling, their core for likeness, and their bigrams.

const BRACKETS_OPEN = /[[{【〔﹝〖〈《「『<]/g;
const BRACKETS_CLOSE = /[\]}】〕﹞〗〉》」』>]/g;
const MIDDLE_DOTS = /[•‧・∙⋅●]/g;
// \s covers the ideographic space; the rest is invisible and pasted in from documents.
const BLANKS = /[\s\u00AD\u180E\u200B-\u200F\u2060\uFEFF]+/g;

/** Most names are written like this already: no character of these is changed by any step below. */
const SETTLED = /^[\u4e00-\u9fff0-9A-Z()·]*$/;
const LONG_FORM = '有限责任公司';

function normaliseOnce(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKC')
    .replace(BLANKS, '')
    .replace(BRACKETS_OPEN, '(')
    .replace(BRACKETS_CLOSE, ')')
    .replace(MIDDLE_DOTS, '·')
    .replaceAll(LONG_FORM, '有限公司');
}

/**
 * One spelling for comparing registered names: NFKC, upper case, no blanks, every bracket (), one middle dot,
 * 有限责任公司 as 有限公司 (公司法(2023) art. 7 allows both words for the same form). Idempotent.
 */
export function normaliseName(text: string): string {
  if (SETTLED.test(text) && !text.includes(LONG_FORM)) return text;
  let name = normaliseOnce(text);
  // Taking a blank out can join a letter with its accent; such names settle in a second round.
  for (let next = normaliseOnce(name); next !== name; next = normaliseOnce(name)) name = next;
  return name;
}

/** Legal forms at the end of a name, longest first; they say nothing about which firm it is. */
const LEGAL_FORMS = [
  '(特殊普通合伙)',
  '(普通合伙)',
  '(有限合伙)',
  '(个人独资)',
  '(集团)',
  '农民专业合作社联合社',
  '集团股份有限公司',
  '农民专业合作社',
  '专业合作社',
  '股份合作公司',
  '集团有限公司',
  '股份有限公司',
  '个人独资企业',
  '有限合伙企业',
  '普通合伙企业',
  '合伙企业',
  '有限公司',
  '股份公司',
  '集团公司',
  '总公司',
  '公司',
];

const AREA_SUFFIX =
  /(?:维吾尔自治区|壮族自治区|回族自治区|特别行政区|自治区|自治州|自治县|地区|省|市|区|县|盟|旗)$/;
const prepared = new WeakMap<readonly string[], { names: Set<string>; longest: number }>();

function areaPrefixes(areaNames: readonly string[]): { names: Set<string>; longest: number } {
  const known = prepared.get(areaNames);
  if (known) return known;
  const names = new Set<string>();
  for (const area of areaNames) {
    const name = normaliseName(area);
    const short = name.replace(AREA_SUFFIX, '');
    if (name.length >= 2) names.add(name);
    if (short.length < 2) continue;
    // A county that has become a city or a district keeps its old word in old names (蓬莱市 is 蓬莱区 now).
    for (const suffix of ['', '省', '市', '区', '县']) names.add(short + suffix);
  }
  let longest = 0;
  for (const name of names) longest = Math.max(longest, name.length);
  const prefixes = { names, longest };
  prepared.set(areaNames, prefixes);
  return prefixes;
}

function withoutArea(core: string, { names, longest }: { names: Set<string>; longest: number }): string {
  for (let length = Math.min(longest, core.length - 2); length >= 2; length--) {
    if (names.has(core.slice(0, length))) return core.slice(length);
    if (core.startsWith('(') && core[length + 1] === ')' && names.has(core.slice(1, length + 1))) {
      return core.length - length - 2 >= 2 ? core.slice(length + 2) : core;
    }
  }
  return core;
}

/**
 * The part of a name that tells firms apart: without leading area names (with or without 省 市 区 县) and
 * without the legal form; never shorter than two characters. For likeness only: it decides nothing.
 * Pass the same array each time: it is prepared once.
 */
export function nameCore(name: string, areaNames: readonly string[]): string {
  const prefixes = areaPrefixes(areaNames);
  let core = normaliseName(name);
  for (let form = formAtEnd(core); form; form = formAtEnd(core)) core = core.slice(0, -form.length);
  for (let shorter = withoutArea(core, prefixes); shorter !== core; shorter = withoutArea(core, prefixes)) {
    core = shorter;
  }
  return core;
}

function formAtEnd(core: string): string | undefined {
  // A branch is not its firm: 分公司 stays.
  if (core.endsWith('分公司')) return undefined;
  return LEGAL_FORMS.find((form) => core.endsWith(form) && core.length - form.length >= 2);
}

/** Every pair of neighbouring characters, once each; a single character stands for itself. */
export function bigrams(text: string): string[] {
  const chars = Array.from(text);
  if (chars.length < 2) return chars;
  const pairs = new Set<string>();
  for (let index = 1; index < chars.length; index++) pairs.add(`${chars[index - 1]}${chars[index]}`);
  return [...pairs];
}
