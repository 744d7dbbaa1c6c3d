/** A unit's own records for its officers; whoever is shown in what is not public learns of it. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/index.ts';
import { listRecordsOfUnit, type OwnRecordsQuery } from '../records/index.ts';
import { ShownBook } from './shown-book.ts';
import { openAccess, writeShown } from './write-access.ts';

const reason = { kind: 'own-unit', purpose: null, caseNo: null } as const;

/**
 * Records of the actor's unit, newest decision first; other units' records are not there. The records in the list that
 * are not public are written down as looks of kind `own-unit`, one row for each subject (docs/decisions).
 * @throws Problem access-not-writable
 */
export async function listOwnRecords(platform: Platform, actor: SignedInActor, query: OwnRecordsQuery) {
  return platform.db.app.scoped({ unit: actor.unit }, async (tx) => {
    const records = await listRecordsOfUnit(tx, actor.unit, query);
    const book = new ShownBook();
    for (const { subjectId, item, recordId, fields } of records.filter((record) => !record.public)) {
      book.add(subjectId, item, recordId, Object.keys(fields));
    }
    if (book.subjectIds.length > 0) {
      const accessId = await openAccess(platform, tx, actor, reason, { subjectIds: book.subjectIds });
      await writeShown(platform, tx, accessId, book.all);
    }
    return records;
  });
}
