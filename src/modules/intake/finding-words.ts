/** Findings in words: each rule's sentences with the finding's own values, in the reader's language. */
import type { Language } from '../../platform/language.ts';
import { fillPlaceholders, ROW_RULES, type RuleText } from './checking/rules.ts';
import { READING_RULES } from './reading/rules.ts';
import { SETTLEMENT_RULES } from './settlement-rules.ts';
import type { StoredFinding } from './submission-view.ts';

/** Every rule of intake: of reading a file, of checking a row, of settling. */
export const FINDING_RULES: Readonly<Record<string, RuleText>> = {
  ...READING_RULES,
  ...ROW_RULES,
  ...SETTLEMENT_RULES,
};

type Params = Readonly<Record<string, string | number>> | null;

/** What a rule says and advises. @throws Error for a code that no rule has, since findings come from rules alone */
export function describeRule(
  code: string,
  params: Params,
  language: Language,
): { message: string; advice: string } {
  const rule = FINDING_RULES[code];
  if (!rule) throw new Error(`no such finding rule: ${code}`);
  return {
    message: fillPlaceholders(rule.title[language], params ?? {}),
    advice: fillPlaceholders(rule.advice[language], params ?? {}),
  };
}

/** What stands in a finding's sentences: its own values, and its place. */
export function paramsOf(finding: {
  row?: number | null;
  column?: string | null;
  params?: Params | undefined;
}): Record<string, string | number> {
  return {
    ...(finding.row == null ? {} : { row: finding.row }),
    ...(finding.column == null ? {} : { column: finding.column }),
    ...finding.params,
  };
}

/** A stored finding with its words. */
export function describeFinding(finding: StoredFinding, language: Language) {
  const { finding_no: _, params: __, ...place } = finding;
  return { ...place, ...describeRule(finding.rule, paramsOf(finding), language) };
}
