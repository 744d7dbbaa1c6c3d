/** A line of a file that is written back, whatever its format. */

/** A line of output; `row` as in the file, the header being row 1. */
export interface OutputRow {
  row: number;
  cells: readonly string[];
}
