/** Writes down what rests on which article: items, rules, time limits. */
import type { Tx } from '../../platform/db/index.ts';
import { logState } from '../transparency/index.ts';
import { basisUseSource } from './log-source.ts';
import { clearBasisUse, insertBasisUse } from './queries.ts';

/** Something that rests on an article. */
export interface BasisUse {
  readonly id: string;
  readonly instrument: string;
  readonly article: string;
}

/** What may rest on an article. */
export type BasisUseKind =
  | 'time-limit'
  | 'item'
  | 'publicity-rule'
  | 'penalty-kind-class'
  | 'own-period'
  | 'purpose';

/** Replaces all uses of a kind; the article must be known (foreign key). */
export async function recordBasisUse(tx: Tx, kind: BasisUseKind, uses: readonly BasisUse[]): Promise<void> {
  await tx.query(clearBasisUse(kind));
  await tx.query(insertBasisUse(kind, uses));
  await logState(tx, basisUseSource);
}
