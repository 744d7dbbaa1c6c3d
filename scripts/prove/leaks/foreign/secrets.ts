/** What is leaked: identity numbers, telephones, cards, e-mails and homes that are valid in form and belong to nobody we know. */
import { between, type Draw, digits, oneOf } from './draw.ts';

/** Area codes of identity numbers: counties of today, counties since renamed, and the residents of Hong Kong, Macao and Taiwan. */
const AREAS =
  '370902 370911 370921 370923 370982 370983 370102 370112 370181 370202 370303 370602 370724 370829 371002 371102 371202 371302 371402 371502 371602 371702 110101 110228 120104 130102 140105 150102 210102 220102 230102 310101 310230 320102 330106 340102 350102 360102 410102 420106 430102 440103 440301 450102 460105 500101 510104 511023 520102 530102 532101 540102 610102 620102 630102 640104 650102 810000 820000 830000'.split(
    ' ',
  );
const MOBILE =
  '130 131 132 133 134 135 136 137 138 139 145 147 149 150 151 152 153 155 156 157 158 159 162 165 166 167 170 171 172 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 192 193 195 196 197 198 199'.split(
    ' ',
  );
/** First digits of cards as banks print them, with the card's length. */
const CARDS: readonly [string, number][] = [
  ['622202', 19],
  ['621226', 19],
  ['955880', 19],
  ['622848', 19],
  ['622846', 19],
  ['621700', 19],
  ['436742', 19],
  ['621661', 19],
  ['601382', 19],
  ['621799', 19],
  ['622188', 19],
  ['622319', 19],
  ['623052', 19],
  ['621483', 16],
  ['622588', 16],
  ['622260', 19],
  ['622689', 16],
  ['622622', 16],
  ['625955', 16],
  ['518710', 16],
  ['545947', 16],
  ['427018', 16],
  ['356868', 16],
  ['370285', 15],
];
const MAIL_NAMES = 'zhangwei lina wang.fang liu_yang chenjing88 zhao-lei sunqiang1990 taishan6688 hyx'.split(
  ' ',
);
const MAIL_HOSTS =
  'qq.com 163.com 126.com sina.com sina.cn 139.com 189.cn foxmail.com gmail.com outlook.com hotmail.com vip.qq.com yeah.net aliyun.com tsjxchina.com shandonghuaxin.com.cn'.split(
    ' ',
  );
const DISTRICTS = [
  '泰安市泰山区岱庙街道',
  '泰安市岱岳区粥店街道',
  '新泰市青云街道',
  '肥城市老城街道',
  '山东省泰安市宁阳县',
  '山东省东平县东平街道',
  '济南市历下区',
  '河南省商丘市睢阳区',
];
const ROADS = ['东岳大街', '迎胜南路', '府前街', '望岳东路', '长城路', '龙潭路', '新汶路'];
const ESTATES = [
  '望岳小区',
  '御碑楼小区',
  '银座花园',
  '泰山新城',
  '翰林华府',
  '三里家园',
  '阳光嘉苑',
  '矿务局宿舍',
];
const TOWNS = ['满庄镇', '大汶口镇', '楼德镇', '羊流镇', '仪阳街道', '边院镇', '州城街道'];
const VILLAGES = ['北留村', '前省庄村', '东牛家庄村', '上高村', '西界村', '孙家疃村'];

/** ISO 7064 MOD 11-2 over the first seventeen digits, by running it as the standard's recursive method (GB 11643 annex). */
function checkCharacter(body: string): string {
  let remainder = 0;
  for (const digit of body) remainder = ((remainder + Number(digit)) * 2) % 11;
  return '0123456789X'[(12 - remainder) % 11] as string;
}

/** The digit that makes the whole number pass ISO/IEC 7812-1 annex B, found by trying all ten. */
function lastDigit(body: string): string {
  const passes = (number: string) =>
    [...number].reverse().reduce((sum, digit, index) => {
      const weighed = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return sum + (weighed > 9 ? weighed - 9 : weighed);
    }, 0) %
      10 ===
    0;
  return [...'0123456789'].find((digit) => passes(body + digit)) as string;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function birthday(draw: Draw, from: number, to: number): string {
  return `${between(draw, from, to)}${two(between(draw, 1, 12))}${two(between(draw, 1, 28))}`;
}

/** Eighteen characters (GB 11643-1999). */
export function identity18(draw: Draw): string {
  const body = oneOf(draw, AREAS) + birthday(draw, 1936, 2008) + digits(draw, 3);
  return body + checkCharacter(body);
}

/** One that ends in X. */
export function identityWithX(draw: Draw): string {
  for (;;) {
    const number = identity18(draw);
    if (number.endsWith('X')) return number;
  }
}

/** Fifteen digits (GB 11643-1989): no century, no check digit. */
export function identity15(draw: Draw): string {
  return oneOf(draw, AREAS.slice(0, -3)) + birthday(draw, 1936, 1985).slice(2) + digits(draw, 3);
}

/** Eleven digits in a range that is given out. */
export function mobile(draw: Draw): string {
  return oneOf(draw, MOBILE) + digits(draw, 8);
}

/** Area code and local number. */
export function landline(draw: Draw): [area: string, local: string] {
  const [area, length] = oneOf(draw, [
    ['0538', 7],
    ['0531', 8],
    ['0532', 8],
    ['0534', 7],
    ['010', 8],
    ['021', 8],
    ['0371', 8],
    ['0634', 7],
  ] as const);
  return [area, between(draw, 2, 8) + digits(draw, length - 1)];
}

/** A card of a bank. */
export function card(draw: Draw): string {
  const [start, length] = oneOf(draw, CARDS);
  const body = start + digits(draw, length - start.length - 1);
  return body + lastDigit(body);
}

/** Name and host of an e-mail address. */
export function mail(draw: Draw): [name: string, host: string] {
  const host = oneOf(draw, MAIL_HOSTS);
  const name =
    host === 'qq.com' && draw() < 0.6 ? between(draw, 1, 9) + digits(draw, 8) : oneOf(draw, MAIL_NAMES);
  return [name, host];
}

/** A flat: district, road and number or estate, then building, entrance, room. */
export function flat(draw: Draw): [where: string, building: string, entrance: string, room: string] {
  const where =
    oneOf(draw, DISTRICTS) +
    (draw() < 0.5 ? `${oneOf(draw, ROADS)}${between(draw, 2, 320)}号` : '') +
    oneOf(draw, ESTATES);
  const room = `${between(draw, 1, 18)}0${between(draw, 1, 4)}`;
  return [where, String(between(draw, 1, 38)), String(between(draw, 1, 5)), room];
}

/** A house in a village. */
export function cottage(draw: Draw): string {
  return `${oneOf(draw, ['泰安市岱岳区', '新泰市', '肥城市', '东平县', '山东省宁阳县'])}${oneOf(draw, TOWNS)}${oneOf(draw, VILLAGES)}${between(draw, 1, 460)}号`;
}
