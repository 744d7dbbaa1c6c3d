/** A fault in the files of data/: the platform doesn't start with rules that contradict each other. */
import { overlaps, type Period } from '../../kernel/period.ts';

/** What is wrong and what to do, in both languages. */
export class DataFault extends Error {
  override readonly name = 'DataFault';
}

/** A dated row as a file has it. */
export interface DatedRow {
  readonly from: string;
  readonly until: string | null;
}

/**
 * Refuses periods that are empty, and two rows of one key on one day.
 * @throws DataFault naming file and key
 */
export function requireNoOverlap<Row extends DatedRow>(
  file: string,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): void {
  const seen = new Map<string, Period[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const period: Period = row.until === null ? { from: row.from } : { from: row.from, until: row.until };
    if (row.until !== null && row.until <= row.from) {
      throw new DataFault(
        `${file}：${key} 的期间是空的，until 应晚于 from。The period of ${key} is empty: until must lie after from.`,
      );
    }
    const others = seen.get(key) ?? [];
    if (others.some((other) => overlaps(other, period))) {
      throw new DataFault(
        `${file}：${key} 有两条规则期间重叠（自 ${row.from} 起）。请给旧的一条填写 until。Two rows of ${key} overlap (from ${row.from}); end the older one with until.`,
      );
    }
    seen.set(key, [...others, period]);
  }
}
