/** The rules as loaded against the fact file they were drawn from, and what loading refuses. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../kernel/civil-date.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { listPublicityRules, loadPublicity } from './index.ts';
import { publicityData } from './publicity-data.ts';

interface SourceRule {
  id: string;
  in_force: string;
  to: string | null;
  classes?: Record<string, { min_months: number; max_months: number }>;
  penalty?: { min_months: number; max_months: number };
}
const source = JSON.parse(readFileSync('data/law/source/repair_rules.json', 'utf8')) as {
  rules: SourceRule[];
};
const WORDS = { slight: '轻微', general: '一般', serious: '严重' } as const;

describe('publicity-rules.json against repair_rules.json', () => {
  test.each(publicityData.rules.map((rule) => [rule.rule, rule.class, rule] as const))(
    '%s %s',
    (id, name, rule) => {
      const found = source.rules.find((entry) => entry.id === id);
      expect(found).toBeDefined();
      expect(rule.from).toBe(found?.in_force);
      // The file's `to` is the last day, ours the first day after.
      expect(rule.until).toBe(found?.to ? addDays(found.to, 1) : null);
      const months = found?.penalty ?? found?.classes?.[WORDS[name]];
      if (rule.published)
        expect([rule.minMonths, rule.maxMonths]).toEqual([months?.min_months, months?.max_months]);
    },
  );

  test('国办发〔2025〕22号 is no publicity rule', () => {
    expect(publicityData.rules.map((rule) => rule.rule)).not.toContain('guobanfa-2025-22');
    expect(new Set(publicityData.rules.map((rule) => rule.instrument)).has('gbf-2025-22')).toBe(false);
  });
});

describe('loading', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await testDatabase();
  });
  afterAll(() => world.close());

  test('again changes nothing', async () => {
    await loadPublicity(world.platform);
    expect(await listPublicityRules(world.db.app)).toHaveLength(publicityData.rules.length);
  });

  test('two rules of one class on one day are refused, and nothing changes', async () => {
    const overlapping = publicityData.rules.map((rule) =>
      rule.rule === 'ndrc-58' ? { ...rule, until: null } : rule,
    );
    await expect(loadPublicity(world.platform, { ...publicityData, rules: overlapping })).rejects.toThrow(
      /重叠.*overlap/,
    );
    expect(await listPublicityRules(world.db.app)).toHaveLength(publicityData.rules.length);
  });

  test('an own period that only a department rule sets is refused (SAMR Order 45 art. 13)', async () => {
    const period = {
      id: 'samr-45-13',
      item: 'administrative-penalty',
      sector: 'market-supervision',
      class: null,
      months: 36,
      from: '2021-09-01',
      until: null,
      instrument: 'samr-45',
      article: '第十三条',
    };
    await expect(loadPublicity(world.platform, { ...publicityData, ownPeriods: [period] })).rejects.toThrow(
      /samr-45-13/,
    );
  });
});
