/** Finds one subject by a key that it bears; merges are followed. */
import type { Queryable } from '../../platform/db/index.ts';
import { type SubjectRow, subjectById, subjectByKey } from './queries/find.ts';

/** A subject as everybody may know it. `ids` are all ids whose records are its own, itself first. */
export interface Subject {
  readonly subjectId: string;
  readonly ids: readonly string[];
  /** Null for subjects of the legacy lane. */
  readonly uscc: string | null;
  readonly name: string;
  /** Newest first. */
  readonly formerNames: readonly string[];
  readonly kind: SubjectRow['kind'];
  /** Treated as a natural person: found by exact code or full name only (charter C13). */
  readonly c13: boolean;
  readonly status: SubjectRow['status'];
  readonly registeredOn: string | null;
  readonly areaCode: string | null;
  /** Known from somebody's record about a valid code, not yet from the register. */
  readonly provisional: boolean;
  /** First known by a number from before the unified code. */
  readonly legacy: boolean;
}

/** The subject of a row; undefined for none. */
export function toSubject(row: SubjectRow | undefined): Subject | undefined {
  if (!row) return undefined;
  return {
    subjectId: row.subject_id,
    ids: row.ids,
    uscc: row.uscc,
    name: row.name,
    formerNames: row.former_names,
    kind: row.kind,
    c13: row.c13,
    status: row.status,
    registeredOn: row.registered_on,
    areaCode: row.area_code,
    provisional: row.provisional,
    legacy: row.legacy,
  };
}

/** The subject with this USCC (18 characters, upper case); `db` may be the portal's. */
export async function findSubject(db: Queryable, uscc: string): Promise<Subject | undefined> {
  return toSubject(await db.maybe<SubjectRow>(subjectByKey('uscc', uscc)));
}

/** The subject with this number from before the unified code; `kind` as in `subject_key`. */
export async function findSubjectByLegacy(
  db: Queryable,
  kind: string,
  value: string,
): Promise<Subject | undefined> {
  return toSubject(await db.maybe<SubjectRow>(subjectByKey(kind, value)));
}

/** The subject of an id (decimal text), or the one that stands for it. */
export async function findSubjectById(db: Queryable, subjectId: string): Promise<Subject | undefined> {
  return toSubject(await db.maybe<SubjectRow>(subjectById(subjectId)));
}
