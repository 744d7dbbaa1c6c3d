// The demo city from a seed: organisations and rows as iterators that need no memory of what they gave before.
import { addMonths, type CivilDate, toEpochDay } from '../../kernel/civil-date.ts';
import { type DemoUnit, demoUnits } from './authorities.ts';
import { WorkingDays } from './calendar.ts';
import { deciders } from './decision-rows.ts';
import { type DecisionFrame, decisionsOf, supplyKey } from './decisions.ts';
import { licenceRow } from './licence-row.ts';
import { Numbering } from './numbering.ts';
import { makeOrganisation, type Organisation, type Period, registrarUnits } from './organisation.ts';
import { penaltyRow } from './penalty-row.ts';
import { hashText, Random } from './random.ts';
import { registrationRows } from './registration-rows.ts';
import type { DemoRow } from './row.ts';
import { suppliedItems } from './supplied-items.ts';
import { type Supply, supplyOf } from './supply.ts';

/** What the city is made from; the same options give the same bytes. */
export interface CityOptions {
  readonly seed: number;
  readonly organisations: number;
  /** First day of the records; defaults to three years before `until`. */
  readonly from?: CivilDate;
  /** Last day on which anything was handed in. */
  readonly until: CivilDate;
  /** Mean number of records (one registration included); 12.2 million on 1.5 million subjects are 8.13. */
  readonly recordsPerOrganisation?: number;
}

/** A generated city. Every iterator may be run any number of times. */
export interface City {
  readonly options: Required<CityOptions>;
  readonly units: readonly DemoUnit[];
  /** Who hands in what and when. */
  readonly supplies: readonly Supply[];
  /** Organisation `index`, whatever the size of the city. */
  organisation(index: number): Organisation;
  organisations(): Generator<Organisation>;
  /** All rows, organisation by organisation, registrations first. */
  rows(): Generator<DemoRow>;
  /** The same organisations with their rows; those that `wanted` turns away get none, but keep their numbers. */
  rowsByOrganisation(wanted?: (index: number) => boolean): Generator<OrganisationRows>;
}

/** An organisation and all its rows in the order of their making. */
export interface OrganisationRows {
  readonly organisation: Organisation;
  /** How many decisions it has, whether or not rows were wanted. */
  readonly decisions: number;
  readonly rows: readonly DemoRow[];
}

/** The size of the demo that a first start loads. */
export const DEMO_SIZE = 2000;
const MEAN_RECORDS = 8.13;
/** Registration rows of an organisation on average (changes of name and ends included). */
const MEAN_REGISTRATIONS = 1.1;

/** Prepares a city; nothing is generated before an iterator is asked. Throws RangeError for an empty period. */
export function generateCity(options: CityOptions): City {
  const full = {
    recordsPerOrganisation: MEAN_RECORDS,
    from: addMonths(options.until, -36),
    ...options,
  };
  const [from, until] = [toEpochDay(full.from), toEpochDay(full.until)];
  if (until - from < 180) throw new RangeError('the demo city needs a period of at least half a year');
  const days = new WorkingDays(full.from, full.until);
  const supplies = suppliedItems().map(({ unit, item }) => supplyOf(days, unit, item, from, until));
  const byKey = new Map(supplies.map((supply) => [supplyKey(supply.unit, supply.item), supply]));
  const registrars = new Map(
    registrarUnits.flatMap((unit) => {
      const supply = byKey.get(supplyKey(unit, 'organisation-registration'));
      return supply ? [[unit, supply] as const] : [];
    }),
  );
  const period: Period = { seed: full.seed, from, until, opening: days.at(0) ?? from, registrars };
  const frame: DecisionFrame = {
    seed: full.seed,
    until,
    mean: Math.max(0, full.recordsPerOrganisation - MEAN_REGISTRATIONS),
    supplies: byKey,
  };
  const city: City = {
    options: full,
    units: demoUnits,
    supplies,
    organisation: (index) => makeOrganisation(period, index),
    *organisations() {
      for (let index = 0; index < full.organisations; index++) yield makeOrganisation(period, index);
    },
    *rows() {
      for (const { rows } of rowsOf(city, frame, () => true)) yield* rows;
    },
    rowsByOrganisation: (wanted = () => true) => rowsOf(city, frame, wanted),
  };
  return city;
}

/** Numbers of decisions follow their days over the whole city, so they are counted before a row is written. */
function countDecisions(city: City, frame: DecisionFrame): Numbering {
  const numbering = new Numbering();
  for (const organisation of city.organisations()) {
    for (const decision of decisionsOf(frame, organisation)) {
      numbering.count(deciders(decision).authority.uscc, decision.item, decision.day);
    }
  }
  numbering.close();
  return numbering;
}

function* rowsOf(
  city: City,
  frame: DecisionFrame,
  wanted: (index: number) => boolean,
): Generator<OrganisationRows> {
  const numbering = countDecisions(city, frame);
  const wording = hashText('wording');
  for (const organisation of city.organisations()) {
    const { index } = organisation;
    const rows = wanted(index) ? registrationRows(organisation) : undefined;
    const neighbour = () => (index > 0 ? city.organisation(index - 1).code : undefined);
    let decisions = 0;
    for (const decision of decisionsOf(frame, organisation)) {
      decisions++;
      const number = numbering.next(deciders(decision).authority.uscc, decision.item, decision.day);
      if (!rows) continue;
      const random = new Random(frame.seed, wording, index, decision.place);
      rows.push(
        decision.item === 'administrative-licence'
          ? licenceRow(random, organisation, decision, number)
          : penaltyRow(random, organisation, decision, number, neighbour),
      );
    }
    yield { organisation, decisions, rows: rows ?? [] };
  }
}
