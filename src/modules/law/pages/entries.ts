/** The public register of law as its pages read it: each kind of entry with its own members. */
import type { Words } from '../../../platform/language.ts';
import type { InstrumentLevel } from '../law-data.ts';
import type { LawEntry } from '../public-law.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const dictionaries = { zh, en };

export type Dated = { readonly inForce: { readonly from: string; readonly until: string | null } };
export type Based = Dated & {
  readonly id: string;
  readonly basis: { readonly instrument: string; readonly article: string };
};

export type Instrument = Dated & {
  readonly id: string;
  readonly title: Words;
  readonly number: string | null;
  readonly body: string;
  readonly level: InstrumentLevel;
  readonly succeededBy: string | null;
  readonly source: string;
  readonly confidence: string;
  readonly articles: readonly {
    readonly article: string;
    readonly says: Words;
    readonly confidence: string;
    readonly carries: readonly { readonly kind: string; readonly id: string }[];
  }[];
};

export type Rule = Based & {
  readonly class: string;
  readonly published: boolean;
  readonly minMonths: number | null;
  readonly maxMonths: number | null;
};

export type KindClass = Based & { readonly penaltyKind: string; readonly class: string };

export type Limit = Based & {
  readonly item: string;
  readonly sector: string | null;
  readonly workingDays: number;
  readonly starts: string;
};

export type Year = { readonly id: string; readonly notice: string };

/** Entries of one kind in their own shape; the register's queries give it. */
export function ofKind<Entry>(entries: readonly LawEntry[], kind: LawEntry['kind']): Entry[] {
  return entries.filter((entry) => entry.kind === kind) as unknown as Entry[];
}
