/** Reads what is held about a person, masked; the gate writes the access row before, in the same transaction. */
import { maskIdentityNumber, maskName } from '../../kernel/masking.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import { KeyNotThere } from '../../platform/key-folder.ts';
import { payloadPlace } from './append-persons.ts';
import { type PersonKeys, personKeysOf, type WrappedKey } from './person-keys.ts';
import type { PersonPayload, ShownPersonRecord } from './person-record.ts';
import { wrappedKeyOf } from './queries/persons.ts';
import { recordsOf, type SealedRecord } from './queries/records.ts';
import { openFor } from './seal.ts';

/**
 * A person's records, newest decision first; none where the transaction holds no access row about the subject: the
 * database itself then shows nothing. Name and number are masked, also where a text of the record repeats them.
 */
export async function listOwnRecords(
  platform: Platform,
  tx: Tx,
  subjectId: string,
  options: { history?: boolean; limit?: number } = {},
): Promise<ShownPersonRecord[]> {
  const dataKey = await findDataKey(tx, personKeysOf(platform), subjectId);
  if (dataKey === undefined) return [];
  const rows = await tx.query<SealedRecord>(
    recordsOf(subjectId, { history: options.history ?? false, limit: options.limit ?? 1_000 }),
  );
  return rows.map((row) => show(row, dataKey));
}

/** The person's key, unwrapped; undefined for nobody. A rotation may wrap the key anew, and destroy the old one, between reading the row and reading the file. */
export async function findDataKey(tx: Tx, keys: PersonKeys, subjectId: string): Promise<Buffer | undefined> {
  for (let attempt = 1; ; attempt++) {
    const person = await tx.maybe<WrappedKey>(wrappedKeyOf(subjectId));
    if (!person) return undefined;
    try {
      return keys.unwrap(person);
    } catch (error) {
      if (!(error instanceof KeyNotThere) || attempt === 3) throw error;
    }
  }
}

function show(row: SealedRecord, dataKey: Uint8Array): ShownPersonRecord {
  const place = payloadPlace(row.subject_id, row.record_id, row.version);
  const payload = JSON.parse(openFor(dataKey, row.payload, place).toString('utf8')) as PersonPayload;
  const masked = (text: string): string =>
    text
      .replaceAll(payload.identityNumber, maskIdentityNumber(payload.identityNumber))
      .replaceAll(payload.name, maskName(payload.name));
  return {
    subjectId: row.subject_id,
    recordId: row.record_id,
    version: row.version,
    item: row.item,
    editionId: row.edition_id,
    unitCode: row.unit_code,
    authorityUscc: row.authority_uscc,
    authorityName: payload.authorityName,
    decisionNo: payload.decisionNo,
    decidedOn: row.decided_on,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    inEffect: row.in_effect,
    misconductClass: row.misconduct_class,
    classAssumed: row.class_assumed,
    conductEndedOn: row.conduct_ended_on,
    name: maskName(payload.name),
    identityNumber: maskIdentityNumber(payload.identityNumber),
    fields: Object.fromEntries(Object.entries(payload.fields).map(([code, text]) => [code, masked(text)])),
    handedInOn: row.handed_in_on,
    acceptedAt: row.accepted_at,
    state: row.state,
  };
}
