/** Hands leaks to the row checks of intake as a file's rows, and honest texts too; counts what is stopped of each. */
import { compileRowCheck } from '../../../src/modules/intake/checking/compile-check.ts';
import { matchHeader } from '../../../src/modules/intake/checking/match-header.ts';
import { sampleContext, sampleItem } from '../../../src/modules/intake/checking/testing/context.ts';
import { generateForeignLeaks } from './foreign-generate.ts';
import { generateLeaks } from './generate.ts';

/** How many of a class were stopped. */
export interface Tally {
  given: number;
  stopped: number;
}

/** What one generator's leaks came to: per kind and form, and over all. */
export interface Recall {
  classes: Record<string, Tally>;
  leaks: Tally;
}

/** Leaks by the detector's author, leaks by another hand that never saw it, and honest texts. */
export interface LeakFigures {
  own: Recall;
  foreign: Recall;
  honest: Tally;
}

interface Leak {
  kind: string;
  form: string;
  cells: readonly string[];
}

/** Free texts of the penalty standard that stand side by side. */
const FIRST = 'CF_WFXW';
const SECOND = 'CF_SY';

/** `count` seeded leaks of each generator and the honest texts, each in a row of its own. Nothing of a text is kept in the figures. */
export function proveLeaks(count: number, seed: number, honestTexts: Iterable<string>): LeakFigures {
  const item = sampleItem('administrative-penalty');
  const header = [FIRST, SECOND];
  const check = compileRowCheck(item, matchHeader(item, header).columns, sampleContext(item.item));
  const stops = (cells: readonly string[]) =>
    check(2, [cells[0] ?? '', cells[1] ?? '']).findings.some(({ rule }) =>
      rule.startsWith('text.personal-number'),
    );
  const honest: Tally = { given: 0, stopped: 0 };
  for (const text of honestTexts) countIn(honest, stops([text, '']));
  return {
    own: recall(generateLeaks(count, seed), stops),
    foreign: recall(generateForeignLeaks(count, seed), stops),
    honest,
  };
}

function recall(given: Iterable<Leak>, stops: (cells: readonly string[]) => boolean): Recall {
  const classes: Record<string, Tally> = {};
  const leaks: Tally = { given: 0, stopped: 0 };
  for (const { kind, form, cells } of given) {
    const name = `${kind}, ${form}`;
    classes[name] ??= { given: 0, stopped: 0 };
    const stopped = stops(cells);
    countIn(classes[name], stopped);
    countIn(leaks, stopped);
  }
  return { classes, leaks };
}

function countIn(tally: Tally, stopped: boolean): void {
  tally.given++;
  if (stopped) tally.stopped++;
}
