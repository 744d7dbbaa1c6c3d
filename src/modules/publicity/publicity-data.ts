/** The files of data/law that this module loads: rules, classes of penalty, and laws' own periods. */
import ownPeriods from '../../../data/law/own-periods.json' with { type: 'json' };
import classes from '../../../data/law/penalty-kind-classes.json' with { type: 'json' };
import rules from '../../../data/law/publicity-rules.json' with { type: 'json' };
import type { OwnPeriod, PenaltyKindClass, PublicityRule } from './rules.ts';

/** Everything this module loads. */
export interface PublicityData {
  readonly rules: readonly PublicityRule[];
  readonly classes: readonly PenaltyKindClass[];
  readonly ownPeriods: readonly OwnPeriod[];
}

/** The files as shipped. */
export const publicityData: PublicityData = {
  rules: rules.items as readonly PublicityRule[],
  classes: classes.items as readonly PenaltyKindClass[],
  ownPeriods: ownPeriods.items as readonly OwnPeriod[],
};
