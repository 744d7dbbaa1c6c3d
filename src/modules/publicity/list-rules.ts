/** Reads the dated rules of publicity, past ones included. */
import type { Queryable } from '../../platform/db/index.ts';
import { selectClasses, selectOwnPeriods, selectRules } from './queries.ts';
import type { OwnPeriod, PenaltyKindClass, PublicityRule } from './rules.ts';

/** Months of publicity by class and date. */
export function listPublicityRules(db: Queryable): Promise<PublicityRule[]> {
  return db.query<PublicityRule>(selectRules());
}

/** The class assumed from a kind of penalty, by date. */
export function listPenaltyClasses(db: Queryable): Promise<PenaltyKindClass[]> {
  return db.query<PenaltyKindClass>(selectClasses());
}

/** Periods that laws themselves set. */
export function listOwnPeriods(db: Queryable): Promise<OwnPeriod[]> {
  return db.query<OwnPeriod>(selectOwnPeriods());
}
