// One organisation of the demo city, made from its number and the seed alone.
import { toEpochDay } from '../../kernel/civil-date.ts';
import { organisationCode } from './codes.ts';
import { earlierBrand, nameOf, type OrganisationName } from './names.ts';
import { hashText, Random } from './random.ts';
import { slotOf } from './schedule.ts';
import { batchesWithin, type Supply } from './supply.ts';
import { givenNames, surnames } from './words/people.ts';
import { roads, towns } from './words/places.ts';
import type { OrganisationKind, Trade } from './words/trades.ts';

/** What happened to an organisation on a day: a new name, or the end of its registration. */
export interface Change {
  readonly day: number;
  readonly handedIn: number;
}

/** An organisation. Days are day numbers since 1970-01-01. */
export interface Organisation {
  readonly index: number;
  readonly kind: OrganisationKind;
  readonly trade: Trade;
  readonly code: string;
  /** The name from the beginning, or since `renamed`. */
  readonly name: string;
  readonly formerName?: string;
  /** Absent when the name was changed before the period began. */
  readonly renamed?: Change;
  readonly registered: number;
  /** The day its registration is handed in. */
  readonly registrationHandedIn: number;
  readonly ended?: Change & { readonly status: '注销' | '吊销' };
  readonly capital: string;
  readonly address: string;
  readonly town: number;
  readonly representative: string;
}

/** What organisations are made within: the period, and the files of each registering unit. */
export interface Period {
  readonly seed: number;
  readonly from: number;
  readonly until: number;
  /** The day on which the registers of the time before are handed in. */
  readonly opening: number;
  readonly registrars: ReadonlyMap<string, Supply>;
}

const REGISTRARS: Readonly<Record<OrganisationKind, string>> = {
  company: 'approval',
  proprietor: 'approval',
  'sole-trader': 'market-supervision',
  cooperative: 'market-supervision',
  'non-enterprise': 'civil-affairs',
  association: 'civil-affairs',
  institution: 'establishment',
  'law-firm': 'justice',
  village: 'civil-affairs',
  neighbourhood: 'civil-affairs',
};

/** Codes of the units that keep a register. */
export const registrarUnits: readonly string[] = [...new Set(Object.values(REGISTRARS))];

/** The unit that registers organisations of this kind (code without `qh-`). */
export function registrarOf(kind: OrganisationKind): string {
  return REGISTRARS[kind];
}

const FIRST_DAY = toEpochDay('1993-01-04');
const CODE_REFORM = toEpochDay('2015-10-01');
const LASTING: readonly OrganisationKind[] = ['institution', 'village', 'neighbourhood', 'law-firm'];
const CAPITALS: Partial<Record<OrganisationKind, readonly number[]>> = {
  company: [10, 50, 100, 100, 200, 200, 300, 500, 500, 600, 800, 1000, 1000, 2000, 3000, 5000],
  proprietor: [5, 10, 20, 30, 50],
  'sole-trader': [1, 2, 3, 5, 5, 8, 10, 20],
  cooperative: [50, 100, 200, 300, 500],
  'non-enterprise': [3, 5, 10, 30],
  association: [3, 5],
  institution: [20, 100, 500],
  'law-firm': [10, 30],
};

function pickBatch(
  random: Random,
  supply: Supply | undefined,
  after: number,
  before: number,
): Change | undefined {
  if (!supply) return undefined;
  const [first, end] = batchesWithin(supply, after, before);
  const batch = end > first ? supply.batches[random.between(first, end - 1)] : undefined;
  return batch && { day: random.pick(batch.days), handedIn: batch.handedIn };
}

function weekdayOn(day: number): number {
  // 1970-01-01 was a Thursday; registers were not kept at weekends.
  const place = (day + 3) % 7;
  return place >= 5 ? day - (place - 4) : day;
}

/** Makes organisation `index`; the same for every size of the city. */
export function makeOrganisation(period: Period, index: number): Organisation {
  const { seed, from, until } = period;
  const random = new Random(seed, hashText('organisation'), index);
  const { slot, ordinal } = slotOf(seed, index);
  const { kind, trade } = slot;
  const supply = period.registrars.get(registrarOf(kind));
  const before = weekdayOn(from - 30 - Math.floor((from - 30 - FIRST_DAY) * random.unit() ** 2));
  const recent = random.chance(LASTING.includes(kind) ? 0.03 : 0.3)
    ? pickBatch(random, supply, from, until - 60)
    : undefined;
  const registered = recent?.day ?? before;
  const named = nameOf(seed, slot, ordinal);
  const name =
    kind === 'company' ? withLegalForm(random, named.name) : withOldCharacters(random, kind, named);
  const change = random.unit();
  const ended = LASTING.includes(kind) ? undefined : endOf(period, random, supply, recent?.handedIn ?? from);
  const renamedIn =
    kind === 'company' && change < 0.02
      ? pickBatch(random, supply, recent?.handedIn ?? from, Math.min(until, ended?.day ?? until))
      : undefined;
  const isRenamed = renamedIn !== undefined || (kind === 'company' && change < 0.05 && recent === undefined);
  const brand = earlierBrand(random.next());
  const capital = CAPITALS[kind];
  const road = random.pick(roads);
  return {
    index,
    kind,
    trade,
    code: organisationCode(seed, index, kind, registered >= CODE_REFORM),
    name,
    ...(isRenamed && { formerName: name.replace(named.brand, brand) }),
    ...(renamedIn && { renamed: renamedIn }),
    registered,
    registrationHandedIn: recent?.handedIn ?? period.opening,
    ...(ended && { ended }),
    capital: capital ? `${random.pick(capital)}万元` : '',
    address: `山东省清和市${towns[named.town]?.zh}${road}${random.between(1, 299)}号`,
    town: named.town,
    representative:
      named.owner !== undefined && named.owner.length > 1
        ? named.owner
        : `${named.owner ?? random.pick(surnames)}${random.pick(givenNames)}`,
  };
}

function endOf(
  period: Period,
  random: Random,
  supply: Supply | undefined,
  after: number,
): Organisation['ended'] {
  const fate = random.unit();
  const change = fate < 0.09 ? pickBatch(random, supply, after + 30, period.until) : undefined;
  return change && { ...change, status: fate < 0.07 ? '注销' : '吊销' };
}

/** 有限责任公司 and 有限公司 are one form (公司法(2023) art. 7); registers hold both words, and joint-stock companies. */
function withLegalForm(random: Random, name: string): string {
  const draw = random.unit();
  if (draw < 0.1) return name.replace(/有限公司$/, '有限责任公司');
  return draw < 0.115 ? name.replace(/有限公司$/, '股份有限公司') : name;
}

const OLD_CHARACTERS: Readonly<Record<string, string>> = {
  丰: '豐',
  兴: '興',
  国: '國',
  万: '萬',
  龙: '龍',
  华: '華',
};

/** A few old shops registered with traditional characters, which no normalising turns into simplified ones. */
function withOldCharacters(
  random: Random,
  kind: OrganisationKind,
  { name, brand }: OrganisationName,
): string {
  if (kind !== 'sole-trader' || !random.chance(0.02)) return name;
  return name.replace(
    brand,
    brand.replace(/./gu, (char) => OLD_CHARACTERS[char] ?? char),
  );
}

/** The name by which others know an organisation on a day: the old one until the register shows the new. */
export function nameOn(organisation: Organisation, day: number): string {
  const { renamed, formerName, name } = organisation;
  return renamed !== undefined && formerName !== undefined && day < renamed.handedIn ? formerName : name;
}
