/** Settles the staged rows about natural persons: opened, sealed anew under each person's key, appended, and counted. */
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { appendPersons, type PersonEntry, type PersonSettlement, personKeysOf } from '../persons/index.ts';
import type { PersonFacts } from './checking/finding.ts';
import { markStagedPersons, nextStagedPersons, orderStagedPersons } from './queries/staged-persons.ts';
import type { Relations } from './queries/staging.ts';
import type { StagedPersons } from './staged-persons.ts';

const BATCH = 500;

/** How the rows came out; what is in neither was rejected. */
export interface PersonCounts {
  rows: number;
  accepted: number;
  duplicate: number;
}

/** In the settlement's transaction; leaves each row's outcome in its table for the findings. */
export async function settlePersons(
  platform: Platform,
  tx: Tx,
  { relations, staged }: { relations: Relations; staged: StagedPersons },
  facts: PersonSettlement,
): Promise<PersonCounts> {
  const counts: PersonCounts = { rows: staged.rows, accepted: 0, duplicate: 0 };
  if (staged.rows === 0) return counts;
  await tx.query(orderStagedPersons(relations));
  for (let after = 0; ; ) {
    const rows = await tx.query<{ row_no: number; sealed: Buffer }>(
      nextStagedPersons(relations, after, BATCH),
    );
    if (rows.length === 0) return counts;
    const entries = rows.map(({ row_no, sealed }) => entryOf(row_no, staged.open(row_no, sealed)));
    const outcomes = await appendPersons(tx, personKeysOf(platform), entries, facts);
    for (const outcome of outcomes) {
      if (outcome === 'first' || outcome === 'version') counts.accepted++;
      else if (outcome === 'duplicate' || outcome === 'repeated') counts.duplicate++;
    }
    const marked = rows.map(({ row_no }, place) => ({ row: row_no, outcome: outcomes[place] as string }));
    await tx.query(markStagedPersons(relations, marked));
    after = rows.at(-1)?.row_no as number;
  }
}

function entryOf(row: number, person: PersonFacts): PersonEntry {
  const { name, identityNumber, authorityName, decisionNo, fields, ...columns } = person;
  return {
    ...columns,
    recordId: newId(),
    payload: { name, identityNumber, authorityName, decisionNo, row, fields },
  };
}
