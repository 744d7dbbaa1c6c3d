// What licence and penalty rows have in common: the party, the authority, the number, and how parties are misspelt.
import { type DemoAuthority, type DemoUnit, getDemoUnit } from './authorities.ts';
import { dateOf } from './calendar.ts';
import type { Decision } from './decisions.ts';
import { nameOn, type Organisation } from './organisation.ts';
import type { Random } from './random.ts';
import type { RowValues } from './row.ts';

/** The unit that hands a decision in, and the authority that made it. */
export function deciders(decision: Decision): { unit: DemoUnit; authority: DemoAuthority } {
  const unit = getDemoUnit(decision.unit);
  const body = 'body' in decision.words ? decision.words.body : undefined;
  const former = unit.authorities.find(({ until }) => until !== undefined && dateOf(decision.day) < until);
  const authority = former ?? unit.authorities[body ?? 0] ?? unit.authorities[0];
  if (!authority) throw new RangeError(`${unit.code} acts for no authority`);
  return { unit, authority };
}

/** The party as a clerk types it: now and then half-width brackets, a blank, or the other word for the legal form. */
function typed(random: Random, name: string): string {
  const slip = random.unit();
  if (slip > 0.03) return name;
  if (slip < 0.012) return name.replace('（', '(').replace('）', ')');
  if (slip < 0.02) return `${name.slice(0, 3)} ${name.slice(3)}`;
  return name.endsWith('有限责任公司')
    ? name.replace('有限责任公司', '有限公司')
    : name.replace('清和市', '');
}

/** Name, class, code and representative of the party, by the prefix of the item's field codes. */
export function partyValues(
  prefix: 'XK' | 'CF',
  random: Random,
  organisation: Organisation,
  day: number,
  code: string,
): RowValues {
  return {
    [`${prefix}_XDR_MC`]: typed(random, nameOn(organisation, day)),
    [`${prefix}_XDR_LB`]: organisation.kind === 'sole-trader' ? '个体工商户' : '法人及非法人组织',
    [`${prefix}_XDR_SHXYM`]: code,
    [`${prefix}_FRDB`]: organisation.representative,
  };
}
