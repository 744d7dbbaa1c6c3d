/** Series of document numbers and the gaps in them: a gap asks a question, it proves nothing. */

/** One series, such as 清市监处罚〔2025〕…号, with the numbers seen. */
export interface NumberSeries {
  series: string;
  lowest: number;
  highest: number;
  present: number;
  /** The first numbers between lowest and highest that are not there, at most `MISSING_SHOWN`. */
  missing: number[];
}

/** More missing numbers than this are counted by `highest - lowest + 1 - present`, not listed. */
export const MISSING_SHOWN = 200;

const RUNNING_NUMBER = /^(.*?\D)(\d{1,7})(号?)$/;

/**
 * Groups document numbers by what stands before their running number (authority, kind and year) and finds the gaps.
 * Numbers without a running number, and series with a single member, say nothing and are left out.
 */
export function seriesOf(decisionNumbers: Iterable<string>): NumberSeries[] {
  const found = new Map<string, Set<number>>();
  for (const text of decisionNumbers) {
    const parts = RUNNING_NUMBER.exec(text);
    if (!parts) continue;
    const series = `${parts[1]}…${parts[3]}`;
    const numbers = found.get(series) ?? new Set();
    numbers.add(Number(parts[2]));
    found.set(series, numbers);
  }
  return [...found]
    .filter(([, numbers]) => numbers.size > 1)
    .map(([series, numbers]) => summarise(series, numbers))
    .sort((a, b) => (a.series < b.series ? -1 : 1));
}

function summarise(series: string, numbers: ReadonlySet<number>): NumberSeries {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, 0];
  for (const number of numbers) {
    lowest = Math.min(lowest, number);
    highest = Math.max(highest, number);
  }
  const missing: number[] = [];
  for (let number = lowest; number < highest && missing.length < MISSING_SHOWN; number++) {
    if (!numbers.has(number)) missing.push(number);
  }
  return { series, lowest, highest, present: numbers.size, missing };
}
