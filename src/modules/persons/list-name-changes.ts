/** Reads a person's changes of name, masked; like records only in a transaction with an access row about the person. */
import { maskName } from '../../kernel/masking.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import { findDataKey } from './list-own-records.ts';
import { type NamePayload, namePlace } from './name-book.ts';
import { personKeysOf } from './person-keys.ts';
import { nameChangesOf, type SealedNameChange } from './queries/names.ts';
import { openFor } from './seal.ts';

/** A change of name as its person reads it. */
export interface ShownNameChange {
  formerName: string;
  name: string;
  evidence: string;
  unitCode: string;
  changedAt: Date;
}

/** Newest first; names masked, also where the evidence repeats them. */
export async function listNameChanges(
  platform: Platform,
  tx: Tx,
  subjectId: string,
): Promise<ShownNameChange[]> {
  const dataKey = await findDataKey(tx, personKeysOf(platform), subjectId);
  if (dataKey === undefined) return [];
  const rows = await tx.query<SealedNameChange>(nameChangesOf(subjectId));
  return rows.map(({ change_id, payload, unit_code, changed_at }) => {
    const opened = openFor(dataKey, payload, namePlace(subjectId, change_id)).toString('utf8');
    const { formerName, name, evidence } = JSON.parse(opened) as NamePayload;
    return {
      formerName: maskName(formerName),
      name: maskName(name),
      evidence: evidence.replaceAll(formerName, maskName(formerName)).replaceAll(name, maskName(name)),
      unitCode: unit_code,
      changedAt: changed_at,
    };
  });
}
