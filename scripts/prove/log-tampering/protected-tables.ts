// The tables behind each source of the log, and the columns of them that nothing is committed to, with the reason.

/** A table as the proof tampers with it. */
export interface ProtectedTable {
  readonly table: string;
  /** SQL of the entries that cover a row. */
  readonly entries: string;
  /** Columns that the log does not cover. */
  readonly loose?: Readonly<Record<string, string>>;
}

/** Rows that name their entries. */
export const rowTables: readonly ProtectedTable[] = [
  { table: 'records.record', entries: 'array[coalesce(entry_id, submission_id)]' },
  { table: 'records.version_end', entries: 'array[entry_id]' },
  { table: 'subjects.alias', entries: 'array[entry_id, end_entry_id]' },
  { table: 'transparency.removal', entries: 'array[entry_id]' },
  {
    table: 'transparency.entry',
    entries: 'array[entry_id]',
    loose: {
      reference: 'an aid for finding the act',
      digest: 'spares logging the same rules twice; the rules themselves are compared',
      queued_at: 'when it was put down; the checkpoint dates the leaf',
      blocks: 'spares reading a million rows for one proof; a wrong one makes a proof that fails',
    },
  },
];

/** Tables of rules: their newest state is one entry. */
export const stateTables: readonly (ProtectedTable & { readonly source: string })[] = [
  ...['instrument', 'article', 'time_limit', 'calendar_day', 'calendar_year'].map((name) => ({
    table: `law.${name}`,
    source: 'law.rules',
    entries: 'array[]::bigint[]',
    ...(name === 'calendar_year'
      ? { loose: { loaded_at: 'when a year was loaded is no rule', loaded_by: 'nor is by whom' } }
      : {}),
  })),
  ...['rule', 'penalty_kind_class', 'own_period'].map((name) => ({
    table: `publicity.${name}`,
    source: 'publicity.rules',
    entries: 'array[]::bigint[]',
  })),
  ...['edition', 'item'].map((name) => ({
    table: `catalogue.${name}`,
    source: 'catalogue.items',
    entries: 'array[]::bigint[]',
  })),
];
