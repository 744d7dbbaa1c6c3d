// Closed lists of values (code tables of a data standard) and the open entry 其他-… that asks for a note.
import { toHalfWidth } from './text.ts';

/** A list of the values a field may take, with where it comes from and how sure that is. */
export interface CodeList {
  readonly id: string;
  readonly values: readonly string[];
  readonly source: string;
  readonly confidence: string;
}

/** The entry of the list that a text stands for, and the note behind 其他-. */
export interface ListedValue {
  readonly value: string;
  readonly note?: string;
}

const OTHER = /^其他\s*[-－—–_:：]+\s*(\S.*)$/su;

/**
 * Finds the entry: the text itself (half and full width are the same), or 其他-note where the list has an entry
 * 其他 or 其他-. A bare 其他 belongs to a list only if it is an entry, so 其他- must be followed by a note.
 */
export function findInList(list: CodeList, text: string): ListedValue | undefined {
  const plain = toHalfWidth(text).trim();
  const exact = list.values.find((value) => toHalfWidth(value) === plain && !isOpenEntry(value));
  if (exact !== undefined) return { value: exact };
  const other = list.values.find((value) => isOpenEntry(value) || value === '其他');
  const note = OTHER.exec(plain)?.[1]?.trim();
  return other !== undefined && note ? { value: other, note } : undefined;
}

function isOpenEntry(value: string): boolean {
  return /^其他[-－]/.test(value);
}

/** Whether the text is an entry of the list, or 其他 with a note where the list leaves that open. */
export function inList(list: CodeList, text: string): boolean {
  return findInList(list, text) !== undefined;
}

/** Several values in one cell, parted by ; ； 、 or ， ; empty parts are dropped. */
export function splitListed(text: string): string[] {
  return text
    .split(/[;；、，,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
