/** The names that a person bears or bore, as marks under the person's own key, and the changes that a batch brings. */
import { normaliseName } from '../../kernel/name.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { logEachRow } from '../transparency/index.ts';
import type { PersonKeys } from './person-keys.ts';
import type { NameChange, PersonSettlement } from './person-record.ts';
import { insertNameChanges, type NewNameChange, renamePerson } from './queries/names.ts';
import { sealFor } from './seal.ts';

/** HMAC of a normalised name under the person's key. */
export function nameMark({ suite }: PersonKeys, dataKey: Uint8Array, name: string): Buffer {
  return Buffer.from(suite.hmac(dataKey, Buffer.from(`name\0${name}`)));
}

/** The place that the sealed text of a change is bound to. */
export const namePlace = (subjectId: string, changeId: string): string =>
  `person-name ${subjectId} ${changeId}`;

/** What is sealed of a change. */
export interface NamePayload {
  readonly formerName: string;
  readonly name: string;
  readonly evidence: string;
}

/** Marks of one person while a batch is at work, in the order of its entries. */
export class NameBook {
  readonly subjectId: string;
  readonly dataKey: Buffer;
  readonly changes: NewNameChange[] = [];
  readonly #keys: PersonKeys;
  readonly #former: Set<string>;
  #current: Buffer;

  constructor(
    keys: PersonKeys,
    subjectId: string,
    dataKey: Buffer,
    { name_mark, former_marks }: { readonly name_mark: Buffer; readonly former_marks: readonly Buffer[] },
  ) {
    this.#keys = keys;
    this.subjectId = subjectId;
    this.dataKey = dataKey;
    this.#current = name_mark;
    this.#former = new Set(former_marks.map((mark) => mark.toString('hex')));
  }

  /**
   * Whether the number may come with this name: it is the one on file, one that the person bore before (older decisions
   * bear it), or another that a proved change leads to from the one on file. A former name that was not known is kept.
   */
  believes(name: string, change: NameChange | undefined): boolean {
    const mark = this.#markOf(name);
    const former = change && this.#markOf(normaliseName(change.formerName));
    const isCurrent = mark.equals(this.#current);
    const isKnown = isCurrent || this.#former.has(mark.toString('hex'));
    if (!former || former.equals(mark) || this.#former.has(former.toString('hex'))) return isKnown;
    if (!isCurrent && !former.equals(this.#current)) return isKnown;
    this.#add({ former, mark, renames: !isCurrent }, { ...change, name });
    return true;
  }

  #add(
    { former, mark, renames }: { former: Buffer; mark: Buffer; renames: boolean },
    text: NamePayload,
  ): void {
    const changeId = newId();
    this.changes.push({
      subjectId: this.subjectId,
      changeId,
      formerMark: former,
      nameMark: mark,
      renames,
      payload: sealFor(
        this.#keys.suite,
        this.dataKey,
        Buffer.from(JSON.stringify(text)),
        namePlace(this.subjectId, changeId),
      ),
    });
    this.#former.add(former.toString('hex'));
    this.#current = mark;
  }

  #markOf(name: string): Buffer {
    return nameMark(this.#keys, this.dataKey, name);
  }
}

/** Writes what changed, each an entry of the log of its own. @throws Error when another settlement renamed meanwhile: the job begins again */
export async function writeNameChanges(
  tx: Tx,
  changes: readonly NewNameChange[],
  { unitCode, submissionId, acceptedAt }: PersonSettlement,
): Promise<void> {
  if (changes.length === 0) return;
  for (const { subjectId, formerMark, nameMark: mark, renames } of changes) {
    if (renames && !(await tx.maybe(renamePerson(subjectId, formerMark, mark))))
      throw new Error('a person was renamed by another settlement at the same time');
  }
  await tx.query(insertNameChanges(changes, { unitCode, submissionId, at: acceptedAt }));
  await logEachRow(
    tx,
    'persons.name_change',
    changes.map(({ changeId }) => changeId),
  );
}
