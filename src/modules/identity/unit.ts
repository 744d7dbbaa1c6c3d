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

/** A deciding body by its code and its name in Chinese. */
export type Authority = { readonly uscc: string; readonly name: string };
