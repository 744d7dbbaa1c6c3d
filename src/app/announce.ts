/** The launcher's own lines for whoever started it: Chinese first, English beside it. */
import type { Words } from '../platform/index.ts';

/** Prints one line to standard output. */
export function announce({ zh, en }: Words): void {
  process.stdout.write(`${zh}  ${en}\n`);
}

/** Prints one line to standard error. */
export function complain({ zh, en }: Words): void {
  process.stderr.write(`${zh}  ${en}\n`);
}
