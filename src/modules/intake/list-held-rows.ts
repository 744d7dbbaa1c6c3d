/** Held rows as an officer sees them: one's own unit's, and for the centre those assigned to it. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/index.ts';
import { writeHeldRowLook } from '../disclosure/index.ts';
import { actsForCentre } from './acts-for-centre.ts';
import { type HeldRow, openHeldRows } from './queries/held-rows.ts';

/** Rows that wait, oldest first; the subjects whose codes they bear see who looked. @throws Problem access-not-writable */
export async function listHeldRows(
  platform: Platform,
  actor: SignedInActor,
  page: { after?: string | undefined; limit: number },
) {
  const scope = { unitCode: actor.unit, centre: await actsForCentre(platform, actor) };
  const rows = await platform.db.app.transaction(async (tx) => {
    const found = await tx.query<HeldRow>(openHeldRows(scope, page));
    const shown = found.map((row) => ({
      item: row.item,
      code: row.key_value,
      fields: Object.keys(row.open_fields),
    }));
    await writeHeldRowLook(platform, tx, actor, shown);
    return found;
  });
  return rows.map((row) => ({
    heldRowId: row.held_row_id,
    submissionId: row.submission_id,
    row: row.row_no,
    unit: row.unit_code,
    item: row.item,
    rule: row.rule,
    params: row.params,
    partyName: row.party_name,
    uscc: row.key_value,
    holder: row.params?.holder ?? null,
    authorityName: row.authority_name,
    decisionNo: row.decision_no,
    decidedOn: row.decided_on,
    fields: row.open_fields,
    heldAt: row.held_at.toISOString(),
  }));
}
