/** The shapes of the dashboard's answer, as /api/openapi.json describes them. */

/** One month of one item; `month` is its first day. */
export interface MonthFigures {
  readonly item: string;
  readonly month: string;
  readonly records: number;
  readonly handedInOnTime: number;
  readonly publicOnTime: number;
  readonly unfixed: number;
  readonly averageWorkingDays: number | null;
}

/** A series of document numbers with what is missing in it. */
export interface Series {
  readonly item: string;
  readonly series: string;
  readonly lowest: number;
  readonly highest: number;
  readonly present: number;
  /** The first 200. */
  readonly missing: readonly number[];
}

export interface Dashboard {
  readonly asOf: string;
  readonly inWork: number;
  readonly heldRows: number;
  readonly withFindings: number;
  readonly months: readonly MonthFigures[];
  readonly series: readonly Series[];
}
