/** What is held of a natural person: the entry that comes in, what is sealed of it, and what may be shown. */

/** The text of a record; sealed as one, shown only masked. */
export interface PersonPayload {
  readonly name: string;
  /** 18 characters, normalised. */
  readonly identityNumber: string;
  readonly authorityName: string;
  readonly decisionNo: string;
  /** The row of the file it came with. */
  readonly row: number;
  /** Values by field code; no columns of documents or representatives. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What the supplying unit says of a change of name, and what proves it. */
export interface NameChange {
  readonly formerName: string;
  readonly evidence: string;
}

/** A decision about a person as intake hands it over. */
export interface PersonEntry {
  readonly recordId: string;
  readonly payload: PersonPayload;
  readonly nameChange?: NameChange;
  /** item, authority, document number and discriminators, parted by U+001F. */
  readonly identityText: string;
  /** Everything that a version consists of. */
  readonly contentText: string;
  readonly authorityUscc: string;
  readonly decidedOn: string;
  readonly validFrom: string | null;
  /** Half-open; null is long-term. */
  readonly validUntil: string | null;
  readonly inEffect: boolean;
  readonly misconductClass: 'slight' | 'general' | 'serious' | null;
  readonly classAssumed: boolean;
  readonly conductEndedOn: string | null;
  readonly conductAssumed: boolean;
  readonly ownMonths: number | null;
}

/** What all records of one settlement have in common. */
export interface PersonSettlement {
  readonly item: string;
  readonly editionId: string;
  readonly unitCode: string;
  readonly submissionId: string;
  readonly handedInOn: string;
  readonly acceptedOn: string;
  readonly acceptedAt: Date;
}

/**
 * What became of an entry: as with organisations, and `name-differs`, where the number belongs to somebody who bears
 * another name and no change of name was proved.
 */
export type PersonOutcome = 'first' | 'version' | 'duplicate' | 'repeated' | 'contradicts' | 'name-differs';

/** A record as its own subject, or whoever the gate lets, may read it: names and numbers are masked. */
export interface ShownPersonRecord {
  subjectId: string;
  recordId: string;
  version: number;
  item: string;
  editionId: string;
  unitCode: string;
  authorityUscc: string;
  authorityName: string;
  decisionNo: string;
  decidedOn: string;
  validFrom: string | null;
  validUntil: string | null;
  inEffect: boolean;
  misconductClass: 'slight' | 'general' | 'serious' | null;
  classAssumed: boolean;
  conductEndedOn: string | null;
  /** 张*: never the whole name. */
  name: string;
  /** 37***************X: never the whole number. */
  identityNumber: string;
  fields: Record<string, string>;
  handedInOn: string;
  acceptedAt: Date;
  state: 'standing' | 'replaced' | 'ended';
}
