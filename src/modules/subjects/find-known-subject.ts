/** Finds subjects that the public may not know of, for those who must: the disclosure gate, a subject at its own file. */
import type { Queryable } from '../../platform/db/index.ts';
import { type Subject, toSubject } from './find-subject.ts';
import type { SubjectRow } from './queries/find.ts';
import { knownByIds, knownByKeys, subjectsOfKeys } from './queries/known.ts';

/** The subject with this code or number, provisional ones too; merges are followed. */
export async function findKnownSubject(db: Queryable, key: string): Promise<Subject | undefined> {
  return toSubject((await db.query<SubjectRow>(knownByKeys([key])))[0]);
}

/** The subject of an id (decimal text), or the one that stands for it. */
export async function findKnownSubjectById(db: Queryable, subjectId: string): Promise<Subject | undefined> {
  return toSubject((await db.query<SubjectRow>(knownByIds([subjectId])))[0]);
}

/** The subjects of many ids; each once, those that are merged by the one that stands for them (see `ids`). */
export async function findKnownSubjectsById(
  db: Queryable,
  subjectIds: readonly string[],
): Promise<readonly Subject[]> {
  return (await db.query<SubjectRow>(knownByIds(subjectIds))).flatMap((row) => toSubject(row) ?? []);
}

/** Codes with the ids of the subjects that bear them; codes that nobody bears are left out. */
export async function subjectIdsOfKeys(
  db: Queryable,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<{ key_value: string; subject_id: string }>(subjectsOfKeys(keys));
  return new Map(rows.map((row) => [row.key_value, row.subject_id]));
}
