/** Brings known subjects up to date with accepted registration rows: status, area, name, old numbers. */
import { civilDateAt } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db/index.ts';
import { nameColumns } from './name-columns.ts';
import {
  type Accepted,
  addLegacyKeys,
  findRenamings,
  findUnlistedNames,
  hideNames,
  listNames,
  type Renaming,
  refreshAreas,
  rename,
  type UnlistedName,
  updateFacts,
} from './queries/apply.ts';
import { REGISTRATION_STATUSES } from './registration-status.ts';

const BATCH = 5000;

/** How much was changed. */
export interface AppliedRegistrations {
  /** Subjects whose status, date, area, or provisional mark changed. */
  readonly updated: number;
  readonly renamed: number;
  readonly keysAdded: number;
}

/**
 * Applies registration rows to the subjects they were accepted for; the last row of a subject counts. Registered
 * subjects are provisional no longer; a new name closes the present one where the row gives that as its former name.
 * @param staged schema-qualified relation with the columns of the README
 * @param matched schema-qualified relation with `row_no, subject_id` of the accepted rows
 */
export async function applyRegistrations(
  tx: Tx,
  staged: string,
  matched: string,
  now: Date,
): Promise<AppliedRegistrations> {
  const accepted: Accepted = { staged, matched };
  const changed = await tx.query<{ subject_id: string }>(updateFacts(accepted, REGISTRATION_STATUSES));
  for (let at = 0; at < changed.length; at += BATCH) {
    const ids = changed.slice(at, at + BATCH).map((row) => row.subject_id);
    await tx.query(hideNames(ids));
    await tx.query(refreshAreas(ids));
    const unlisted = await tx.query<UnlistedName>(findUnlistedNames(ids));
    if (unlisted.length > 0) await tx.query(listNames(unlisted.map(prepare)));
  }
  const renamings = await tx.query<Renaming>(findRenamings(accepted));
  for (let at = 0; at < renamings.length; at += BATCH) {
    await tx.query(rename(renamings.slice(at, at + BATCH).map(prepare), civilDateAt(now)));
  }
  const keys = await tx.query(addLegacyKeys(accepted, now));
  return { updated: changed.length, renamed: renamings.length, keysAdded: keys.length };
}

function prepare<Name extends Renaming>(name: Name) {
  const { norm, bigrams, initials } = nameColumns(name.name);
  return { ...name, name_norm: norm, name_bigram: bigrams, name_initials: initials };
}
