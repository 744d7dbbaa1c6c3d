/** Seeded leaks of personal data in texts of administration; shares no code with the detector that is proved with it. */

/** One leak: what was hidden, how, and the cells it lies in (mostly one). */
export interface Leak {
  readonly kind: 'identity' | 'mobile' | 'card' | 'e-mail' | 'address';
  readonly form: string;
  readonly cells: readonly string[];
}

/** Numbers in [0, 1) from a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Dice {
  readonly #next: () => number;
  constructor(seed: number) {
    this.#next = random(seed);
  }
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
  digits(count: number): string {
    return Array.from({ length: count }, () => this.below(10)).join('');
  }
}

const REGIONS = '110105 310115 370602 371002 371083 370211 440305 510104 420106 610113 230103 330106'.split(
  ' ',
);

function identity18(dice: Dice): string {
  const year = 1945 + dice.below(62);
  const month = String(1 + dice.below(12)).padStart(2, '0');
  const day = String(1 + dice.below(28)).padStart(2, '0');
  const body = `${dice.of(REGIONS)}${year}${month}${day}${dice.digits(3)}`;
  // ISO 7064 MOD 11-2, by its recursive definition.
  let rest = 10;
  rest = 0;
  for (const digit of body) rest = ((rest + Number(digit)) * 2) % 11;
  const check = (12 - rest) % 11;
  return body + (check === 10 ? dice.of(['X', 'X', 'x']) : String(check));
}

function identity15(dice: Dice): string {
  for (;;) {
    const day = `${String(30 + dice.below(60))}${String(1 + dice.below(12)).padStart(2, '0')}${String(1 + dice.below(28)).padStart(2, '0')}`;
    const text = `${dice.of(REGIONS)}${day}${dice.digits(3)}`;
    if (!isRegistration15(text)) return text;
  }
}

/** A registration number of 15 digits passes ISO 7064 MOD 11,10; such numbers can't be told from one another. */
function isRegistration15(text: string): boolean {
  let product = 10;
  for (const digit of text) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  // The last digit takes part in the sum only.
  let check = 10;
  for (const digit of text.slice(0, 14)) {
    const sum = (check + Number(digit)) % 10 || 10;
    check = (sum * 2) % 11;
  }
  return (check + Number(text[14])) % 10 === 1 || product === 1;
}

function mobile(dice: Dice): string {
  return `1${dice.of(['3', '4', '5', '6', '7', '8', '9'])}${dice.digits(9)}`;
}

function card(dice: Dice): string {
  const [prefix, length] = dice.of([
    ['622202', 19],
    ['621700', 19],
    ['622848', 19],
    ['625912', 16],
    ['4367', 16],
    ['5221', 16],
    ['9558', 19],
  ] as const);
  const body = prefix + dice.digits(length - 1 - prefix.length);
  for (let last = 0; last < 10; last++) {
    let sum = 0;
    [...`${body}${last}`].reverse().forEach((digit, place) => {
      const twice = Number(digit) * 2;
      sum += place % 2 === 0 ? Number(digit) : Math.floor(twice / 10) + (twice % 10);
    });
    if (sum % 10 === 0) return `${body}${last}`;
  }
  throw new Error('no check digit fits');
}

function email(dice: Dice): string {
  const name = dice.of(['zhang.wei', 'li_na', 'wangfang88', 'chen-jie', 'liu.yang', 'hello', 'sunny2008']);
  const host = dice.of([
    'qq.com',
    '163.com',
    '126.com',
    'sina.com.cn',
    'outlook.com',
    'qinghe-trade.cn',
    'foxmail.com',
  ]);
  return `${name}${dice.below(10_000)}@${host}`;
}

const FAMILY_ESTATES = [
  '幸福花园',
  '滨海家园',
  '东方名城',
  '阳光小区',
  '翠竹苑',
  '华府新天地',
  '机械厂家属院',
];
const ROADS = ['人民路', '文化东路', '建设街', '胜利路', '青岛中路', '和平大街'];

function address(dice: Dice): { form: string; text: string } {
  const estate = dice.of(FAMILY_ESTATES);
  const [house, entrance, room] = [1 + dice.below(40), 1 + dice.below(6), 101 + dice.below(2900)];
  return dice.of([
    { form: 'flat', text: `${estate}${house}号楼${entrance}单元${room}室` },
    { form: 'flat', text: `${dice.of(ROADS)}${1 + dice.below(300)}号${house}栋${entrance}单元${room}` },
    { form: 'flat', text: `${estate}${house}幢${dice.of(['一', '二', '三', '四'])}单元${room}户` },
    { form: 'labelled', text: `家庭住址：清和市${dice.of(ROADS)}${1 + dice.below(300)}号` },
    {
      form: 'labelled',
      text: `住址:清和市澄江镇${dice.of(['东', '西', '南', '北'])}河村${1 + dice.below(300)}号`,
    },
    { form: 'labelled', text: `现住清和市${estate}${house}号楼${room}室` },
    { form: 'labelled', text: `户籍所在地为清和市澄江镇大柳树村${1 + dice.below(12)}组` },
  ]);
}

const wide = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

function cut(text: string, sizes: readonly number[], gap: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const size of sizes) {
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces.join(gap);
}

const BEFORE = [
  '当事人',
  '经查，联系人',
  '负责人信息：',
  '经办人（',
  '现场负责人',
  '该公司工作人员提供',
  '罚没款由',
  '违法行为人身份为',
];
const AFTER = [
  '。',
  '，违反了有关规定。',
  '）予以确认',
  '；已当场告知',
  '，并处罚款5000元。',
  ' 2026年4月13日',
];

/** `count` leaves of every kind and form in turn, each in a sentence as officers write them; the same for one seed. */
export function* generateLeaks(count: number, seed: number): Generator<Leak> {
  const dice = new Dice(seed);
  const hide = [
    () => shaped('identity', identity18(dice), [6, 8, 4]),
    () => shaped('mobile', mobile(dice), [3, 4, 4]),
    () => shaped('card', card(dice), [4, 4, 4, 4]),
    () => ({ kind: 'identity' as const, form: '15 digits', hidden: identity15(dice) }),
    () => ({
      kind: 'mobile' as const,
      form: 'with +86',
      hidden: dice.of(['+86', '+86 ', '0086', '86-']) + mobile(dice),
    }),
    () => split('identity', identity18(dice)),
    () => split('mobile', mobile(dice)),
    () => split('card', card(dice)),
    () => ({ kind: 'e-mail' as const, form: 'plain', hidden: email(dice) }),
    () => ({ kind: 'e-mail' as const, form: 'full width', hidden: wide(email(dice)) }),
    () => {
      const { form, text } = address(dice);
      return { kind: 'address' as const, form, hidden: text };
    },
  ];
  function shaped(kind: Leak['kind'], number: string, sizes: readonly number[]) {
    const form = dice.of(['plain', 'full width', 'spaced', 'hyphenated', 'wide spaces']);
    const hidden = {
      plain: number,
      'full width': wide(number),
      spaced: cut(number, sizes, ' '),
      hyphenated: cut(number, sizes, dice.of(['-', '－', '—'])),
      'wide spaces': cut(wide(number), sizes, '\u3000'),
    }[form] as string;
    return { kind, form, hidden };
  }
  function split(kind: Leak['kind'], number: string) {
    const at = 3 + dice.below(number.length - 6);
    return { kind, form: 'split over cells', hidden: [number.slice(0, at), number.slice(at)] };
  }
  for (let made = 0; made < count; made++) {
    const leak = (hide[made % hide.length] as (typeof hide)[number])();
    const [before, after] = [dice.of(BEFORE), dice.of(AFTER)];
    const { kind, form, hidden } = leak;
    const cells =
      typeof hidden === 'string'
        ? [`${before}${hidden}${after}`]
        : [`${before}${hidden[0]}`, `${hidden[1]}${after}`];
    yield { kind, form, cells };
  }
}
