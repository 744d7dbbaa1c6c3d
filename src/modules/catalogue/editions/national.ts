/** The national catalogue's editions as far as they are known: classes, what was added, and how sure that is. */
import file from '../../../../data/catalogue/national-editions.json' with { type: 'json' };
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Bilingual } from '../item-definition.ts';

/** An edition of the national catalogue. */
export interface NationalEdition {
  readonly edition: string;
  readonly title: Bilingual;
  readonly number: string;
  readonly publishedOn: CivilDate | null;
  /** How many classes it says it has. */
  readonly classes: number;
  readonly confidence: Bilingual;
}

/** A class, with the edition that brought it. */
export interface NationalClass {
  readonly name: string;
  readonly en: string;
  readonly since: string;
  readonly confidence: string;
}

/** What stands below a class, as far as anything is known. */
export interface BelowClass {
  readonly class: string;
  readonly since: string;
  readonly items: Bilingual;
  readonly confidence: string;
}

export const nationalEditions: readonly NationalEdition[] = file.editions;
export const unreadEditions: readonly Pick<NationalEdition, 'edition' | 'confidence'>[] = file.unread;

/** The classes of an edition: those of 2024 less what later editions added. */
export function classesOf(edition: string): NationalClass[] {
  return file.classes.filter(({ since }) => since <= edition);
}

/** All classes that any edition has, in the order of 2024. */
export const allClasses: readonly NationalClass[] = file.classes;

/** What is known below the classes of an edition. */
export function belowClassesOf(edition: string): BelowClass[] {
  return file.below.filter(({ since }) => since <= edition);
}
