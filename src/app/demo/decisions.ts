// Which decisions an organisation met with, and when: drawn before their wording, so that numbers can be counted first.
import { toEpochDay } from '../../kernel/civil-date.ts';
import type { Organisation } from './organisation.ts';
import { draw, hashText, Random, type Weighted, weigh } from './random.ts';
import { batchesWithin, type DemoItem, type Supply } from './supply.ts';
import { type LicenceWords, licenceWords } from './words/licences.ts';
import { type PenaltyWords, penaltyWords, revocationWords } from './words/penalties.ts';
import type { Trade } from './words/trades.ts';

/** A licence or a penalty of one organisation, without its wording. `place` counts the organisation's decisions. */
export type Decision = {
  readonly place: number;
  readonly unit: string;
  readonly day: number;
  readonly handedIn: number;
} & (
  | { readonly item: 'administrative-licence'; readonly words: LicenceWords }
  | { readonly item: 'administrative-penalty'; readonly words: PenaltyWords }
);

interface Choices {
  readonly licences: Weighted<LicenceWords> | undefined;
  readonly penalties: Weighted<PenaltyWords> | undefined;
}

function fitting<T extends { tags: readonly string[]; weight: number }>(
  { tags: own }: Trade,
  words: readonly T[],
): Weighted<T> | undefined {
  const anybody = own.includes('public') ? 'nobody' : '*';
  const fits = words.filter(({ tags }) => tags.some((tag) => tag === anybody || own.includes(tag)));
  // What fits every business would otherwise crowd out what is proper to the trade.
  return fits.length === 0
    ? undefined
    : weigh(fits, ({ weight, tags }) => (tags.includes('*') ? weight / 4 : weight));
}

const choices = new Map<Trade, Choices>();

function choicesOf(trade: Trade): Choices {
  const known = choices.get(trade);
  if (known) return known;
  const made = { licences: fitting(trade, licenceWords), penalties: fitting(trade, penaltyWords) };
  choices.set(trade, made);
  return made;
}

/**
 * How many decisions: log-normal with the given mean. With sigma 1.1 the busiest hundredth of organisations holds
 * Φ(1.1 − 2.33) = 11 % of them; with the one registration each, about 10 % of all records.
 */
const SIGMA = 1.1;
const MOST = 600;

function howMany(random: Random, mean: number): number {
  const value = mean * Math.exp(SIGMA * random.normal() - (SIGMA * SIGMA) / 2);
  const whole = Math.floor(value);
  return Math.min(MOST, whole + (random.chance(value - whole) ? 1 : 0));
}

const LAW_ABIDING: readonly string[] = ['institution', 'village', 'neighbourhood', 'association'];

/** Supplies by `unit item`, and what bounds a decision. */
export interface DecisionFrame {
  readonly seed: number;
  readonly until: number;
  readonly mean: number;
  readonly supplies: ReadonlyMap<string, Supply>;
}

/** The key of `DecisionFrame.supplies`. */
export function supplyKey(unit: string, item: string): string {
  return `${unit} ${item}`;
}

/** The decisions about one organisation, in no order; the same for every size of the city. */
export function* decisionsOf(frame: DecisionFrame, organisation: Organisation): Generator<Decision> {
  const random = new Random(frame.seed, hashText('decisions'), organisation.index);
  const count = howMany(random, frame.mean);
  const abiding = LAW_ABIDING.includes(organisation.kind) ? 0.1 : 1;
  const share = Math.min(0.5, 0.15 * abiding * Math.exp(0.8 * random.normal() - 0.32));
  const { licences, penalties } = choicesOf(organisation.trade);
  for (let place = 0; place < count; place++) {
    const adverse = random.chance(share);
    const from = adverse ? penalties : licences;
    if (!from) continue;
    const words = draw<LicenceWords | PenaltyWords>(random, from);
    const item = adverse ? 'administrative-penalty' : 'administrative-licence';
    const when = occasion(random, frame, organisation, item, words);
    if (when) yield { place, unit: words.unit, ...when, item, words } as Decision;
  }
  if (organisation.ended?.status !== '吊销') return;
  const item = 'administrative-penalty';
  const when = occasion(random, frame, organisation, item, revocationWords);
  if (when) yield { place: count, unit: revocationWords.unit, ...when, item, words: revocationWords };
}

function occasion(
  random: Random,
  frame: DecisionFrame,
  organisation: Organisation,
  item: DemoItem,
  words: LicenceWords | PenaltyWords,
): { day: number; handedIn: number } | undefined {
  const supply = frame.supplies.get(supplyKey(words.unit, item));
  if (!supply) return undefined;
  const lawEnds = 'until' in words && words.until !== undefined ? toEpochDay(words.until) : frame.until + 1;
  const before = Math.min(organisation.ended?.day ?? frame.until + 1, lawEnds);
  const [first, end] = batchesWithin(supply, organisation.registrationHandedIn, before);
  if (end <= first) return undefined;
  // A licence of business is revoked just before the register shows it.
  const place = words === revocationWords ? end - 1 : random.between(first, end - 1);
  const batch = supply.batches[place];
  if (!batch) return undefined;
  const day = random.pick(batch.days);
  const next = random.chance(supply.slips) ? supply.batches[place + 1] : undefined;
  return { day, handedIn: (next ?? batch).handedIn };
}
