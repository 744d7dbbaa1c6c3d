/** The closed list of purposes (charter C11) as data/law holds it. */
import purposesFile from '../../../data/law/purposes.json' with { type: 'json' };
import type { Words } from '../../platform/index.ts';

/** The names of charter C11; there is no other. */
export type PurposeName =
  | 'own-file'
  | 'licensing'
  | 'procurement-tender'
  | 'public-funds'
  | 'honours'
  | 'supervision-inspection'
  | 'case-handling'
  | 'list-execution'
  | 'court-order'
  | 'audit'
  | 'statistics';

/** An article that makes a body look at decisions about an applicant who is a natural person (charter C11). */
export interface PersonArticle {
  readonly instrument: string;
  readonly article: string;
  /** Sectors of the units that decide the licences it speaks of. */
  readonly sectors: readonly string[];
  readonly item: string;
  /** Decisions whose field has one of these values; a field of several values parts them by semicolons. */
  readonly field: string;
  readonly includes: readonly string[];
  /** Years from the decision. */
  readonly years: number;
}

/** Asking for many subjects at once, under four eyes. */
export interface BulkTerms {
  /** Those of the purpose's roles that may ask. */
  readonly roles: readonly string[];
  /** Which records: those that the own unit handed in, or all. */
  readonly records: 'own-unit' | 'all';
  /** Natural persons, and subjects that C13 treats so, are left out; there is no other value. */
  readonly naturalPersons: 'no';
}

/** For what, by whom and how far what is not public may be read; in force on [from, until). */
export interface Purpose {
  readonly purpose: PurposeName;
  readonly name: Words;
  readonly says: Words;
  readonly instrument: string;
  readonly article: string;
  /** The subject itself, officers, or nobody (statistics identify no subject). */
  readonly holders: 'subject' | 'officer' | 'nobody';
  readonly roles: readonly string[];
  readonly unitKinds: readonly string[];
  /** Whether the asking body's own matter or case number is required. */
  readonly caseNo: boolean;
  readonly naturalPersons: 'yes' | 'no' | 'where-law-requires';
  /** With `where-law-requires`: the articles that require a person's record, and what of it. */
  readonly personArticles?: readonly PersonArticle[];
  /** `in-effect`: what is public, or not open and still valid; `all`: whatever stands. */
  readonly reach: 'in-effect' | 'all';
  /** Kinds of closed field shown beside the open ones; `*` is all. Fields marked `never` are shown to nobody. */
  readonly closedKinds: readonly string[];
  /** Absent: one subject a look, never many at once. */
  readonly bulk?: BulkTerms;
  readonly from: string;
  readonly until: string | null;
  readonly source: string;
  readonly confidence: string;
}

/** The file as shipped. */
export const purposesData = purposesFile.items as readonly Purpose[];
