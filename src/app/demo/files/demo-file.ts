// What a file to try is: its bytes, who hands it in, and what to expect of it.
import type { DemoItem } from '../supply.ts';

/** A file to try: who hands it in for which item, and what to expect. */
export interface DemoFile {
  readonly name: string;
  readonly item: DemoItem;
  /** Unit code with `qh-`. */
  readonly unit: string;
  readonly zh: string;
  readonly en: string;
  readonly bytes: Buffer;
}
