/** Access rows as the log commits to them: nothing of a look is public, not even its purpose. */
import type { LoggedRow, LogSource } from '../transparency/index.ts';
import { paged } from '../transparency/index.ts';
import {
  accessEntryIds,
  accessesOfEntries,
  accessesOfEntryAt,
  type LoggedAccessRow,
} from './queries/access.ts';
import { ACCESS_SOURCE } from './write-access.ts';

function toLogged(row: LoggedAccessRow): LoggedRow {
  const { entry_id, subject_id, accessed_at, items, ...rest } = row;
  const shown = Object.entries(items ?? {})
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([item, { records, fields }]) => [item, records, fields]);
  const kept = Object.entries({ ...rest, subject_id, accessed_at: accessed_at.toISOString() });
  kept.sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    entryId: entry_id,
    key: subject_id,
    parts: ['{}', JSON.stringify([...kept, ['shown', items === null ? null : shown]])],
  };
}

/** The source for the log, registered in app. */
export const accessSource: LogSource = {
  source: ACCESS_SOURCE,
  kind: 'rows',
  rowsOf: (db, entryIds) =>
    paged<LoggedRow>(1000, async (last, most) => {
      const from = last && { entryId: last.entryId, subjectId: last.key };
      return (await db.query<LoggedAccessRow>(accessesOfEntries(entryIds, from, most))).map(toLogged);
    }),
  entryIds: async (db, after, most) =>
    (await db.query<{ entry_id: string }>(accessEntryIds(after, most))).map((row) => row.entry_id),
  rowsAt: async (db, entryId, from, most) =>
    (await db.query<LoggedAccessRow>(accessesOfEntryAt(entryId, from, most))).map(toLogged),
};
