// The forms of leaks that each kind of number has of its own, beside those that all share.
import { between, type Draw, oneOf } from './draw.ts';
import * as secrets from './secrets.ts';
import { LABELS } from './texts.ts';
import { type Form, inText, labelledInText, type Writer } from './writing.ts';

const phone =
  (disguise: (number: string, draw: Draw) => string): Writer =>
  (draw) => [inText(draw, LABELS.phone, disguise(secrets.mobile(draw), draw))];
const identity =
  (disguise: (number: string, draw: Draw) => string): Writer =>
  (draw) => [inText(draw, LABELS.identity, disguise(secrets.identityWithX(draw), draw))];
const fixed =
  (write: (area: string, local: string, draw: Draw) => string): Writer =>
  (draw) => {
    const [area, local] = secrets.landline(draw);
    return [inText(draw, LABELS.phone, write(area, local, draw))];
  };

/** Forms of one kind alone. */
export const OWN_FORMS: readonly Form[] = [
  ['identity number, 18', 'small x', identity((number) => number.toLowerCase())],
  [
    'identity number, 18',
    'other signs for X',
    identity((number, draw) => number.replace('X', oneOf(draw, ['×', 'Х', 'Ｘ', 'ｘ', '✕', '*']))),
  ],
  ['identity number, 18', 'X apart', identity((number) => number.replace('X', ' X'))],
  [
    'identity number, 18',
    'mistyped, labelled',
    (draw) => {
      const number = secrets.identity18(draw);
      const last = String((Number(number[16]) + between(draw, 1, 9)) % 10);
      return [
        labelledInText(
          draw,
          ['身份证号：', '身份证号码', '公民身份号码：', '居民身份证'],
          number.slice(0, 16) + last + number.slice(17),
        ),
      ];
    },
  ],
  [
    'mobile',
    'country code',
    phone((number, draw) => oneOf(draw, ['+86', '+86 ', '86-', '0086', '（+86）', '+86-', '86']) + number),
  ],
  ['mobile', 'leading zero', phone((number) => `0${number}`)],
  [
    'mobile',
    'chat name',
    phone(
      (number, draw) => oneOf(draw, ['微信', 'wx', 'VX:', 'weixin_', '支付宝', 'tel:', '抖音号']) + number,
    ),
  ],
  [
    'landline',
    'area in brackets',
    fixed((area, local, draw) => (draw() < 0.5 ? `（${area}）${local}` : `(${area}) ${local}`)),
  ],
  [
    'landline',
    'extension',
    fixed(
      (area, local, draw) =>
        `${area}-${local}${oneOf(draw, ['转', '-', '转分机', ' ext '])}${between(draw, 100, 8999)}`,
    ),
  ],
  ['landline', 'country code', fixed((area, local) => `+86-${area.slice(1)}-${local}`)],
  [
    'landline',
    'no area code, labelled',
    (draw) => [
      labelledInText(
        draw,
        ['电话：', '联系电话', '联系电话：', '家庭电话', '电话:'],
        secrets.landline(draw)[1],
      ),
    ],
  ],
  [
    'landline',
    'local in two parts',
    fixed((area, local) => `${area}-${local.slice(0, 3)} ${local.slice(3)}`),
  ],
];
