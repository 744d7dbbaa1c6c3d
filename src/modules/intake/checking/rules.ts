/** The rules of the row checks by code; each has its page with what is wrong and what to do. */
import { PERSON_RULES } from './person-rules.ts';
import { ROW_RULES as ORGANISATION_RULES } from './words.ts';

/** All of them. */
export const ROW_RULES = { ...ORGANISATION_RULES, ...PERSON_RULES } as const;

/** The code of a row or header rule. */
export type RowRule = keyof typeof ROW_RULES;

/** What a rule says; placeholders {name} are filled from the finding's params. */
export interface RuleText {
  readonly severity: 'error' | 'warning' | 'held' | 'info';
  readonly title: { readonly zh: string; readonly en: string };
  readonly advice: { readonly zh: string; readonly en: string };
}

/** Fills the placeholders of a sentence; one without a value stays as it stands. */
export function fillPlaceholders(
  text: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
