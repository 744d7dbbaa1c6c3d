/** What a public record carries: its commitment signed at once, and the proof that the log holds it. */
import type { Platform } from '../../platform/index.ts';
import { findRowProof, findRowReceipt, type RowProof, type RowReceipt } from '../transparency/index.ts';
import { recordSource } from './log-sources.ts';
import type { PublicRecord } from './public-record.ts';
import { firstDecidedOn, type LoggedVersion, placeOfVersion, versionForReceipt } from './queries/log-rows.ts';

type Version = Pick<PublicRecord, 'subjectId' | 'recordId' | 'version' | 'decidedOn'>;

/** The receipt of a record that was just found public. */
export async function findRecordReceipt(
  platform: Platform,
  record: Version,
): Promise<RowReceipt | undefined> {
  const row = await platform.db.app.scoped({ duty: 'log' }, async (tx) => {
    // Version 1 fixes the partition; a later one may have corrected the day.
    const firstOn =
      record.version === 1
        ? record.decidedOn
        : (await tx.one<{ first_decided_on: string }>(firstDecidedOn(record))).first_decided_on;
    return tx.maybe<LoggedVersion>(versionForReceipt(record, firstOn));
  });
  if (!row) return undefined;
  const { entry_id: entryId, key, shown, kept } = row;
  return findRowReceipt(platform, { entryId, key, parts: [shown, kept] });
}

/** The inner proof of a record that was just found public; undefined until its entry is in the log. */
export async function findRecordProof(platform: Platform, record: Version): Promise<RowProof | undefined> {
  const found = await platform.db.app.scoped({ duty: 'log' }, (tx) =>
    tx.maybe<{ entry_id: string; place: number }>(placeOfVersion(record)),
  );
  if (!found) return undefined;
  return findRowProof(platform, recordSource, { entryId: found.entry_id, index: found.place });
}
