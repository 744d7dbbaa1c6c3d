/** Identity numbers, telephones and cards in the disguises that any number takes. */
import { DISGUISES } from './disguises.ts';
import { between, type Draw, oneOf } from './draw.ts';
import * as secrets from './secrets.ts';
import { LABELS, neighbours, sentenceAround } from './texts.ts';
import { type Form, inText, labelledInText, type Writer } from './writing.ts';

/** Nobody writes a number of two groups so, without any label. */
const NOT_OF_LANDLINES = new Set(['commas', 'slashes and underscores', 'letters read for digits']);

/** `number` cut at the ends of its usual groups. */
function grouped(number: string, lengths: readonly number[]): string[] {
  const ends = lengths.map((_, index) => lengths.slice(0, index + 1).reduce((sum, one) => sum + one));
  return [0, ...ends].map((from, index) => number.slice(from, ends[index])).filter((group) => group !== '');
}

const NUMBERS: Record<string, { labels: readonly string[]; draw: (draw: Draw) => string[] }> = {
  'identity number, 18': {
    labels: LABELS.identity,
    draw: (draw) =>
      grouped(
        secrets.identity18(draw),
        oneOf(draw, [
          [6, 8, 4],
          [6, 4, 4, 4],
          [3, 3, 4, 4, 4],
        ]),
      ),
  },
  'identity number, 15': {
    labels: LABELS.identity,
    draw: (draw) =>
      grouped(
        secrets.identity15(draw),
        oneOf(draw, [
          [6, 6, 3],
          [3, 3, 3, 3, 3],
        ]),
      ),
  },
  mobile: {
    labels: LABELS.phone,
    draw: (draw) =>
      grouped(
        secrets.mobile(draw),
        oneOf(draw, [
          [3, 4, 4],
          [4, 4, 3],
          [3, 3, 5],
        ]),
      ),
  },
  landline: { labels: LABELS.phone, draw: secrets.landline },
  'bank card': {
    labels: LABELS.card,
    draw: (draw) => grouped(secrets.card(draw), oneOf(draw, [[4, 4, 4, 4], [6]])),
  },
};

/** Every kind of number in every disguise that any number takes. */
export const NUMBER_FORMS: readonly Form[] = numberForms();

function numberForms(): Form[] {
  return Object.entries(NUMBERS).flatMap(([kind, { labels, draw: make }]) => {
    const disguised = Object.entries(DISGUISES)
      .filter(([form]) => kind !== 'landline' || !NOT_OF_LANDLINES.has(form))
      .map(
        ([form, disguise]): Form => [
          kind,
          form,
          (draw) => [inText(draw, labels, disguise(make(draw), draw))],
        ],
      );
    const hyphen = kind === 'landline' ? '-' : '';
    const others: [string, Writer][] = [
      ['labelled', (draw) => [labelledInText(draw, labels, make(draw).join(hyphen))]],
      [
        'hard against other characters',
        (draw) => {
          const [before, after] = neighbours(draw);
          return [sentenceAround(draw, before + make(draw).join(hyphen) + after)];
        },
      ],
      [
        'two in a row',
        (draw) => {
          const mark = oneOf(draw, ['/', '、', ' ', ',', '，', ';', '或', '\n']);
          return [inText(draw, labels, make(draw).join(hyphen) + mark + make(draw).join(hyphen))];
        },
      ],
      [
        'split over cells',
        (draw) => {
          const number = make(draw).join('');
          const cut = between(draw, 3, number.length - 3);
          return [
            oneOf(draw, labels) + number.slice(0, cut),
            number.slice(cut) + oneOf(draw, ['', '，', '。情况属实']),
          ];
        },
      ],
      ['label in one cell, number in the next', (draw) => [oneOf(draw, labels), make(draw).join(hyphen)]],
    ];
    return [...disguised, ...others.map(([form, write]): Form => [kind, form, write])];
  });
}
