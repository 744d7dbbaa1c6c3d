/** What a unit is: a body that hands in records, and the authorities whose decisions it may hand in. */
import type { CivilDate } from '../../kernel/civil-date.ts';

export const unitKinds = ['department', 'town', 'centre', 'court', 'agency'] as const;

export type UnitKind = (typeof unitKinds)[number];

/** 归集责任单位. `until` is half-open; null while the unit exists. `uscc` is null where it has none of its own. */
export type Unit = {
  readonly code: string;
  readonly kind: UnitKind;
  readonly sector: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly uscc: string | null;
  readonly areaCode: string;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
};

/** What a unit is concerned with; items name the sectors that supply them. */
export const sectors = [
  'market-supervision',
  'emergency',
  'ecology',
  'health',
  'transport',
  'housing',
  'agriculture',
  'tax',
  'police',
  'culture',
  'education',
  'human-resources',
  'natural-resources',
  'water',
  'commerce',
  'civil-affairs',
  'justice',
  'court',
  'finance',
  'development-reform',
  'administrative-approval',
  'centre',
  'town',
  'other',
] as const;

/** A unit with the one it was merged into, if it was. */
export type RegisteredUnit = Unit & { readonly successor: string | null };

/** An authority that a unit acts for, over `[since, until)`. */
export type AuthorityPeriod = Authority & { readonly since: CivilDate; readonly until: CivilDate | null };

/** A deciding body by its code and its name in Chinese. */
export type Authority = { readonly uscc: string; readonly name: string };
