/** Feeds decisions without a sufficient basis through intake: none becomes public, and every refusal names its rule (charter C1, C3, C7). */
import { loadavg } from 'node:os';
import { openBenchWorld } from '../../../bench/world.ts';
import { seededRandom } from '../../../src/kernel/seeded-random.ts';
import { sql } from '../../../src/platform/db/index.ts';
import type { Platform } from '../../../src/platform/index.ts';
import { buildBasisCity } from './city.ts';
import { type EndFigures, endInstruments } from './ends.ts';
import { type Fed, feed, soundFile } from './feed.ts';
import { type Refused, refuseItems } from './items.ts';
import { ITEMS, type Item, MARK } from './rows.ts';
import { countShown, type Shown } from './surfaces.ts';

/** How much is fed: files of mixed rows, and files that must be refused whole. */
export interface BasisPlan {
  readonly files: number;
  readonly rows: number;
  readonly doorRows: number;
  readonly firms: number;
  readonly seed: number;
}

export const FULL_PLAN: BasisPlan = { files: 24, rows: 5_004, doorRows: 1_500, firms: 400, seed: 41 };

/** What came out; `faults` says what is not as it must be, and is empty. */
export interface BasisFigures {
  /** Rows without basis that were handed in: judged one by one, and in files refused at the door. */
  readonly without: { readonly judged: number; readonly atDoor: number; readonly persons: number };
  readonly fed: Fed;
  readonly items: Readonly<Record<string, Refused>>;
  readonly shown: Shown;
  /** Records of any kind, public or not, that were kept of rows without basis. */
  readonly kept: number;
  readonly ends: EndFigures;
  readonly faults: readonly string[];
  readonly seconds: number;
  readonly load: readonly number[];
}

function faultsOf(figures: Omit<BasisFigures, 'faults' | 'seconds' | 'load'>): string[] {
  const { fed, items, shown, kept, ends } = figures;
  const faults = fed.differences.slice(0, 10);
  const must = (holds: boolean, what: string) => void (holds || faults.push(what));
  for (const [name, { given, refused }] of Object.entries(fed.byKind))
    must(given > 0 && given === refused, `${name}: ${refused} of ${given} refused by its rule`);
  for (const item of ITEMS) {
    const { given, accepted } = fed.sound[item];
    must(
      given > 0 && accepted === given && shown.records[item] === given,
      `${item}: sound rows are not public`,
    );
  }
  for (const [what, { named, problem, rule }] of Object.entries(items)) {
    must(named, `${what}: ${rule} is not named`);
    must(problem === 'unknown-item', `${what}: ${problem} at the door`);
  }
  must(kept === 0, `${kept} records kept of rows without basis`);
  must(shown.ofFirmsWithout === 0 && shown.marksInViews === 0, 'something without basis is public');
  const { licences, overtaken, atDoor, penalties, persons, looked } = ends;
  must(licences.before > 0 && licences.after === 0, 'licences did not leave the public with their basis');
  must(overtaken.public === 0 && overtaken.kept === 0, 'a file overtaken by the end was stored');
  must(atDoor.problem === 'unknown-item', `after the end: ${atDoor.problem} at the door`);
  must(penalties.after === penalties.before, 'penalties were not carried on by the successor');
  must(penalties.further === atDoor.rows, 'further penalties were not taken under the successor');
  must(persons.public === 0 && persons.taken === 0, 'rows about persons are taken without their basis');
  must(looked.before.withoutBasis + looked.after.withoutBasis === 0, 'a page shows what is without basis');
  return [...faults, ...pageFaults(looked)];
}

/** Sound records stand on pages before the end; afterwards licences on none, and penalties where they stood. */
function pageFaults({ before, after }: EndFigures['looked']): string[] {
  const [licences, penalties] = ['administrative-licence', 'administrative-penalty'] as const;
  return [
    ...(before.sound[licences].length < 6 ? ['licences stand on too few pages before the end'] : []),
    ...after.sound[licences].map((url) => `licences stand on ${url} after the end`),
    ...(before.sound[penalties].length < 3 ? ['penalties stand on too few pages'] : []),
    ...before.sound[penalties]
      .filter((url) => !after.sound[penalties].includes(url))
      .map((url) => `penalties left ${url}`),
  ];
}

/** Proves it on a platform that is there and empty. */
export async function proveBasis(
  platform: Platform,
  plan: BasisPlan,
  say: (line: string) => void,
): Promise<BasisFigures> {
  const begun = performance.now();
  const city = await buildBasisCity(platform, plan.firms);
  const fed = await feed(platform, city, plan, seededRandom(plan.seed), say);
  const unused = plan.files * plan.rows;
  const item = (n: number): Item => (n % 2 === 0 ? 'administrative-penalty' : 'administrative-licence');
  const door = (n: number) => soundFile(city, item(n), plan.doorRows, unused + n * plan.doorRows);
  const items = await refuseItems(platform, door, plan.doorRows);
  const shown = await countShown(platform, city);
  const { kept } = await platform.db.migrator.one<{ kept: number }>(sql`
    select count(*)::int as kept from records.record where position(${MARK} in open_fields::text || decision_no) > 0
      or position('without-basis' in item) > 0`);
  say('instruments end');
  const ends = await endInstruments(platform, city, plan.doorRows, unused * 2);
  const judged = Object.values(fed.byKind).reduce((sum, { given }) => sum + given, 0);
  const atDoor = Object.keys(items).length * plan.doorRows + ends.atDoor.rows;
  const figures = {
    without: { judged, atDoor, persons: ends.persons.rows },
    fed: { ...fed, differences: fed.differences.slice(0, 10) },
    items,
    shown,
    kept,
    ends,
  };
  return {
    ...figures,
    faults: faultsOf(figures),
    seconds: Math.round((performance.now() - begun) / 1000),
    load: loadavg().map((one) => Number(one.toFixed(1))),
  };
}

/** The proof in a world of its own. */
export async function proveBasisApart(plan: BasisPlan, say: (line: string) => void): Promise<BasisFigures> {
  const world = await openBenchWorld();
  try {
    return await proveBasis(world.platform, plan, say);
  } finally {
    await world.close();
  }
}
