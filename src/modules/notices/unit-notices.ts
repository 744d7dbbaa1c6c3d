/** Telling units: what officers with a duty are told in the console, each thing once. */
import type { Queryable } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { insertUnitNotices, unitNotices } from './queries/unit-notices.ts';

/** Kinds of news for units. */
export const unitNoticeKinds = [
  'collection-due',
  'collection-overdue',
  'collection-escalated',
  'collection-contradicted',
] as const;
export type UnitNoticeKind = (typeof unitNoticeKinds)[number];

/** News for those of a unit who hold a role; `reference` names what it is about, so that it is told once. */
export interface UnitNews {
  readonly unit: string;
  readonly role: string;
  readonly kind: UnitNoticeKind;
  readonly reference: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** Writes what was not told yet. @returns how many were new */
export async function tellUnits(db: Queryable, at: Date, news: readonly UnitNews[]): Promise<number> {
  if (news.length === 0) return 0;
  const rows = news.map((one) => ({ ...one, unitNoticeId: newId() }));
  return (await db.query(insertUnitNotices(rows, at))).length;
}

/** News as an officer reads it. */
export interface UnitNotice {
  readonly noticeId: string;
  readonly kind: UnitNoticeKind;
  readonly facts: Readonly<Record<string, string>>;
  readonly at: Date;
}

/** The newest news for somebody of the unit with these roles. */
export function listUnitNotices(
  db: Queryable,
  reader: { readonly unit: string; readonly roles: readonly string[] },
  limit: number,
): Promise<UnitNotice[]> {
  return db.query<UnitNotice>(unitNotices(reader, limit));
}
