// The tables a copied city goes into, with the columns in the order of its lines.

/** In the order in which one transaction fills them. */
export const COPIED_TABLES = {
  'subjects.subject':
    'subject_id kind c13 uscc name status registered_on area_code provisional legacy created_at',
  'subjects.subject_key': 'key_kind key_value subject_id added_at',
  'subjects.subject_name': 'subject_id name_norm name since until',
  'subjects.public_name': 'subject_id uscc name name_norm name_bigram name_initials former area_code',
  'records.record':
    'subject_id first_decided_on record_id version item edition_id unit_code authority_uscc authority_name ' +
    'decision_no decided_on valid_from valid_until in_effect misconduct_class class_assumed conduct_ended_on ' +
    'conduct_assumed own_months open_fields closed_fields content identity submission_id source_row handed_in_on ' +
    'accepted_on accepted_at',
  'records.record_identity': 'subject_id identity record_id first_decided_on',
} as const;

/** A table that is copied into. */
export type CopiedTable = keyof typeof COPIED_TABLES;

/** Names of the tables. */
export const copiedTables = Object.keys(COPIED_TABLES) as readonly CopiedTable[];

/** Columns of the rows that stand for the files handed in. */
export const SUBMISSION_COLUMNS = (
  'submission_id unit_code item edition_id channel handed_in_by file_name content_type size_bytes sha256 state ' +
  'received_at settled_at row_count accepted_count rejected_count duplicate_count held_count refused_count closed_at'
).split(' ');
