/** Collects what a look shows: for each subject, per item, the records and the codes of their fields. */
import type { Shown } from './queries/access.ts';

type Entry = { records: string[]; fields: string[] };

/** Filled while an answer is put together, then written down with the look. */
export class ShownBook {
  readonly #subjects = new Map<string, Record<string, Entry>>();

  /** Notes one record (or, without a number, a row that is none yet) with the fields shown of it. */
  add(subjectId: string, item: string, recordId: string | undefined, fields: readonly string[]): void {
    const items = this.#subjects.get(subjectId) ?? {};
    this.#subjects.set(subjectId, items);
    const entry = items[item] ?? { records: [], fields: [] };
    items[item] = entry;
    if (recordId !== undefined && !entry.records.includes(recordId)) entry.records.push(recordId);
    for (const code of fields) if (!entry.fields.includes(code)) entry.fields.push(code);
  }

  /** A subject of whom nothing was shown: that nothing is held is knowledge too. */
  touch(subjectId: string): void {
    if (!this.#subjects.has(subjectId)) this.#subjects.set(subjectId, {});
  }

  get subjectIds(): string[] {
    return [...this.#subjects.keys()];
  }

  get all(): ReadonlyMap<string, Shown> {
    return this.#subjects;
  }
}
