/** Kinds of decisions whose basis is missing, out of time or of the wrong authority, each with the rule that must refuse it. */
import { addDays, type CivilDate, fromEpochDay, toEpochDay } from '../../../src/kernel/civil-date.ts';
import { licence, penalty, UNITS, usccOf } from '../../../src/modules/intake/testing/city.ts';

export type Row = Record<string, string>;
export type Party = { readonly uscc: string; readonly name: string };
/** Items whose rows are generated: one adverse, one public while valid. */
export const ITEMS = ['administrative-penalty', 'administrative-licence'] as const;
export type Item = (typeof ITEMS)[number];

const board = (number: number, name: string) => ({ uscc: usccOf(`11371899MB000001${number}`), name });
/** Authorities with their registration for the market unit; the city's own are registered since 2019. */
export const BOARDS = {
  never: board(1, '清和市未登记试验局'),
  ended: board(2, '清和市已撤并试验局'),
  notBegun: board(3, '清和市待设立试验局'),
  takenOver: board(4, '清和市已划入试验局'),
} as const;

/** Stands in the number and in an open text of each row that must not be public. */
export const MARK = '无据试验';
/** Stands there in the sound ones. */
export const SOUND_MARK: Readonly<Record<Item, string>> = {
  'administrative-penalty': '有据试验罚',
  'administrative-licence': '有据试验许',
};

/** First day on which a basis of the item was in force: 发改办财金〔2018〕424号; 行政许可法 (2004). */
const FIRST_DAY: Readonly<Record<Item, CivilDate>> = {
  'administrative-penalty': '2018-07-25' as CivilDate,
  'administrative-licence': '2004-07-01' as CivilDate,
};

/** Field codes of an item by what they hold. */
const FIELDS = {
  'administrative-penalty': {
    number: 'CF_WSH',
    authority: 'CF_CFJG',
    code: 'CF_CFJGDM',
    day: 'CF_JDRQ',
    text: 'CF_YJ',
    mark: 'CF_WFXW',
  },
  'administrative-licence': {
    number: 'XK_WSH',
    authority: 'XK_XKJG',
    code: 'XK_XKJGDM',
    day: 'XK_JDRQ',
    text: 'XK_XKWS',
    mark: 'XK_NR',
  },
} as const;

type Field = keyof (typeof FIELDS)[Item];
/** What a row changes of a sound one, given the day and the generator. */
type Changes = (item: Item, today: CivilDate, random: () => number) => Partial<Record<Field, string>>;

/** A way of being without basis; every row of it must get this finding, at this field. */
export interface Kind {
  readonly name: string;
  readonly rule: string;
  readonly field: Field;
  readonly changes: Changes;
}

const by =
  ({ uscc, name }: Party): Changes =>
  () => ({ code: uscc, authority: name });
const notRegistered = (name: string, party: Party): Kind => ({
  name: `wrong authority: ${name}`,
  rule: 'authority.not-registered',
  field: 'code',
  changes: by(party),
});
const empty = (name: string, field: Field): Kind => ({
  name: `missing: ${name}`,
  rule: 'required',
  field,
  changes: () => ({ [field]: '' }),
});
const daysBefore = (day: CivilDate, days: number) => fromEpochDay(toEpochDay(day) - days);

/** All of them (charter C1; 山东省社会信用条例 art. 10 and 13). */
export const KINDS: readonly Kind[] = [
  notRegistered('registered for nobody', BOARDS.never),
  notRegistered('registered for another unit', UNITS.emergency),
  notRegistered('the registration ended', BOARDS.ended),
  notRegistered('the registration has not begun', BOARDS.notBegun),
  {
    name: 'not yet in force: years before the first basis',
    rule: 'basis.not-in-force',
    field: 'day',
    changes: (item, _today, random) => ({
      day: daysBefore(FIRST_DAY[item], 2 + Math.floor(random() * 5_000)),
    }),
  },
  {
    name: 'not yet in force: the day before the first basis',
    rule: 'basis.not-in-force',
    field: 'day',
    changes: (item) => ({ day: daysBefore(FIRST_DAY[item], 1) }),
  },
  {
    name: 'not yet in force: a decision of a day to come',
    rule: 'date.future',
    field: 'day',
    changes: (_item, today, random) => ({ day: addDays(today, 1 + Math.floor(random() * 300)) }),
  },
  empty('the articles it rests on, or the name of the instrument of decision', 'text'),
  empty('the number of the decision', 'number'),
  empty('the name of the authority', 'authority'),
  empty('the code of the authority', 'code'),
  empty('the day of the decision', 'day'),
];

const made = (
  item: Item,
  party: Party,
  number: number,
  mark: string,
  changes: Partial<Record<Field, string>>,
) => {
  const fields = FIELDS[item];
  const row = item === 'administrative-penalty' ? penalty(party, number) : licence(party, number);
  row[fields.mark] = mark;
  row[fields.number] = `${mark}〔2026〕${number}号`;
  for (const [field, value] of Object.entries(changes)) row[fields[field as Field]] = value;
  if (item === 'administrative-licence' && changes.day) row['XK_YXQZI'] = '2099/12/31';
  // Never valid before it was decided: only its basis is wrong.
  if (item === 'administrative-licence' && changes.day) row['XK_YXQZ'] = changes.day;
  return row;
};

/** The field of an item that a kind's finding must name. */
export const fieldOf = (item: Item, { field }: Kind): string => FIELDS[item][field];

/** A row without basis. */
export function rowWithout(
  kind: Kind,
  item: Item,
  party: Party,
  number: number,
  today: CivilDate,
  random: () => number,
): Row {
  return made(item, party, number, MARK, kind.changes(item, today, random));
}

/**
 * A sound row: as usual, of the very first day with a basis, or of an authority that the unit took over after the decision
 * (who hands in is judged on the day of handing in, so that an heir can report what its predecessor decided).
 */
export function soundRow(item: Item, party: Party, number: number): Row {
  const way = number % 5;
  if (way === 0)
    return made(
      item,
      party,
      number,
      SOUND_MARK[item],
      by(BOARDS.takenOver)(item, '' as CivilDate, Math.random),
    );
  if (way === 1 && item === 'administrative-licence')
    return made(item, party, number, SOUND_MARK[item], { day: FIRST_DAY[item] });
  return made(item, party, number, SOUND_MARK[item], {});
}
