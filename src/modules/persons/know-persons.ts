/** Finds the persons that entries are about, and makes those that are new. */
import { normaliseName } from '../../kernel/name.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { NumberedKey } from '../../platform/key-folder.ts';
import { NameBook, nameMark, writeNameChanges } from './name-book.ts';
import { type PersonKeys, randomSubjectId } from './person-keys.ts';
import type { PersonEntry, PersonSettlement } from './person-record.ts';
import { type FoundPerson, insertLinks, insertPersons, personsByIndex } from './queries/persons.ts';

/** A person while a batch is at work; the key leaves memory with it. */
export interface KnownPerson {
  subjectId: string;
  dataKey: Buffer;
  /** Whether the number belongs to somebody who came with another name. */
  isOtherName: boolean;
}

type Indexed = { index: Buffer; name: string };

/** In the order of the entries. The transaction holds `kek`. */
export async function knowPersons(
  tx: Tx,
  keys: PersonKeys,
  kek: NumberedKey,
  entries: readonly PersonEntry[],
  facts: PersonSettlement,
): Promise<KnownPerson[]> {
  const indexed = entries.map(({ payload }): Indexed & { hex: string } => {
    const index = keys.blindIndex(payload.identityNumber);
    return { index, hex: index.toString('hex'), name: normaliseName(payload.name) };
  });
  const distinct = new Map<string, Indexed>();
  for (const one of indexed) if (!distinct.has(one.hex)) distinct.set(one.hex, one);
  const found = await find(tx, [...distinct.values()]);
  const missing = [...distinct].filter(([hex]) => !found.has(hex)).map(([, one]) => one);
  if (missing.length > 0) {
    await make(tx, keys, kek, missing, facts.acceptedAt);
    for (const [hex, person] of await find(tx, missing)) found.set(hex, person);
  }
  const dataKeys = new Map([...found].map(([hex, person]) => [hex, keys.unwrap(person)]));
  const books = new Map(
    [...found].map(([hex, person]) => [
      hex,
      new NameBook(keys, person.subject_id, dataKeys.get(hex) as Buffer, person),
    ]),
  );
  const known = indexed.map(({ hex, name }, place) => {
    const book = books.get(hex);
    if (!book) throw new Error('a person was neither found nor made');
    const { subjectId, dataKey } = book;
    return { subjectId, dataKey, isOtherName: !book.believes(name, entries[place]?.nameChange) };
  });
  await writeNameChanges(
    tx,
    [...books.values()].flatMap((book) => book.changes),
    facts,
  );
  return known;
}

async function find(tx: Tx, asked: readonly Indexed[]): Promise<Map<string, FoundPerson>> {
  const rows = await tx.query<FoundPerson>(personsByIndex(asked.map(({ index }) => index)));
  return new Map(rows.map((row) => [row.blind_index.toString('hex'), row]));
}

/** Sorted, so that two settlements that make the same persons only wait for each other. */
async function make(
  tx: Tx,
  keys: PersonKeys,
  kek: NumberedKey,
  missing: readonly Indexed[],
  at: Date,
): Promise<void> {
  const wanted = [...missing]
    .sort((a, b) => Buffer.compare(a.index, b.index))
    .map((one) => ({ ...one, subjectId: randomSubjectId(), dataKey: keys.newDataKey() }));
  const linked = await tx.query<{ subject_id: string }>(
    insertLinks(wanted.map(({ index, subjectId }) => ({ blindIndex: index, subjectId }))),
  );
  const own = new Set(linked.map((row) => row.subject_id));
  const made = wanted.filter(({ subjectId }) => own.has(subjectId));
  await tx.query(
    insertPersons(
      made.map(({ subjectId, dataKey, name }) => ({
        subjectId,
        wrapped: keys.wrap(kek, subjectId, dataKey),
        kekId: kek.id,
        nameMark: nameMark(keys, dataKey, name),
      })),
      at,
    ),
  );
}
