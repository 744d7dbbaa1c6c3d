/** What a relation of staged rows must offer to be judged and appended: its columns are the contract with intake. */

/** Names of the relations of one settlement, schema-qualified; made by intake from a number, never from input. */
export interface StagedRelations {
  /** One row each checked row; its columns are those that `insertRecords` reads. */
  staged: string;
  /** `row_no int, subject_id bigint`: the rows that may become records, with their subject. */
  matched: string;
  /** Made here: `row_no, place, subject_id, identity, record_id, first_decided_on, version, outcome`. */
  judged: string;
}

/**
 * What becomes of a row: a first version, a further version, nothing (the same content stands already), nothing
 * (the same row stands earlier in the file), or a contradiction with an earlier row of the same file.
 */
export type RowOutcome = 'first' | 'version' | 'duplicate' | 'repeated' | 'contradicts';
