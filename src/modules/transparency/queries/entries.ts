/** Statements on entries: putting them down, giving them their places, reading them again. */
import { planned, type Sql, sql } from '../../../platform/db/index.ts';

/** An entry as it is put down. */
export interface EntryToInsert {
  readonly entryId: string;
  readonly source: string;
  readonly rows: number;
  readonly reference?: string;
  readonly secret: Uint8Array;
  readonly digest?: Uint8Array;
  readonly root?: Uint8Array;
}

export const insertEntry = (entry: EntryToInsert): Sql => sql`
  insert into transparency.entry (entry_id, source, reference, rows, secret, digest, root, queued_at)
  values (${entry.entryId}, ${entry.source}, ${entry.reference ?? null}, ${entry.rows}, ${entry.secret},
    ${entry.digest ?? null}, ${entry.root ?? null}, now())`;

/** Entries of one row each, put down at once. */
export const insertEntries = (
  source: string,
  entries: readonly { readonly entryId: string; readonly secret: Uint8Array }[],
): Sql => sql`
  insert into transparency.entry (entry_id, source, rows, secret, queued_at)
  select n.entry_id, ${source}, 1, n.secret, now()
  from unnest(${entries.map((one) => one.entryId)}::bigint[], ${entries.map((one) => one.secret)}::bytea[])
    as n (entry_id, secret)`;

/** One load of a source at a time judges whether its state is another. */
export const lockState = (source: string): Sql => sql`
  select pg_advisory_xact_lock(hashtext('transparency.state'), hashtext(${source}))`;

/** The state of a source that was logged last. */
export const latestState = (source: string): Sql => sql`
  select entry_id, digest from transparency.entry where source = ${source} and digest is not null
  order by entry_id desc limit 1`;

/** Whether this session alone sequences, until its transaction ends. */
export const trySequencerLock = (): Sql => sql`
  select pg_try_advisory_xact_lock(hashtext('transparency.sequencer'), 0) as locked`;

/** An entry as sequencer and monitor read it. */
export interface EntryRow {
  entry_id: string;
  source: string;
  rows: number;
  secret: Buffer | null;
  root: Buffer | null;
  commitment: Buffer | null;
  leaf_index: string | null;
}

/** Entries that have their place already, but behind the size that was signed: the last round was cut off. */
export const entriesBehind = (size: number, most: number): Sql => sql`
  select entry_id, source, rows, secret, root, commitment, leaf_index from transparency.entry
  where leaf_index >= ${size} order by leaf_index limit ${most}`;

/** Entries without a place, oldest first as ids go. */
export const queuedEntries = (most: number): Sql => sql`
  select entry_id, source, rows, secret, root, commitment, leaf_index from transparency.entry
  where leaf_index is null order by entry_id limit ${most}`;

/** Takes places back that were given behind the signed size. */
export const clearPlacesBehind = (size: number): Sql => sql`
  update transparency.entry set leaf_index = null where leaf_index >= ${size}`;

/** A place in the log. */
export interface Place {
  readonly entryId: string;
  readonly commitment: Uint8Array;
  readonly root: Uint8Array | undefined;
  readonly blocks: Uint8Array | undefined;
}

/** Gives places from `first` on, in the order of the array. */
export const givePlaces = (first: number, places: readonly Place[]): Sql => sql`
  update transparency.entry e set leaf_index = ${first}::bigint + p.nth - 1, commitment = p.commitment,
    root = coalesce(p.root, e.root), blocks = p.blocks
  from unnest(${places.map((place) => place.entryId)}::bigint[], ${places.map((place) => place.commitment)}::bytea[],
    ${places.map((place) => place.root ?? null)}::bytea[], ${places.map((place) => place.blocks ?? null)}::bytea[])
    with ordinality as p (entry_id, commitment, root, blocks, nth)
  where e.entry_id = p.entry_id`;

/** What a proof of one row needs of its entry. */
export interface ProvableEntry extends EntryRow {
  blocks: Buffer | null;
}

/** What a receipt needs of an entry; the roots of its blocks stay where they are. */
export const secretOfEntry = (entryId: string): Sql =>
  planned('secret-of-entry', sql`select secret from transparency.entry where entry_id = ${entryId}::bigint`);

export const entryById = (entryId: string): Sql => sql`
  select entry_id, source, rows, secret, root, commitment, leaf_index, blocks from transparency.entry
  where entry_id = ${entryId}::bigint`;
