/** Searches subjects by code or name, as the public may: whatever is found by part is never a C13 subject. */
import type { Queryable } from '../../platform/db/index.ts';
import { findNames } from './find-names.ts';
import { isNear, likenessOf } from './likeness.ts';
import {
  anyOf,
  exactNames,
  type ListedRow,
  listedSubjects,
  type NameRow,
  publicNames,
  similarNames,
  subjectsOfKeys,
  whereContaining,
  whereInitials,
} from './queries/search.ts';
import { type Question, readQuestion } from './search-question.ts';

/** More names than this are not counted: the question is too wide to be answered by turning pages. */
export const MOST_RESULTS = 200;

/** Of the names that share most with the question, so many are looked at more closely. */
const MOST_SIMILAR = 200;

/** A subject in a list of results. */
export interface FoundSubject {
  readonly subjectId: string;
  readonly uscc: string | null;
  readonly name: string;
  /** The name that was found, where it is not the present one. */
  readonly matchedName: string | undefined;
  readonly kind: ListedRow['kind'];
  readonly status: ListedRow['status'];
  readonly registeredOn: string | null;
  readonly areaCode: string | null;
  readonly provisional: boolean;
  readonly legacy: boolean;
}

/** One page of results. */
export interface SearchPage {
  readonly items: readonly FoundSubject[];
  /** How many subjects answer; with `more`, at least so many. */
  readonly total: number;
  /** There are more than 200: ask more narrowly. */
  readonly more: boolean;
  /** `similar`: nothing contains the question, these look like it. */
  readonly how: 'code' | 'name' | 'similar' | 'none';
  /** The offset of the next page. */
  readonly next: number | undefined;
}

/** Which page, and what is known besides. */
export interface SearchOptions {
  readonly limit: number;
  readonly offset: number;
  /** Places in front of names that say nothing about a firm; pass the same array each time. */
  readonly areaNames?: readonly string[];
}

interface Found {
  readonly how: SearchPage['how'];
  readonly more: boolean;
  /** Subjects in order, with the name that was found. */
  readonly names: ReadonlyMap<string, string | undefined>;
}

const nothing: Found = { how: 'none', more: false, names: new Map() };

/**
 * Answers `text`: a code or old number finds its subject; else names that are or contain it (whole names first, C13
 * subjects by whole name only), pinyin initials for letters, and names that look like it when nothing contains it.
 * Never ordered by anything but the names. `db` may be the portal's.
 */
export async function searchNames(db: Queryable, text: string, options: SearchOptions): Promise<SearchPage> {
  const question = readQuestion(text);
  const found = question.norm === '' ? nothing : await find(db, question, options.areaNames ?? []);
  const ids = [...found.names.keys()];
  const page = ids.slice(options.offset, options.offset + options.limit);
  const rows = page.length === 0 ? [] : await db.query<ListedRow>(listedSubjects(page));
  const byId = new Map(rows.map((row) => [row.subject_id, row]));
  const end = options.offset + options.limit;
  return {
    items: page.flatMap((id) => toFound(byId.get(id), found.names.get(id))),
    total: ids.length,
    more: found.more,
    how: ids.length === 0 ? 'none' : found.how,
    next: end < ids.length ? end : undefined,
  };
}

async function find(db: Queryable, question: Question, areaNames: readonly string[]): Promise<Found> {
  if (question.keys.length > 0) {
    const rows = await db.query<{ subject_id: string }>(subjectsOfKeys(question.keys));
    if (rows.length > 0) {
      return { how: 'code', more: false, names: new Map(rows.map((row) => [row.subject_id, undefined])) };
    }
  }
  const most = MOST_RESULTS + 1;
  const parts = [exactNames(question.norm, most), publicNames(whereContaining(question.norm), most)];
  if (question.letters) parts.push(publicNames(whereInitials(question.letters), most));
  const rows = await findNames(db, anyOf(parts));
  if (rows.length > 0) return { how: 'name', ...ranked(rows, question.norm) };
  const likeness = likenessOf(question.norm, areaNames);
  if (!likeness) return nothing;
  const similar = await findNames(db, similarNames(likeness, MOST_SIMILAR));
  const near = similar.filter((row) => isNear(likeness, { norm: row.name_norm, overlap: row.overlap }));
  return { how: 'similar', ...ranked(near, question.norm) };
}

/** Whole names, then names that begin with the question, then the shorter; a subject stands once, by its best name. */
function ranked(rows: readonly NameRow[], norm: string): { more: boolean; names: Map<string, string> } {
  const rank = (row: NameRow) =>
    row.exact || row.name_norm === norm ? 0 : row.name_norm.startsWith(norm) ? 1 : 2;
  const sorted = rows.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      b.overlap - a.overlap ||
      a.name_norm.length - b.name_norm.length ||
      (a.name_norm < b.name_norm ? -1 : a.name_norm > b.name_norm ? 1 : 0),
  );
  const names = new Map<string, string>();
  for (const row of sorted) if (!names.has(row.subject_id)) names.set(row.subject_id, row.name);
  const more = names.size > MOST_RESULTS;
  return { more, names: more ? new Map([...names].slice(0, MOST_RESULTS)) : names };
}

function toFound(row: ListedRow | undefined, matched: string | undefined): FoundSubject[] {
  if (!row) return [];
  return [
    {
      subjectId: row.subject_id,
      uscc: row.uscc,
      name: row.name,
      matchedName: matched === row.name ? undefined : matched,
      kind: row.kind,
      status: row.status,
      registeredOn: row.registered_on,
      areaCode: row.area_code,
      provisional: row.provisional,
      legacy: row.legacy,
    },
  ];
}
