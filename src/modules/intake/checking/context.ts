/** What a row is checked against besides the data standard: the day, the unit, its authorities, the dated rules. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { ItemList } from '../../catalogue/pure.ts';
import type { OwnPeriod, PenaltyKindClass, PublicityRule } from '../../publicity/pure.ts';

/** An authority whose decisions the unit may hand in. */
export interface KnownAuthority {
  readonly uscc: string;
  readonly name: string;
}

/** Everything outside the row that the checks look at; all plain data, so that a browser can be sent it. */
export interface CheckContext {
  readonly today: CivilDate;
  readonly unit: { readonly name: string; readonly uscc?: string | null; readonly sector?: string };
  readonly authorities: readonly KnownAuthority[];
  readonly lists: readonly ItemList[];
  /** First day on which a basis of the item was in force (charter C1); absent: not judged. */
  readonly collectableFrom?: CivilDate;
  readonly publicityRules: readonly PublicityRule[];
  readonly penaltyClasses: readonly PenaltyKindClass[];
  readonly ownPeriods: readonly OwnPeriod[];
}
