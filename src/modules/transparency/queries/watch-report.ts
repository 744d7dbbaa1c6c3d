/** Statements for auditors: what the monitor found and still finds, and its rounds. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { DifferenceKind } from '../monitor/difference.ts';

/** A difference as it stands in the books. */
export interface AlarmRow {
  readonly alarmId: string;
  readonly kind: DifferenceKind;
  readonly source: string | null;
  readonly entryId: string | null;
  readonly leafIndex: string | null;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly closedAt: Date | null;
}

/** Open ones first, then those closed last. */
export const alarmsNow = (most: number): Sql => sql`
  select alarm_id as "alarmId", kind, source, entry_id as "entryId", leaf_index as "leafIndex", first_seen_at as "firstSeenAt",
    last_seen_at as "lastSeenAt", closed_at as "closedAt"
  from transparency.alarm order by closed_at is not null, closed_at desc, alarm_id desc limit ${most}`;

/** One whole round of the monitor. */
export interface RoundRow {
  readonly roundId: string;
  readonly beganAt: Date;
  readonly endedAt: Date;
  readonly treeSize: string;
  readonly entries: string;
  readonly rows: string;
  readonly alarms: number;
}

export const latestRounds = (most: number): Sql => sql`
  select round_id as "roundId", began_at as "beganAt", ended_at as "endedAt", tree_size as "treeSize", entries, rows, alarms
  from transparency.monitor_round order by round_id desc limit ${most}`;

/** Entries there are, and of them those that have no place in the log yet; alarms that are open. */
export const watchFigures = (): Sql => sql`
  select (select count(*) from transparency.entry where leaf_index is null) as waiting,
    (select coalesce(max(leaf_index) + 1, 0) from transparency.entry) as placed,
    (select count(*)::integer from transparency.alarm where closed_at is null) as "openAlarms"`;
