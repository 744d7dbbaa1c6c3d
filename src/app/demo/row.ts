// The rows of the demo city as a department hands them in, keyed by the official field codes.
import type { DemoItem } from './supply.ts';

/** Values by field code; fields without a value are absent. */
export type RowValues = Readonly<Record<string, string>>;

/** What should become of a row when it is handed in. */
export type Expected = 'accepted' | 'refused' | 'held';

/** A row with the unit and day of its handing in. */
export interface DemoRow {
  readonly item: DemoItem;
  /** Unit code, e.g. `qh-market-supervision`. */
  readonly unit: string;
  /** Day number since 1970-01-01. */
  readonly handedIn: number;
  /** Number of the organisation it is about. */
  readonly organisation: number;
  readonly expected: Expected;
  readonly values: RowValues;
}

/** 2099/12/31 stands for long-term in the double-publicity standard (发改办财金〔2018〕424号). */
export const LONG_TERM = '2099/12/31';
