/** Takes back what a withdrawn registration said of subjects: known from departments' files at most. */
import type { Tx } from '../../platform/db/index.ts';
import { unlistNames, unregister } from './queries/apply.ts';

/**
 * Subjects of which no registration stands any more are provisional: the public sees them while a record about them is
 * public, and not otherwise. Their keys and names stay for the next registration.
 */
export async function withdrawRegistrations(tx: Tx, subjectIds: readonly string[]): Promise<void> {
  await tx.query(unregister(subjectIds));
  await tx.query(unlistNames(subjectIds));
}
