/** What a pre-check says of a file; plain data, so that it can leave the worker. */
import {
  fillPlaceholders,
  READING_RULES,
  ROW_RULES,
  type RuleText,
} from '../../../src/modules/intake/pure.ts';
import type { Language } from '../../language/language.ts';
import type { FindingAnswer } from '../answers.ts';

/** A finding as reading and checking give it. */
export interface PlainFinding {
  readonly rule: string;
  readonly severity: string;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  readonly field?: string | undefined;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** How often a rule spoke. */
export interface RuleTally {
  readonly rule: string;
  readonly severity: string;
  readonly count: number;
}

export interface PreCheckReport {
  readonly encoding: string;
  readonly rows: number;
  /** Rows without an error; the registry and the records still have their say. */
  readonly good: number;
  readonly rejected: number;
  /** Rows that may not be collected. */
  readonly refused: number;
  readonly findings: number;
  /** The first findings in the order of the file. */
  readonly first: readonly PlainFinding[];
  readonly tallies: readonly RuleTally[];
  /** Why the file can't be read at all; the figures are then those up to that point. */
  readonly fileRefused?: PlainFinding;
}

const RULES: Readonly<Record<string, RuleText>> = { ...READING_RULES, ...ROW_RULES };

/** A finding with its words, in the shape that the server's findings have. */
export function inWords(finding: PlainFinding, language: Language): FindingAnswer {
  const rule = RULES[finding.rule];
  const params = {
    ...(finding.row === undefined ? {} : { row: finding.row }),
    ...(finding.column === undefined ? {} : { column: finding.column }),
    ...finding.params,
  };
  return {
    row: finding.row ?? null,
    column: finding.column ?? null,
    field: finding.field ?? null,
    rule: finding.rule,
    severity: finding.severity,
    message: rule ? fillPlaceholders(rule.title[language], params) : finding.rule,
    advice: rule ? fillPlaceholders(rule.advice[language], params) : '',
  };
}
