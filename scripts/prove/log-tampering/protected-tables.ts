// The tables behind each source of the log, and the columns of them that nothing is committed to, with the reason.

/** A table as the proof tampers with it. */
export interface ProtectedTable {
  readonly table: string;
  /** SQL of the entries that cover a row. */
  readonly entries: string;
  /** Columns that the log does not cover. */
  readonly loose?: Readonly<Record<string, string>>;
  /** Why no row can be put in beside: what the database itself refuses. */
  readonly closed?: string;
  /** Why no second row can be put into an entry. */
  readonly alone?: string;
  /** Why it has no rows to tamper with. */
  readonly empty?: string;
  /** SQL of columns that a copy of a row must have its own of. */
  readonly own?: Readonly<Record<string, string>>;
}

/** Rows that name their entries. */
export const rowTables: readonly ProtectedTable[] = [
  { table: 'records.record', entries: 'array[coalesce(entry_id, submission_id)]' },
  { table: 'records.version_end', entries: 'array[entry_id]' },
  { table: 'subjects.alias', entries: 'array[entry_id, end_entry_id]' },
  { table: 'identity.role_grant', entries: 'array[entry_id, end_entry_id]' },
  { table: 'identity.approval', entries: 'array[entry_id]' },
  {
    table: 'disclosure.shown',
    entries:
      'array[(select a.entry_id from disclosure.access a where a.subject_id = shown.subject_id and a.access_id = shown.access_id)]',
    closed: 'each look has one row of what it showed, and there is none without a look',
  },
  {
    table: 'disclosure.access',
    // Those that showed nothing: others can't be deleted while what they showed is there.
    entries:
      'case when not exists (select from disclosure.shown s where s.access_id = access.access_id) then array[entry_id] end',
    loose: { opened_at: 'opens the row to its own transaction alone, which is over' },
  },
  {
    table: 'persons.record',
    // Those that no end refers to: others can't be deleted while their end is there.
    entries:
      'case when not exists (select from persons.version_end e where e.record_id = record.record_id) then array[entry_id] end',
    alone: 'a unique index: each row has an entry of its own',
    own: { identity: 'sha256(identity)' },
  },
  {
    table: 'persons.version_end',
    entries: 'array[entry_id]',
    closed: 'each version ends once, and there is no end of what is not there',
  },
  {
    table: 'persons.name_change',
    entries: 'array[entry_id]',
    alone: 'a unique index: each change of name is an entry of its own',
  },
  {
    table: 'persons.erasure_wish',
    entries: 'array[entry_id, refusal_entry_id]',
    alone: 'a unique index: each request is an entry of its own',
    own: { refusal_entry_id: 'refusal_entry_id + 500000' },
  },
  {
    table: 'persons.erasure',
    entries: 'array[entry_id]',
    alone: 'a unique index: each erasure is an entry of its own',
  },
  {
    table: 'agents.agent',
    entries: 'array[entry_id, end_entry_id]',
    alone: 'a unique index: each naming is an entry of its own',
    own: { code_hash: 'sha256(code_hash)', end_entry_id: 'end_entry_id + 500000' },
  },
  {
    table: 'notices.notice',
    // Those that were not sent: others can't be deleted while their delivery is there.
    entries:
      'case when not exists (select from notices.delivery d where d.notice_id = notice.notice_id) then array[entry_id] end',
    own: { reference: "reference || '+'" },
  },
  {
    table: 'notices.delivery',
    entries: 'array[entry_id]',
    closed: 'each notice is sent once, and there is no delivery of what is not there',
  },
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
    ...(name === 'rule' ? { closed: 'no two rules for the same at the same time' } : {}),
    ...(name === 'own_period' ? { empty: 'no rule of own periods is known yet' } : {}),
  })),
  ...['edition', 'item'].map((name) => ({
    table: `catalogue.${name}`,
    source: 'catalogue.items',
    entries: 'array[]::bigint[]',
  })),
  ...(
    [
      ['law.basis_use', 'law.basis_use'],
      ['catalogue.item_unit', 'catalogue.item_unit'],
      ['identity.unit', 'identity.unit'],
      ['identity.unit_authority', 'identity.unit'],
      ['identity.client', 'identity.client'],
      ['identity.client_credential', 'identity.client'],
      ['supervision.incident', 'supervision.incident'],
      ['supervision.incident_step', 'supervision.incident'],
    ] as const
  ).map(([table, source]) => ({
    table,
    source,
    entries: 'array[]::bigint[]',
    ...(table === 'supervision.incident_step'
      ? { closed: 'an incident has each of its duties once, and there is no duty of what did not happen' }
      : {}),
  })),
  // What follows from protected tables is computed again.
  ...['law.working_day', 'records.record_identity'].map((table) => ({
    table,
    source: table,
    entries: 'array[]::bigint[]',
  })),
];
