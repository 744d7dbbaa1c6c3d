/** Statements of the monitor: entries beside their leaves, what is late, and the books of alarms. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** An entry as the monitor holds it against its leaf. */
export interface WatchedEntry {
  entry_id: string;
  source: string;
  rows: number;
  secret: Buffer | null;
  root: Buffer | null;
  commitment: Buffer;
  leaf_index: string;
  is_erased: boolean;
}

const watched = sql`
  e.entry_id, e.source, e.rows, e.secret, e.root, e.commitment, e.leaf_index,
  e.source like 'persons.%' and exists (select from transparency.erased_entry x
    join transparency.entry erasure on erasure.entry_id = x.erasure_entry_id and erasure.source = 'persons.erasure'
    where x.entry_id = e.entry_id) as is_erased`;

/** Entries with a place in `[from, until)`, in the order of the log. */
export const entriesAt = (from: number, until: number): Sql => sql`
  select ${watched} from transparency.entry e
  where e.leaf_index >= ${from} and e.leaf_index < ${until} order by e.leaf_index`;

/** One entry again, since it may have been erased meanwhile. */
export const entryAgain = (entryId: string): Sql => sql`
  select ${watched} from transparency.entry e where e.entry_id = ${entryId}::bigint and e.leaf_index is not null`;

/** Entries put down ten minutes ago and in no published checkpoint of this size. */
export const lateEntries = (size: number, most: number): Sql => sql`
  select entry_id, source from transparency.entry
  where (leaf_index is null or leaf_index >= ${size}) and queued_at < now() - interval '10 minutes'
  order by entry_id limit ${most}`;

/** Which of these entries of a source there are. */
export const knownEntries = (source: string, entryIds: readonly string[]): Sql => sql`
  select entry_id from transparency.entry where source = ${source} and entry_id = any(${entryIds}::bigint[])`;

/** The state of a source that was logged last. */
export const latestStateEntry = (source: string): Sql => sql`
  select entry_id, rows, secret, root from transparency.entry where source = ${source} and digest is not null
  order by entry_id desc limit 1`;

/** A difference as it is written down. */
export interface AlarmToRaise {
  readonly alarmId: string;
  readonly kind: string;
  readonly source: string | null;
  readonly entryId: string | null;
  readonly leafIndex: number | null;
}

/** Opens alarms, or says of open ones that they are still seen. @returns those that were opened now */
export const raiseAlarms = (alarms: readonly AlarmToRaise[], at: Date): Sql => sql`
  insert into transparency.alarm (alarm_id, kind, source, entry_id, leaf_index, first_seen_at, last_seen_at)
  select a.id, a.kind, a.source, a.entry, a.leaf, ${at}, ${at}
  from unnest(${alarms.map((a) => a.alarmId)}::bigint[], ${alarms.map((a) => a.kind)}::text[],
    ${alarms.map((a) => a.source)}::text[], ${alarms.map((a) => a.entryId)}::bigint[],
    ${alarms.map((a) => a.leafIndex)}::bigint[]) as a (id, kind, source, entry, leaf)
  on conflict (kind, coalesce(source, ''), coalesce(entry_id, -1), coalesce(leaf_index, -1)) where closed_at is null
    do update set last_seen_at = excluded.last_seen_at
  returning alarm_id, kind, source, entry_id, leaf_index, first_seen_at = last_seen_at as is_new`;

/** Closes what this round no longer found. */
export const closeAlarms = (at: Date): Sql => sql`
  update transparency.alarm set closed_at = ${at} where closed_at is null and last_seen_at < ${at}`;

export const insertRound = (round: {
  readonly roundId: string;
  readonly beganAt: Date;
  readonly endedAt: Date;
  readonly size: number;
  readonly entries: number;
  readonly rows: number;
  readonly alarms: number;
}): Sql => sql`
  insert into transparency.monitor_round (round_id, began_at, ended_at, tree_size, entries, rows, alarms)
  values (${round.roundId}, ${round.beganAt}, ${round.endedAt}, ${round.size}, ${round.entries}, ${round.rows},
    ${round.alarms})`;

/** An alarm that was raised or is seen again. */
export interface RaisedAlarm {
  kind: string;
  source: string | null;
  entry_id: string | null;
  leaf_index: string | null;
  is_new: boolean;
}

/** What the page of the log says of entries, erasures and the monitor. */
export interface LogFigures {
  entries: string;
  erased: string;
  open_alarms: number;
  last_round_at: Date | null;
}

export const logFigures = (): Sql => sql`
  select (select coalesce(max(leaf_index) + 1, 0) from transparency.entry) as entries,
    (select count(*) from transparency.erased_entry) as erased,
    (select count(*)::integer from transparency.alarm where closed_at is null) as open_alarms,
    (select max(ended_at) from transparency.monitor_round) as last_round_at`;
