/** The view published.record against publicityOf: the same answer for thousands of random records on several days. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromEpochDay, toEpochDay } from '../../kernel/civil-date.ts';
import { sql } from '../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { publicityData } from './publicity-data.ts';
import { type PublicityFacts, publicityOf } from './publicity-of.ts';

const ITEMS = {
  adverse: 'administrative-penalty',
  'while-valid': 'administrative-licence',
  'while-registered': 'organisation-registration',
  'while-listed': 'a-list',
  none: 'never-open',
} as const;
const RECORDS = 3000;
const DAYS = [
  '2023-04-30',
  '2023-05-01',
  '2024-02-29',
  '2026-03-31',
  '2026-04-01',
  '2026-11-18',
  '2029-11-18',
];

const day = (from: string, until: string) =>
  fc.integer({ min: toEpochDay(from), max: toEpochDay(until) }).map(fromEpochDay);

const facts: fc.Arbitrary<PublicityFacts> = fc.record({
  publicity: fc.constantFrom(
    'adverse',
    'adverse',
    'adverse',
    'while-valid',
    'while-listed',
    'while-registered',
    'none',
  ),
  acceptedOn: day('2019-01-01', '2026-11-18'),
  decidedOn: day('2018-06-01', '2026-11-18'),
  inEffect: fc.boolean(),
  validUntil: fc.option(day('2020-01-01', '2030-01-01')),
  misconductClass: fc.option(fc.constantFrom('slight', 'general', 'serious'), { freq: 8 }),
  conductEndedOn: fc.option(day('2015-01-01', '2026-11-18'), { freq: 8 }),
  ownMonths: fc.option(fc.integer({ min: 1, max: 72 }), { freq: 1 }),
});

let world: TestWorld;
let records: PublicityFacts[];

beforeAll(async () => {
  world = await testDatabase();
  // The edition is of 2024; the older rules are only met when there was a catalogue in their day.
  await world.db.migrator.query(sql`update catalogue.edition set in_force_from = '2018-01-01'`);
  // A list with entry and exit, and what is never public even where somebody wrote `open` over it.
  for (const [item, publicity] of [
    ['a-list', 'while-listed'],
    ['never-open', 'none'],
  ] as const)
    await world.db.migrator.query(sql`
      insert into catalogue.item select ${item}, edition_id, name_zh, name_en, category, adverse, 'open', natural_person,
        ${publicity}, basis_instrument, basis_article, state, definition - 'persons'
      from catalogue.item where item = 'organisation-registration'`);
  records = fc.sample(facts, { numRuns: RECORDS, seed: 36 });
  const rows = records.map((record, index) => ({
    ...record,
    index,
    item: ITEMS[record.publicity as keyof typeof ITEMS],
  }));
  await world.db.migrator.query(sql`
    insert into subjects.subject (subject_id, kind, c13, name, status, provisional, legacy, created_at)
    select id, 'organisation', false, 'name', 'registered', false, false, now() from generate_series(0, ${RECORDS}::integer) id`);
  await world.db.migrator.query(sql`
    insert into records.record (subject_id, first_decided_on, record_id, version, item, edition_id, unit_code, authority_uscc,
      authority_name, decision_no, decided_on, valid_until, in_effect, misconduct_class, class_assumed, conduct_ended_on,
      conduct_assumed, own_months, open_fields, content, identity, submission_id, source_row, handed_in_on, accepted_on, accepted_at)
    select r.index, r."decidedOn", r.index, 1, r.item, '2024-1', 'unit', 'code', 'name', 'no', r."decidedOn", r."validUntil",
      r."inEffect", r."misconductClass", false, r."conductEndedOn", false, r."ownMonths", '{}', gen_random_uuid(),
      gen_random_uuid(), 1, r.index, r."acceptedOn", r."acceptedOn", now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(index integer, item text, "acceptedOn" date, "decidedOn" date,
      "inEffect" boolean, "validUntil" date, "misconductClass" text, "conductEndedOn" date, "ownMonths" integer)`);
});
afterAll(() => world.close());

interface Seen {
  id: number;
  public_from: string;
  public_until: string | null;
  until_because: string;
  repair_from: string | null;
  rule_now: string | null;
  rule_then: string | null;
}

describe('published.record', () => {
  test.each(DAYS)('read on %s', async (today) => {
    await world.db.migrator.query(sql`delete from platform.clock`);
    await world.db.migrator.query(sql`insert into platform.clock (fixed_on) values (${today})`);
    const rows = await world.db.portal.query<Seen>(sql`
      select record_id::integer as id, public_from, public_until, until_because, repair_from, rule_now, rule_then
      from published.record order by record_id`);
    const expected = records.flatMap((record, id): Seen[] => {
      const found = publicityOf(record, publicityData.rules, today);
      if (!found.published) return [];
      return [
        {
          id,
          public_from: found.from,
          public_until: found.until,
          until_because: found.because,
          repair_from: found.repairFrom,
          rule_now: found.ruleNow?.rule ?? null,
          rule_then: found.ruleThen?.rule ?? null,
        },
      ];
    });
    expect(rows).toEqual(expected);
    expect(expected.length).toBeGreaterThan(100);
  });
});
