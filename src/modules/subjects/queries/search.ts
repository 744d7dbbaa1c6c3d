/** Questions about names, answered from the views that the portal may read, each by an index of `public_name`. */
import { join, planned, type Sql, sql } from '../../../platform/db/index.ts';

/** A name that answers a question, and the subject it leads to (merges followed). */
export interface NameRow {
  subject_id: string;
  name: string;
  name_norm: string;
  uscc: string | null;
  /** The whole name is what was asked for. */
  exact: boolean;
  /** How many bigrams of a likeness search it shares. */
  overlap: number;
}

/** Text for LIKE in which no character is a wildcard. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** Names in which `fragment` (normalised) stands: one character at the start, two by bigram, more by trigram. */
export function whereContaining(fragment: string): Sql {
  const length = Array.from(fragment).length;
  if (length === 1) return wherePrefix(fragment);
  const contains = sql`p.name_norm like ${`%${escapeLike(fragment)}%`}`;
  // The index needs the bigram; where the table is read instead, comparing text is 10 times cheaper than the array.
  return length === 2 ? sql`${contains} and p.name_bigram @> ${[fragment]}::text[]` : contains;
}

/** Names that begin with `fragment` (normalised). */
export const wherePrefix = (fragment: string): Sql => sql`p.name_norm like ${`${escapeLike(fragment)}%`}`;

/** Names whose pinyin initials begin with these letters. */
export const whereInitials = (letters: string): Sql => sql`p.name_initials like ${`${escapeLike(letters)}%`}`;

/**
 * Searchable names that meet a condition, at most `limit`, in no order: a rare fragment is answered by its index, and for
 * one that stands in every other name the planner reads the table only until it has enough. Sorting here would make it
 * read all matches first (20 to 40 times as many rows for words such as 建材).
 */
export function publicNames(where: Sql, limit: number): Sql {
  return sql`
    select p.subject_id, p.name, p.name_norm, p.uscc, false as exact, 0 as overlap
    from published.public_name p where ${where} limit ${limit}`;
}

/** Subjects that bear or bore exactly this name, C13 and provisional subjects among them (charter C13: by full name only). */
export const exactNames = (norm: string, limit: number): Sql => sql`
  select n.subject_id, n.name, n.name_norm, null::text as uscc, true as exact, 0 as overlap
  from published.subjects_by_name(${norm}::text, ${limit}::integer) n`;

/** An array in PostgreSQL's own spelling. */
const arrayText = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/**
 * Searchable names that share bigrams with a question: all of one of the `subsets`, or the pinyin initials of the whole
 * of it (homophones are the commonest slip of the pen). Best overlap first, of at most 3,000 that are looked at.
 * The subsets are joined, not written one by one, so that one plan serves them all: planning ten of them took longer
 * than finding the names. For the same reason the beginning of the initials is a range.
 */
export function similarNames(
  question: {
    bigrams: readonly string[];
    subsets: readonly (readonly string[])[];
    initials?: string | undefined;
  },
  limit: number,
): Sql {
  const { initials = null } = question;
  const after =
    initials && initials.slice(0, -1) + String.fromCharCode(initials.charCodeAt(initials.length - 1) + 1);
  return planned(
    'similar-names',
    sql`
    select c.subject_id, c.name, c.name_norm, c.uscc, false as exact,
      (select count(*)::integer from unnest(c.name_bigram) b where b = any(${question.bigrams as string[]}::text[])) as overlap
    from (
      select distinct on (n.subject_id, n.name_norm) n.* from (
        (select p.* from unnest(${question.subsets.map(arrayText)}::text[]) subset
          join published.public_name p on p.name_bigram @> subset::text[] limit 3000)
        union all
        (select p.* from published.public_name p
          where p.name_initials ~>=~ ${initials}::text and p.name_initials ~<~ ${after}::text limit 3000)
      ) n
    ) c
    order by overlap desc, length(c.name_norm), c.subject_id limit ${limit}::integer`,
  );
}

/** Several questions in one. */
export const anyOf = (names: readonly Sql[]): Sql =>
  join(
    names.map((name) => sql`(${name})`),
    ' union all ',
  );

/** Whom subjects that were merged stand under; null where that must not be told from a part of a name. */
export const mergesOf = (subjectIds: readonly string[]): Sql =>
  planned(
    'merges-of-found',
    sql`select subject_id, stands_for from published.alias where subject_id = any(${subjectIds as string[]}::bigint[])`,
  );

/** A subject as a list shows it. */
export interface ListedRow {
  subject_id: string;
  kind: 'organisation' | 'sole-trader';
  uscc: string | null;
  name: string;
  status: 'registered' | 'revoked' | 'deregistered' | 'unknown';
  registered_on: string | null;
  area_code: string | null;
  provisional: boolean;
  legacy: boolean;
}

/** Subjects by id. */
export const listedSubjects = (subjectIds: readonly string[]): Sql =>
  planned(
    'listed-subjects',
    sql`select subject_id, kind, uscc, name, status, registered_on, area_code, provisional, legacy
      from published.subjects_by_id(${subjectIds as string[]}::bigint[])`,
  );

/** The subjects that any of these codes or numbers belong to, merges followed. */
export const subjectsOfKeys = (values: readonly string[]): Sql =>
  planned(
    'subjects-of-keys',
    sql`select subject_id from published.subjects_by_key(${values as string[]}::text[], null) subject_id`,
  );
