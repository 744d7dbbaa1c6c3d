/** What a relation of staged rows must offer to be judged and appended: its columns are the contract with intake. */

/** Names of the relations of one settlement, schema-qualified; made by intake from a number, never from input. */
export interface StagedRelations {
  /** One row each checked row: see `STAGED_COLUMNS`. */
  staged: string;
  /** `row_no int, subject_id bigint`: the rows that may become records, with their subject. */
  matched: string;
  /** Made here: `row_no, subject_id, record_id, first_decided_on, version, outcome`. */
  judged: string;
}

/** Columns of the staged relation that records reads. */
export const STAGED_COLUMNS = [
  'row_no',
  'record_id',
  'identity',
  'content',
  'authority_uscc',
  'authority_name',
  'decision_no',
  'decided_on',
  'valid_from',
  'valid_until',
  'in_effect',
  'misconduct_class',
  'class_assumed',
  'conduct_ended_on',
  'conduct_assumed',
  'own_months',
  'open_fields',
  'closed_fields',
] as const;

/**
 * What becomes of a row: a first version, a further version, nothing (the same content stands already), nothing
 * (the same row stands earlier in the file), or a contradiction with an earlier row of the same file.
 */
export type RowOutcome = 'first' | 'version' | 'duplicate' | 'repeated' | 'contradicts';
