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

/**
 * Searchable names that share bigrams with a question: all of one of the `subsets`, or the pinyin initials of the whole
 * of it (homophones are the commonest slip of the pen). Best overlap
 * first, of at most 3,000 that are looked at.
 */
export function similarNames(
  question: {
    bigrams: readonly string[];
    subsets: readonly (readonly string[])[];
    initials?: string | undefined;
  },
  limit: number,
): Sql {
  const conditions = question.subsets.map((subset) => sql`p.name_bigram @> ${subset as string[]}::text[]`);
  if (question.initials) conditions.push(whereInitials(question.initials));
  return sql`
    select c.subject_id, c.name, c.name_norm, c.uscc, false as exact, c.overlap
    from (
      select p.subject_id, p.name, p.name_norm, p.uscc,
        (select count(*)::integer from unnest(p.name_bigram) b where b = any(${question.bigrams as string[]}::text[])) as overlap
      from published.public_name p where ${join(conditions, ' or ')}
      limit 3000
    ) c
    order by c.overlap desc, length(c.name_norm), c.subject_id limit ${limit}`;
}

/**
 * Names with the subjects they lead to. A name found by part never leads to a C13 subject, not even through a merge.
 */
export function leadingTo(names: readonly Sql[]): Sql {
  const all = join(
    names.map((name) => sql`(${name})`),
    ' union all ',
  );
  return sql`
    select coalesce(a.stands_for, c.subject_id) as subject_id, c.name, c.name_norm, c.uscc, c.exact, c.overlap
    from (${all}) c
    left join published.alias a on a.subject_id = c.subject_id
    where c.exact or a.subject_id is null or a.stands_for is not null`;
}

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
