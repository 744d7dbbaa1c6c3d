/** E-mail addresses and homes, as they are written out, hidden and split. */
import { DISGUISES, type Disguise } from './disguises.ts';
import { between, type Draw, oneOf } from './draw.ts';
import * as secrets from './secrets.ts';
import { LABELS, sentenceAround } from './texts.ts';
import { type Form, inText, labelledInText, type Writer } from './writing.ts';

const mail =
  (write: (name: string, host: string, draw: Draw) => string): Writer =>
  (draw) => {
    const [name, host] = secrets.mail(draw);
    return [inText(draw, LABELS.mail, write(name, host, draw))];
  };
const room =
  (write: (where: string, building: string, entrance: string, room: string, draw: Draw) => string): Writer =>
  (draw) => {
    const home = secrets.flat(draw);
    return [labelledInText(draw, LABELS.home, write(...home, draw))];
  };
const full = (building: string, entrance: string, number: string) =>
  `${building}号楼${entrance}单元${number}室`;
const numeral = DISGUISES['Chinese numerals'] as Disguise;
const wide = DISGUISES['full width'] as Disguise;

/** Forms of e-mail addresses and homes. */
export const MAIL_AND_HOME_FORMS: readonly Form[] = [
  ['e-mail', 'plain', mail((name, host) => `${name}@${host}`)],
  ['e-mail', 'upper case', mail((name, host) => `${name}@${host}`.toUpperCase())],
  ['e-mail', 'full width', mail((name, host, draw) => wide([`${name}@${host}`], draw))],
  ['e-mail', 'full-width sign', mail((name, host, draw) => `${name}${oneOf(draw, ['＠', '﹫'])}${host}`)],
  [
    'e-mail',
    'spaces round the sign',
    mail((name, host, draw) => `${name}${oneOf(draw, [' @ ', '@ ', ' @'])}${host}`),
  ],
  [
    'e-mail',
    'at in words',
    mail(
      (name, host, draw) =>
        `${name}${oneOf(draw, ['(at)', '[at]', ' at ', '（at）', '艾特', '#at#', ' AT '])}${host}`,
    ),
  ],
  ['e-mail', 'hash for the sign', mail((name, host) => `${name}#${host}`)],
  [
    'e-mail',
    'dot in words or Chinese stop',
    mail(
      (name, host, draw) =>
        `${name}@${host.replaceAll('.', oneOf(draw, ['。', '．', '(dot)', ' dot ', '点', ' . ']))}`,
    ),
  ],
  [
    'e-mail',
    'line break',
    mail((name, host, draw) => (draw() < 0.5 ? `${name}\n@${host}` : `${name}@\r\n${host}`)),
  ],
  [
    'e-mail',
    'link',
    mail((name, host, draw) => (draw() < 0.5 ? `mailto:${name}@${host}` : `<${name}@${host}>`)),
  ],
  [
    'e-mail',
    'split over cells',
    (draw) => {
      const [name, host] = secrets.mail(draw);
      return draw() < 0.5 ? [`邮箱${name}`, `@${host}，已核实`] : [`邮箱${name}@`, `${host}，已核实`];
    },
  ],
  ['home address', 'labelled flat', room((where, b, e, r) => where + full(b, e, r))],
  [
    'home address',
    'flat in a sentence without label',
    (draw) => {
      const [where, b, e, r] = secrets.flat(draw);
      return [sentenceAround(draw, `在${where}${full(b, e, r)}家中`)];
    },
  ],
  [
    'home address',
    'flat alone',
    (draw) => {
      const [where, b, e, r] = secrets.flat(draw);
      return [where + full(b, e, r)];
    },
  ],
  [
    'home address',
    'after sex and people',
    (draw) => {
      const [where, b, e, r] = secrets.flat(draw);
      return [
        `${oneOf(draw, ['张某', '李秀英', '陈伟'])}，${oneOf(draw, ['男', '女'])}，汉族，${between(draw, 1950, 2002)}年出生，${oneOf(draw, ['住', '现住', '户籍地', '住址'])}${where}${full(b, e, r)}，个体经营。`,
      ];
    },
  ],
  [
    'home address',
    'short building and room',
    room(
      (where, b, e, r, draw) =>
        where +
        oneOf(draw, [
          `${b}-${e}-${r}`,
          `${b}#${e}-${r}`,
          `${b}栋${r}`,
          `${b}幢${e}单元${r}`,
          `${b}号楼${r}户`,
        ]),
    ),
  ],
  ['home address', 'full width', room((where, b, e, r, draw) => where + wide([full(b, e, r)], draw))],
  ['home address', 'spaced', room((where, b, e, r) => `${where} ${b} 号楼 ${e} 单元 ${r} 室`)],
  [
    'home address',
    'Chinese numerals',
    room(
      (where, b, e, r, draw) => `${where}${full(numeral([b], draw), numeral([e], draw), numeral([r], draw))}`,
    ),
  ],
  ['home address', 'line break', room((where, b, e, r) => `${where}\n${full(b, e, r)}`)],
  ['home address', 'brackets', room((where, b, e, r) => `（${where}${full(b, e, r)}）`)],
  [
    'home address',
    'split over cells',
    (draw) => {
      const [where, b, e, r] = secrets.flat(draw);
      return [`当事人${oneOf(draw, LABELS.home)}${where}`, `${full(b, e, r)}，情况属实`];
    },
  ],
  [
    'home address',
    'labelled house in a village',
    (draw) => [labelledInText(draw, LABELS.home, secrets.cottage(draw))],
  ],
  [
    'home address',
    'house in a village, in a sentence',
    (draw) => [sentenceAround(draw, `，${oneOf(draw, ['男', '女'])}，住${secrets.cottage(draw)}`)],
  ],
];
