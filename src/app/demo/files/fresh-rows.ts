// Rows about decisions of the last days that the city has not handed in yet, for the files to try.
import { toEpochDay } from '../../../kernel/civil-date.ts';
import { WorkingDays } from '../calendar.ts';
import type { City } from '../generate-city.ts';
import { licenceRow } from '../licence-row.ts';
import type { Organisation } from '../organisation.ts';
import { penaltyRow } from '../penalty-row.ts';
import { hashText, Random } from '../random.ts';
import type { RowValues } from '../row.ts';
import { type LicenceWords, licenceWords } from '../words/licences.ts';
import { type PenaltyWords, penaltyWords } from '../words/penalties.ts';

/** A row of a file to try, with the organisation it is about. */
export interface FreshRow {
  readonly organisation: Organisation;
  readonly values: RowValues;
}

function* standing(city: City, first: number): Generator<Organisation> {
  for (let index = first; index < city.options.organisations; index++) {
    const organisation = city.organisation(index);
    // Long registered, not renamed, not ended: nothing but the row itself can be wrong.
    const { ended, renamed, registered } = organisation;
    if (!ended && !renamed && registered < toEpochDay(city.options.from)) yield organisation;
  }
}

function fits(words: LicenceWords | PenaltyWords, unit: string, { trade }: Organisation): boolean {
  return words.unit === unit && words.tags.some((tag) => trade.tags.includes(tag));
}

function lastDays(city: City): number[] {
  const until = toEpochDay(city.options.until);
  const days = new WorkingDays(city.options.from, city.options.until);
  const place = days.placeOf(until);
  return [1, 2, 3, 4].map((back) => days.at(place - back) ?? until);
}

/** Document numbers of the files to try form series of their own: 清市监演罚〔2026〕1号. */
function inOwnSeries(values: RowValues, field: string, number: number): RowValues {
  const text = values[field] ?? '';
  return { ...values, [field]: text.replace(/(许字|罚)/, '演$1').replace(/\d+号$/, `${number}号`) };
}

/** `count` penalties of the market supervision bureau, from the `first` organisation on, numbered from `number`. */
export function freshPenalties(city: City, first: number, count: number, number: number): FreshRow[] {
  const unit = 'market-supervision';
  const days = lastDays(city);
  const rows: FreshRow[] = [];
  for (const organisation of standing(city, first)) {
    if (rows.length === count) break;
    const words = penaltyWords.find((candidate) => fits(candidate, unit, organisation));
    if (!words) continue;
    const place = number + rows.length;
    const random = new Random(city.options.seed, hashText('files'), organisation.index, place);
    const day = random.pick(days);
    const decision = { place, unit, day, handedIn: day, item: 'administrative-penalty', words } as const;
    const { values, expected } = penaltyRow(random, organisation, decision, place, () => undefined);
    const plain = { ...values, CF_XDR_MC: organisation.name };
    if (expected === 'accepted') rows.push({ organisation, values: inOwnSeries(plain, 'CF_WSH', place) });
  }
  return rows;
}

/** `count` licences of the approval bureau, likewise. */
export function freshLicences(city: City, first: number, count: number, number: number): FreshRow[] {
  const unit = 'approval';
  const days = lastDays(city);
  const rows: FreshRow[] = [];
  for (const organisation of standing(city, first)) {
    if (rows.length === count) break;
    const words = licenceWords.find(
      (candidate) => candidate.certificate && fits(candidate, unit, organisation),
    );
    if (!words) continue;
    const place = number + rows.length;
    const random = new Random(city.options.seed, hashText('files'), organisation.index, place);
    const day = random.pick(days);
    const decision = { place, unit, day, handedIn: day, item: 'administrative-licence', words } as const;
    const { values } = licenceRow(random, organisation, decision, place);
    const own = {
      ...values,
      XK_XDR_MC: organisation.name,
      XK_XKBH: `演${values['XK_XKBH'] ?? place}`,
      XK_ZT: '1',
    };
    rows.push({ organisation, values: inOwnSeries(own, 'XK_WSH', place) });
  }
  return rows;
}
