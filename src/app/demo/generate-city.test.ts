// The generated city: repeatable, valid, unique, plausible, and as small in memory at any size.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import v8 from 'node:v8';
import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { isCivilDate, parseCivilDate, toEpochDay } from '../../kernel/civil-date.ts';
import { normaliseName } from '../../kernel/name.ts';
import { checkUscc } from '../../kernel/uscc.ts';
import { demoUnits } from './authorities.ts';
import { WorkingDays } from './calendar.ts';
import { type CityOptions, generateCity } from './generate-city.ts';
import { suppliedItems } from './supplied-items.ts';
import { licenceWords } from './words/licences.ts';
import { penaltyWords } from './words/penalties.ts';
import { cityAreaCode, cityName } from './words/places.ts';
import { trades } from './words/trades.ts';

const until = '2026-11-17';
const cityOf = (organisations: number, options: Partial<CityOptions> = {}) =>
  generateCity({ seed: 7, organisations, until, ...options });

function digest(organisations: number, seed: number): string {
  const city = cityOf(organisations, { seed });
  const hash = createHash('sha256');
  for (const organisation of city.organisations()) hash.update(JSON.stringify(organisation));
  for (const row of city.rows()) hash.update(JSON.stringify(row));
  return hash.digest('hex');
}

describe('repeatable', () => {
  test('the same seed gives the same bytes, another seed others', () => {
    expect(digest(150, 7)).toBe(digest(150, 7));
    expect(digest(150, 8)).not.toBe(digest(150, 7));
  });

  test('an organisation is the same in a small city and in a large one', () => {
    expect(cityOf(20).organisation(13)).toEqual(cityOf(1_500_000).organisation(13));
  });

  test('decisions but for their numbers are the same too', () => {
    const plain = (organisations: number) =>
      [...cityOf(organisations).rows()]
        .filter((row) => row.organisation < 40)
        .map(({ item, unit, handedIn, values }) => [
          item,
          unit,
          handedIn,
          values['CF_SY'] ?? values['XK_NR'] ?? '',
        ]);
    expect(plain(400)).toEqual(plain(40));
  });
});

describe('invented', () => {
  test.each(['gbt2260-areas', 'gbt2260-history', 'gbt2260-cities'])(
    '%s has neither its code nor its name',
    (file) => {
      const text = readFileSync(new URL(`../../../data/codes/${file}.csv`, import.meta.url), 'utf8');
      expect(text).not.toContain(cityAreaCode);
      expect(text).not.toContain(cityName.zh);
    },
  );

  test('69 units with valid codes, no code twice', () => {
    const codes = demoUnits.flatMap(({ authorities }) => authorities.map(({ uscc }) => uscc));
    expect(demoUnits).toHaveLength(69);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes)
      expect(checkUscc(code)).toMatchObject({ ok: true, area: cityAreaCode, department: '1' });
  });

  test('every tag of licences and penalties fits some trade, every unit exists', () => {
    const tags = new Set(trades.flatMap((trade) => trade.tags));
    for (const words of [...licenceWords, ...penaltyWords]) {
      for (const tag of words.tags) expect(tag === '*' || tags.has(tag), `${tag}`).toBe(true);
    }
    const codes = new Set(demoUnits.map(({ code }) => code));
    for (const { unit } of suppliedItems()) expect(codes).toContain(`qh-${unit}`);
  });
});

test('50,000 organisations: every code valid, of its own category, and no code or name twice', () => {
  const [names, codes] = [new Set<string>(), new Set<string>()];
  for (const organisation of cityOf(50_000).organisations()) {
    const { code, name, kind } = organisation;
    names.add(normaliseName(name));
    codes.add(code);
    const checked = checkUscc(code);
    if (!checked.ok) expect.fail(`${code} of ${name}: ${checked.problem}`);
    if (kind === 'sole-trader') expect(checked.category).toBe('92');
  }
  expect(names.size).toBe(50_000);
  expect(codes.size).toBe(50_000);
});

describe('plausible', () => {
  const city = cityOf(2000);
  const rows = [...city.rows()];
  const penalties = rows.filter(({ item }) => item === 'administrative-penalty');
  const licences = rows.filter(({ item }) => item === 'administrative-licence');
  const decidedOn = (values: (typeof rows)[number]['values']) => values['CF_JDRQ'] ?? values['XK_JDRQ'] ?? '';

  test('about 8 records an organisation, about a tenth of them with the busiest hundredth', () => {
    expect(rows.length / 2000).toBeGreaterThan(7.3);
    expect(rows.length / 2000).toBeLessThan(9);
    const counts = new Map<number, number>();
    for (const { organisation } of rows) counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
    const top = [...counts.values()].sort((a, b) => b - a).slice(0, 20);
    const share = top.reduce((sum, count) => sum + count, 0) / rows.length;
    expect(share).toBeGreaterThan(0.07);
    expect(share).toBeLessThan(0.13);
    expect(penalties.length / rows.length).toBeGreaterThan(0.08);
    expect(licences.length).toBeGreaterThan(penalties.length * 3);
  });

  test('decisions fall on working days, after the registration, and are handed in within the period', () => {
    const days = new WorkingDays(city.options.from, until);
    for (const { values, handedIn, organisation } of [...penalties, ...licences]) {
      const date = parseCivilDate(decidedOn(values));
      if (date === undefined || !isCivilDate(date)) expect.fail(decidedOn(values));
      const day = toEpochDay(date);
      expect(days.at(days.placeOf(day))).toBe(day);
      expect(day).toBeGreaterThan(city.organisation(organisation).registered);
      expect(handedIn).toBeGreaterThan(day);
      expect(handedIn).toBeLessThanOrEqual(toEpochDay(until));
    }
  });

  test('most decisions are handed in within 7 working days, a few units are often late', () => {
    const days = new WorkingDays(city.options.from, until);
    const byUnit = new Map<string, { all: number; late: number }>();
    for (const { unit, values, handedIn } of licences) {
      const count = byUnit.get(unit) ?? { all: 0, late: 0 };
      const lag =
        days.placeOf(handedIn) - days.placeOf(toEpochDay(parseCivilDate(decidedOn(values)) ?? until));
      count.all++;
      if (lag > 7) count.late++;
      byUnit.set(unit, count);
    }
    const late = [...byUnit.values()].reduce((sum, count) => sum + count.late, 0);
    expect(late / licences.length).toBeLessThan(0.12);
    expect(late).toBeGreaterThan(0);
    const agriculture = byUnit.get('qh-agriculture');
    expect((agriculture?.late ?? 0) / (agriculture?.all ?? 1)).toBeGreaterThan(0.3);
  });

  test('fines and confiscations agree with the text of the penalty', () => {
    let fines = 0;
    for (const { values } of penalties) {
      const text = (values['CF_NR'] ?? '').replaceAll(',', '');
      for (const [field, word] of [
        ['CF_NR_FK', /罚款人民币([\d.]+)(万?)元/],
        ['CF_NR_WFFF', /没收(?:违法所得|非法财物)([\d.]+)(万?)元/],
      ] as const) {
        const said = word.exec(text);
        expect(said === null, text).toBe(values[field] === undefined);
        if (!said) continue;
        fines++;
        const yuan = Number(said[1]) * (said[2] === '万' ? 10_000 : 1);
        expect(Number(values[field]) * 10_000).toBeCloseTo(yuan, 2);
      }
    }
    expect(fines).toBeGreaterThan(1000);
  });

  test('numbers of a series follow the days and have few gaps', () => {
    const series = new Map<string, { number: number; on: string }[]>();
    for (const { values } of penalties) {
      const [, name = '', number] = /^(.*〕)(\d+)号$/.exec(values['CF_WSH'] ?? '') ?? [];
      const list = series.get(name) ?? [];
      list.push({ number: Number(number), on: decidedOn(values) });
      series.set(name, list);
    }
    let [missing, all] = [0, 0];
    for (const list of series.values()) {
      list.sort((a, b) => a.number - b.number);
      expect(new Set(list.map(({ number }) => number)).size).toBe(list.length);
      expect(list.map(({ on }) => on)).toEqual(list.map(({ on }) => on).sort());
      missing += (list.at(-1)?.number ?? 0) - list.length;
      all += list.length;
    }
    expect(missing).toBeGreaterThan(0);
    expect(missing / all).toBeLessThan(0.05);
  });

  test('the register has former names, ends, sole traders, and firms with one core of a name', () => {
    const organisations = [...city.organisations()];
    expect(organisations.filter(({ formerName }) => formerName).length).toBeGreaterThan(20);
    expect(organisations.filter(({ ended }) => ended?.status === '注销').length).toBeGreaterThan(60);
    expect(organisations.filter(({ ended }) => ended?.status === '吊销').length).toBeGreaterThan(10);
    expect(organisations.some(({ name }) => name.includes('（清和）'))).toBe(true);
    expect(new Set(organisations.map(({ trade }) => trade.id)).size).toBeGreaterThan(60);
    expect(organisations.filter(({ kind }) => kind === 'sole-trader').length).toBeGreaterThan(700);
  });
});

test('memory stays flat over 200,000 organisations', { timeout: 120_000 }, () => {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  const used = () => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  let [early, seen] = [0, 0];
  for (const { organisation } of cityOf(200_000, { recordsPerOrganisation: 3 }).rowsByOrganisation(
    (at) => at % 50 === 0,
  )) {
    seen++;
    if (organisation.index === 20_000) early = used();
  }
  expect(seen).toBe(200_000);
  expect(used() - early).toBeLessThan(8);
});
