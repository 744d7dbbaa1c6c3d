/** Hands leaks to the row checks of intake as a file's rows, and honest texts too; counts what is stopped of each. */
import { compileRowCheck } from '../../../src/modules/intake/checking/compile-check.ts';
import { matchHeader } from '../../../src/modules/intake/checking/match-header.ts';
import { sampleContext, sampleItem } from '../../../src/modules/intake/checking/testing/context.ts';
import { generateLeaks } from './generate.ts';

/** How many of a class were stopped. */
export interface Tally {
  given: number;
  stopped: number;
}

/** Per kind and form of leak, over all leaks, and over honest texts. */
export interface LeakFigures {
  classes: Record<string, Tally>;
  leaks: Tally;
  honest: Tally;
}

/** Free texts of the penalty standard that stand side by side. */
const FIRST = 'CF_WFXW';
const SECOND = 'CF_SY';

/** `count` seeded leaks and the honest texts, each in a row of its own. Nothing of a text is kept in the figures. */
export function proveLeaks(count: number, seed: number, honestTexts: Iterable<string>): LeakFigures {
  const item = sampleItem('administrative-penalty');
  const header = [FIRST, SECOND];
  const check = compileRowCheck(item, matchHeader(item, header).columns, sampleContext(item.item));
  const stops = (cells: readonly string[]) =>
    check(2, [cells[0] ?? '', cells[1] ?? '']).findings.some(({ rule }) =>
      rule.startsWith('text.personal-number'),
    );

  const classes: Record<string, Tally> = {};
  const leaks: Tally = { given: 0, stopped: 0 };
  for (const { kind, form, cells } of generateLeaks(count, seed)) {
    classes[`${kind}, ${form}`] ??= { given: 0, stopped: 0 };
    const stopped = stops(cells);
    for (const tally of [classes[`${kind}, ${form}`] as Tally, leaks]) {
      tally.given++;
      if (stopped) tally.stopped++;
    }
  }
  const honest: Tally = { given: 0, stopped: 0 };
  for (const text of honestTexts) {
    honest.given++;
    if (stops([text, ''])) honest.stopped++;
  }
  return { classes, leaks, honest };
}
