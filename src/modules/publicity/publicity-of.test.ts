/** Publicity as cases from the rules of 2019, 2023 and 2026 with their articles. */
import { describe, expect, test } from 'vitest';
import { publicityData } from './publicity-data.ts';
import { type PublicityFacts, publicityOf } from './publicity-of.ts';

const { rules } = publicityData;
const TODAY = '2026-11-18';

const penalty = (changes: Partial<PublicityFacts>): PublicityFacts => ({
  publicity: 'adverse',
  acceptedOn: '2026-05-20',
  decidedOn: '2026-05-11',
  inEffect: true,
  validUntil: null,
  misconductClass: 'general',
  conductEndedOn: '2026-05-11',
  ownMonths: null,
  ...changes,
});

describe('adverse records', () => {
  test.each<[string, Partial<PublicityFacts>, string, string | null, string]>([
    ['general, 12 months (Order 36 chapter 2)', {}, TODAY, '2027-05-11', 'rule-now'],
    [
      'serious, 36 months (Order 36 chapter 2)',
      { misconductClass: 'serious' },
      TODAY,
      '2029-05-11',
      'rule-now',
    ],
    [
      'month ends clamp: 2026-08-31 + 36 months',
      { misconductClass: 'serious', decidedOn: '2026-08-31', conductEndedOn: '2026-08-31' },
      TODAY,
      '2029-08-31',
      'rule-now',
    ],
    [
      'leap day: 2024-02-29 + 36 months is 2027-02-28',
      { misconductClass: 'serious', decidedOn: '2024-02-29', conductEndedOn: '2024-02-29' },
      TODAY,
      '2027-02-28',
      'rule-now',
    ],
    [
      'decided under Order 58 (3–36), read under Order 36 (3–12): the earlier end',
      { decidedOn: '2026-01-15', conductEndedOn: '2026-01-15' },
      TODAY,
      '2027-01-15',
      'rule-now',
    ],
    [
      'read on the last day of Order 58: its 36 months',
      { decidedOn: '2024-06-03', conductEndedOn: '2024-06-03' },
      '2026-03-31',
      '2027-06-03',
      'rule-now',
    ],
    [
      'decided under 527号 (12), read under Order 58 (36): the earlier end',
      { decidedOn: '2023-04-30', conductEndedOn: '2023-04-30' },
      '2024-01-10',
      '2024-04-30',
      'rule-at-decision',
    ],
    ['a law’s own period goes before the rules', { ownMonths: 24 }, TODAY, '2028-05-11', 'own-period'],
    [
      'five years from the end of the conduct (Shandong Regulation art. 38)',
      { misconductClass: 'serious', conductEndedOn: '2022-03-01' },
      TODAY,
      '2027-03-01',
      'five-years',
    ],
    [
      'five years cut a law’s own period too',
      { ownMonths: 60, conductEndedOn: '2025-02-01' },
      TODAY,
      '2030-02-01',
      'five-years',
    ],
  ])('%s', (_what, changes, today, until, because) => {
    const found = publicityOf(penalty(changes), rules, today);
    expect(found).toMatchObject({ published: true, until, because });
  });

  test.each<[string, Partial<PublicityFacts>, string, string]>([
    [
      'slight misconduct is in principle not published (Order 36 chapter 2)',
      { misconductClass: 'slight' },
      TODAY,
      'not-published',
    ],
    [
      'a warning of 2024 was not published under Order 58 either',
      { misconductClass: 'slight', decidedOn: '2024-06-03' },
      '2025-01-01',
      'not-published',
    ],
    ['no class yet: waits for the unit', { misconductClass: null }, TODAY, 'class-unknown'],
    [
      'the period is over on its last day + 1',
      { decidedOn: '2025-11-18', conductEndedOn: '2025-11-18' },
      TODAY,
      'ended',
    ],
  ])('not public: %s', (_what, changes, today, because) => {
    expect(publicityOf(penalty(changes), rules, today)).toMatchObject({ published: false, because });
  });

  test('public on the day before the end', () => {
    const facts = penalty({ decidedOn: '2025-11-19', conductEndedOn: '2025-11-19' });
    expect(publicityOf(facts, rules, TODAY)).toMatchObject({ published: true, until: '2026-11-19' });
  });

  test('repair may be applied for after the shortest period, and a change of rules is marked', () => {
    const found = publicityOf(penalty({ misconductClass: 'serious', decidedOn: '2026-03-31' }), rules, TODAY);
    expect(found).toMatchObject({ repairFrom: '2027-03-31', marked: true });
    expect([found.ruleThen?.rule, found.ruleNow?.rule]).toEqual(['ndrc-58', 'ndrc-36']);
    expect(publicityOf(penalty({}), rules, TODAY).marked).toBe(false);
  });
});

describe('other records', () => {
  test.each<[string, Partial<PublicityFacts>, boolean, string | null, string]>([
    [
      'a licence while it is valid',
      { publicity: 'while-valid', validUntil: '2028-01-01' },
      true,
      '2028-01-01',
      'valid-until',
    ],
    ['a long-term licence', { publicity: 'while-valid' }, true, null, 'open-ended'],
    ['a licence that ran out', { publicity: 'while-valid', validUntil: TODAY }, false, TODAY, 'ended'],
    [
      'a licence no longer in effect',
      { publicity: 'while-valid', inEffect: false },
      false,
      null,
      'not-in-effect',
    ],
    ['a listing', { publicity: 'while-listed' }, true, null, 'open-ended'],
    [
      'a listing with a term of its own',
      { publicity: 'while-listed', validUntil: '2028-01-01' },
      true,
      '2028-01-01',
      'valid-until',
    ],
    [
      'a listing that its subject has left',
      { publicity: 'while-listed', inEffect: false },
      false,
      null,
      'not-in-effect',
    ],
    ['a registration', { publicity: 'while-registered' }, true, null, 'open-ended'],
    ['an item that is not published', { publicity: 'none' }, false, null, 'not-published'],
  ])('%s', (_what, changes, published, until, because) => {
    expect(publicityOf(penalty(changes), rules, TODAY)).toMatchObject({ published, until, because });
  });
});
