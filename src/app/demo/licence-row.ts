// The row of one licence.
import { addYears } from '../../kernel/civil-date.ts';
import { dateOf, slashed } from './calendar.ts';
import { deciders, partyValues } from './decision-rows.ts';
import type { Decision } from './decisions.ts';
import type { Organisation } from './organisation.ts';
import type { Random } from './random.ts';
import { type DemoRow, LONG_TERM } from './row.ts';
import { fillIn } from './wording.ts';
import { cityAreaCode } from './words/places.ts';

/** Share of licences that were revoked, cancelled or given up before their end. */
const NOT_IN_EFFECT = 0.04;

/** Puts a licence into words; `number` is its place in the authority's series of the year. */
export function licenceRow(
  random: Random,
  organisation: Organisation,
  decision: Decision & { readonly item: 'administrative-licence' },
  number: number,
): DemoRow {
  const { words, day, item, handedIn } = decision;
  const { unit, authority } = deciders(decision);
  const date = slashed(day);
  const year = date.slice(0, 4);
  const certificate = words.number
    .replace('{code}', organisation.code)
    .replace('{a}', cityAreaCode)
    .replace('{yy}', year.slice(2))
    .replace('{y}', year)
    .replace('{n}', String(number).padStart(5, '0'));
  const values = {
    ...partyValues('XK', random, organisation, day, organisation.code),
    XK_XKWS: words.certificate === undefined ? words.title : `准予行政许可决定书（${words.title}）`,
    XK_WSH: `清${authority.mark}许字〔${year}〕第${number}号`,
    XK_XKLB: words.kind,
    ...(words.certificate !== undefined && { XK_XKZS: words.certificate, XK_XKBH: certificate }),
    XK_NR: fillIn(words.content, random, { name: organisation.name, address: organisation.address }),
    XK_JDRQ: date,
    XK_YXQZ: date,
    XK_YXQZI: words.years === 0 ? LONG_TERM : addYears(dateOf(day), words.years).replaceAll('-', '/'),
    XK_XKJG: authority.name,
    XK_XKJGDM: authority.uscc,
    XK_ZT: random.chance(NOT_IN_EFFECT) ? '2' : '1',
    XK_LYDW: unit.name.zh,
    XK_LYDWDM: unit.uscc,
  };
  return { item, unit: unit.code, handedIn, organisation: organisation.index, expected: 'accepted', values };
}
