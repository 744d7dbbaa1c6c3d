// The examples of the rule pages: each belongs to a rule, and what is called right is right.
import { describe, expect, test } from 'vitest';
import { parseCivilDate } from '../../kernel/civil-date.ts';
import { checkUscc } from '../../kernel/uscc.ts';
import { FINDING_RULES } from '../../modules/intake/index.ts';
import { ruleExamples } from './rule-examples.ts';

describe('examples', () => {
  test.each(Object.keys(ruleExamples))('%s is a rule', (code) => {
    expect(Object.hasOwn(FINDING_RULES, code)).toBe(true);
  });

  test('codes and dates called right pass, those called wrong do not', () => {
    for (const [code, { right, wrong }] of Object.entries(ruleExamples)) {
      if (!/^uscc\.|^date$/.test(code)) continue;
      const passes = (text: string) =>
        code === 'date' ? parseCivilDate(text) !== undefined : checkUscc(text).ok;
      expect([code, passes(right), passes(wrong)]).toEqual([code, true, false]);
    }
  });
});
