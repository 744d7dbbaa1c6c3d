/** The refusal of a whole file: thrown where a fault makes every row of it uncertain. */
import type { ReadingRule } from './rules.ts';

/** A fault of the whole file; `rule` has its words in `READING_RULES`, `params` fill their placeholders. */
export class FileRefused extends Error {
  readonly rule: ReadingRule;
  readonly params: Record<string, string | number>;

  constructor(rule: ReadingRule, params: Record<string, string | number> = {}) {
    super(`file refused: ${rule}`);
    this.name = 'FileRefused';
    this.rule = rule;
    this.params = params;
  }
}
