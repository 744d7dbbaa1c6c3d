/** How numbers look when people type, paste, dictate or scan them: one disguise a name, each giving one text or two cells. */
import { between, type Draw, oneOf } from './draw.ts';

/** A disguise: the number in its usual groups, in; what is written, out. */
export type Disguise = (groups: readonly string[], draw: Draw) => string;

const CHINESE = [
  '〇一二三四五六七八九',
  '零一二三四五六七八九',
  '○一二三四五六七八九',
  '零壹贰叁肆伍陆柒捌玖',
  '零幺二三四五六七八九',
];
const LOOK_ALIKE: Record<string, readonly string[]> = { '0': ['O', 'o'], '1': ['l', 'I'] };

function join(between_: string): Disguise {
  return (groups) => groups.join(between_);
}

function mapped(text: string, from: string, to: readonly string[]): string {
  return [...text].map((one) => to[from.indexOf(one)] ?? one).join('');
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
}

/** Break a text at any place but its ends. */
function brokenBy(mark: string): Disguise {
  return (groups, draw) => {
    const text = groups.join('');
    const at = between(draw, 2, text.length - 2);
    return text.slice(0, at) + mark + text.slice(at);
  };
}

/** Disguises that any number takes. */
export const DISGUISES: Record<string, Disguise> = {
  plain: join(''),
  'full width': (groups) => fullWidth(groups.join('')),
  'full width in part': (groups) => groups.map((one, index) => (index % 2 ? fullWidth(one) : one)).join(''),
  spaced: join(' '),
  'spaced twice': join('  '),
  'every digit spaced': (groups) => [...groups.join('')].join(' '),
  'spaced anywhere': brokenBy(' '),
  'ideographic space': join('\u3000'),
  'no-break and thin space': (groups, draw) => groups.join(oneOf(draw, ['\u00a0', '\u2009', '\u202f'])),
  'invisible characters': (groups, draw) =>
    groups.join(oneOf(draw, ['\u200b', '\ufeff', '\u200d', '\u00ad', '\u2060'])),
  tab: join('\t'),
  hyphenated: join('-'),
  'hyphenated with spaces': join(' - '),
  dashes: (groups, draw) => groups.join(oneOf(draw, ['–', '—', '－', '‑', '−', '——'])),
  dots: join('.'),
  'middle dots': (groups, draw) => groups.join(oneOf(draw, ['·', '・', '•', '．', '。'])),
  commas: (groups, draw) => groups.join(oneOf(draw, [',', '，', '、'])),
  'slashes and underscores': (groups, draw) => groups.join(oneOf(draw, ['/', '_', '\\', '|'])),
  'line break': brokenBy('\n'),
  'line break with return and indent': brokenBy('\r\n    '),
  'hyphen and line break': brokenBy('-\n'),
  brackets: (groups, draw) => {
    const [open, close] = oneOf(draw, ['()', '（）', '【】', '[]', '〔〕', '“”', '《》']).split('') as [
      string,
      string,
    ];
    return open + groups.join('') + close;
  },
  'first group in brackets': ([first = '', ...rest], draw) => {
    const [open, close] = oneOf(draw, ['()', '（）', '[]']).split('') as [string, string];
    return `${open}${first}${close}${rest.join('')}`;
  },
  'Chinese numerals': (groups, draw) => mapped(groups.join(''), '0123456789', [...oneOf(draw, CHINESE)]),
  'Chinese numerals in part': (groups, draw) =>
    groups
      .map((one, index) => (index % 2 ? mapped(one, '0123456789', [...oneOf(draw, CHINESE)]) : one))
      .join(''),
  'letters read for digits': (groups) =>
    groups
      .join('')
      .split('')
      .map((one, index) => (index % 3 === 1 ? (LOOK_ALIKE[one]?.[index % 2] ?? one) : one))
      .join(''),
  'quoted by a spreadsheet': (groups, draw) =>
    oneOf(draw, [`'${groups.join('')}`, `="${groups.join('')}"`, `${groups.join('')}.0`]),
};
