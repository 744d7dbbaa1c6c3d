/** What a verb of the command line is, and where its lines go. */
import type { Language, Words } from '../../platform/language.ts';

/** The shell around a verb; tests give their own. */
export type Shell = {
  readonly language: Language;
  readonly env: NodeJS.ProcessEnv;
  /** One line to standard output. */
  say(line: string): void;
  /** One line to standard error. */
  complain(line: string): void;
};

/** One verb; `run` gives the exit code. */
export type Verb = {
  /** One line in the list of verbs. */
  readonly summary: Words;
  /** How to call it, without the program's name; its options one a line. */
  readonly usage: Words;
  run(args: readonly string[], shell: Shell): Promise<number>;
  /** The exit code for what was typed wrongly, where 2 means something else. */
  readonly usageCode?: number;
};

/** Something typed wrongly; its message is shown with the usage, exit code 2 unless the verb has its own. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Exit codes of every verb. */
export const exitCodes = {
  done: 0,
  /** It was done, and the data is at fault: rows or the whole file were rejected. */
  dataAtFault: 1,
  usage: 2,
  /** The server could not be reached or refused. */
  notServed: 3,
} as const;
