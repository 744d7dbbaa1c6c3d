/** Appends decisions about natural persons, batch by batch, in the transaction of the settlement. */
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { logEachRow } from '../transparency/index.ts';
import { holdCurrentKek } from './hold-kek.ts';
import { type KnownPerson, knowPersons } from './know-persons.ts';
import type { PersonKeys } from './person-keys.ts';
import type { PersonEntry, PersonOutcome, PersonSettlement } from './person-record.ts';
import { insertVersions, type KnownRecord, knownRecords, type NewVersion } from './queries/records.ts';
import { during } from './queries/scope.ts';
import { sealFor } from './seal.ts';

/** The place a payload is bound to. */
export const payloadPlace = (subjectId: string, recordId: string, version: number): string =>
  `person-record ${subjectId} ${recordId} ${version}`;

interface Standing {
  recordId: string;
  latest: number;
  content: Buffer | null;
  submission: string | null;
}

/**
 * Judges the entries in their order and appends those that are new; each version is an entry of the log of its own.
 * Everything or nothing: the caller's transaction decides. Batches of a few hundred.
 */
export async function appendPersons(
  tx: Tx,
  keys: PersonKeys,
  entries: readonly PersonEntry[],
  facts: PersonSettlement,
): Promise<PersonOutcome[]> {
  if (entries.length === 0) return [];
  return during(tx, 'settle', async () => {
    const kek = await holdCurrentKek(tx, keys);
    const persons = await knowPersons(tx, keys, kek, entries, facts);
    const marked = entries.map((entry, place) => markEntry(keys, entry, persons[place] as KnownPerson));
    const standing = await standingOf(tx, marked);
    const versions: NewVersion[] = [];
    const outcomes = marked.map((one) => {
      const outcome = judge(one, standing.get(one.key), facts.submissionId);
      if (outcome === 'first' || outcome === 'version') versions.push(append(keys, one, standing, facts));
      return outcome;
    });
    await tx.query(insertVersions(versions, facts));
    await logEachRow(
      tx,
      'persons.record',
      versions.map(({ entryId }) => entryId),
    );
    return outcomes;
  });
}

interface Marked {
  entry: PersonEntry;
  person: KnownPerson;
  identity: Buffer;
  content: Buffer;
  /** Subject and identity, for maps. */
  key: string;
}

/** Identity and content under the person's own key: they are told by nobody once it is destroyed. */
function markEntry({ suite }: PersonKeys, entry: PersonEntry, person: KnownPerson): Marked {
  const hmac = (text: string) => Buffer.from(suite.hmac(person.dataKey, Buffer.from(text)));
  const identity = hmac(`identity\0${entry.identityText}`);
  const content = hmac(`content\0${entry.contentText}`);
  return { entry, person, identity, content, key: `${person.subjectId} ${identity.toString('hex')}` };
}

async function standingOf(tx: Tx, marked: readonly Marked[]): Promise<Map<string, Standing>> {
  const asked = [...new Map(marked.map((one) => [one.key, one])).values()];
  const known = await tx.query<KnownRecord>(
    knownRecords(asked.map(({ person, identity }) => ({ subjectId: person.subjectId, identity }))),
  );
  return new Map(
    known.map((row) => [
      `${row.subject_id} ${row.identity.toString('hex')}`,
      {
        recordId: row.record_id,
        latest: row.latest,
        content: row.standing_content,
        submission: row.standing_submission,
      },
    ]),
  );
}

function judge(
  { person, content }: Marked,
  known: Standing | undefined,
  submissionId: string,
): PersonOutcome {
  if (person.isOtherName) return 'name-differs';
  if (known === undefined) return 'first';
  const isSame = known.content?.equals(content) ?? false;
  // An earlier row of the same file.
  if (known.submission === submissionId) return isSame ? 'repeated' : 'contradicts';
  return isSame ? 'duplicate' : 'version';
}

function append(
  keys: PersonKeys,
  { entry, person, identity, content, key }: Marked,
  standing: Map<string, Standing>,
  facts: PersonSettlement,
): NewVersion {
  const known = standing.get(key);
  const recordId = known?.recordId ?? entry.recordId;
  const version = (known?.latest ?? 0) + 1;
  standing.set(key, { recordId, latest: version, content, submission: facts.submissionId });
  const text = Buffer.from(JSON.stringify(entry.payload));
  const payload = sealFor(
    keys.suite,
    person.dataKey,
    text,
    payloadPlace(person.subjectId, recordId, version),
  );
  const {
    recordId: _,
    payload: __,
    identityText: ___,
    contentText: ____,
    nameChange: _____,
    ...columns
  } = entry;
  return {
    ...columns,
    subjectId: person.subjectId,
    recordId,
    version,
    identity,
    content,
    payload,
    entryId: newId(),
  };
}
