/** The shape of an item of the catalogue: what is collected on which basis, and the data standard of its rows. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { CodeList } from '../../kernel/code-list.ts';

/** A text in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** An article of an instrument in data/law. */
export interface Basis {
  readonly instrument: string;
  readonly article: string;
}

export type FieldType = 'text' | 'date' | 'amount' | 'uscc' | 'code';

/** Required always, never, or when another field's value includes one of the given texts. */
export type Requirement = 'yes' | 'no' | { readonly field: string; readonly includes: readonly string[] };

/** One column of the data standard. */
export interface FieldDefinition {
  readonly code: string;
  readonly name: Bilingual;
  /** Other headers that mean this column. */
  readonly aliases?: readonly string[];
  /** `amount`: decimal in 10,000 yuan, up to six decimals. */
  readonly type: FieldType;
  /** Most characters; beyond it an error when `lengthConfirmed`, else a warning. */
  readonly length?: number;
  /** The code list of a `code` field. */
  readonly list?: string;
  /** Whether a cell may hold several values of the list. */
  readonly multiple?: boolean;
  readonly required: Requirement;
  /** open: public with the record; closed: kept, not public; never: dropped before anything is kept. */
  readonly openness: 'open' | 'closed' | 'never';
  /** One of the kinds of data/catalogue/field-kinds.json (charter C2). */
  readonly kind: string;
  readonly drop?: 'identity';
  /** The field of a date that this one may not lie before. */
  readonly notBefore?: string;
  readonly lengthConfirmed: boolean;
  /** Where the field comes from; `ours` marks a code that this platform made up. */
  readonly source?: string;
  readonly help?: Bilingual;
}

/** Kinds of key an organisation was known by before the unified code. */
export type LegacyKeyKind =
  | 'organisation-code'
  | 'registration-no'
  | 'tax-no'
  | 'institution-no'
  | 'social-organisation-no';

/** Which fields say who the record is about; values are field codes. */
export interface SubjectFields {
  readonly name: string;
  /** Absent where the item is about natural persons alone. */
  readonly uscc?: string;
  readonly partyClass?: string;
  readonly representative?: string;
  readonly formerName?: string;
  readonly legacy: readonly { readonly kind: LegacyKeyKind; readonly field: string }[];
}

/** Which fields say who decided what and when; values are field codes. */
export interface DecisionFields {
  readonly authorityName: string;
  readonly authorityCode: string;
  readonly number: string;
  readonly title?: string;
  readonly decidedOn: string;
  readonly validFrom?: string;
  /** The last valid day; 2099/12/31 is long-term. */
  readonly validUntil?: string;
  readonly inEffect?: { readonly field: string; readonly when: readonly string[] };
  /** `registration`: the act is the registration itself; number = code, authority = the unit where its columns are absent. */
  readonly defaults?: 'registration';
}

/**
 * What the item takes about natural persons, on a basis of its own (charter C3): of age, by a valid identity number, in
 * these capacities; never published.
 */
export interface PersonTerms {
  /** Of a law, an administrative regulation or a decision of the State Council. */
  readonly basis: Basis;
  readonly openness: 'onRequest' | 'sharedOnly';
  /** The field of the identity number, which is dropped from every other row. */
  readonly identityNumber: string;
  /** The field of the document's kind, where the item has one. */
  readonly documentKind?: string;
  /** The fields by which a supplying unit says that a person bears another name now, and what proves it. */
  readonly nameChange?: { readonly formerName: string; readonly evidence: string };
  /** The capacities in which conduct is taken; a row with another one is not kept. */
  readonly capacity: { readonly field: string; readonly when: readonly string[] };
}

/** Which months of publicity a record gets: see the module publicity. */
export type PublicityKind = 'adverse' | 'while-valid' | 'while-listed' | 'while-registered' | 'none';

/** Narrower than the purposes of charter C11 alone: who is shown records of an item that is not open. */
export interface DisclosureTerms {
  /** For these purposes only; absent: for each of them. Its subject sees it always (charter C8). */
  readonly purposes?: readonly string[];
  /** Only to units of a sector that this field names (charter C10: the competent body); courts and auditors aside. */
  readonly sectorField?: string;
  /** Where the purpose judges its subject: so many years from the decision at most (山东省社会信用条例 art. 38). */
  readonly longestYears?: number;
}

/** Rules over several fields that an item may name; intake carries them out. */
export const CROSS_FIELD_RULES = [
  'party',
  'validity-order',
  'not-collected',
  'misconduct-class',
  'amount-in-text',
  'publicity-end',
  'no-sole-traders',
] as const;

export type CrossFieldRule = (typeof CROSS_FIELD_RULES)[number];

/** An item of the catalogue. */
export interface ItemDefinition {
  readonly item: string;
  readonly edition: string;
  readonly name: Bilingual;
  /** Class of the national catalogue. */
  readonly category: string;
  readonly adverse: boolean;
  readonly openness: 'open' | 'onRequest' | 'sharedOnly';
  /** Whether rows about natural persons are taken; of an item of organisations by the terms in `persons`. */
  readonly naturalPerson: boolean;
  readonly persons?: PersonTerms;
  readonly publicity: PublicityKind;
  readonly disclosure?: DisclosureTerms;
  readonly basis: Basis;
  /** Other articles that carry the collection or prescribe its form. */
  readonly furtherBases?: readonly Basis[];
  /** Months that an ended record is kept in the archive; absent: as long as the subject is registered. */
  readonly retentionMonths?: number;
  readonly retentionFrom?: 'publicity-end';
  readonly frequency: 'per-decision' | 'monthly';
  readonly supplyingSectors: readonly string[];
  /** Whether the good rows of a file with bad ones are accepted. */
  readonly partialAcceptance: boolean;
  /** What a valid code that the registry doesn't know gets. */
  readonly unknownSubject: 'hold' | 'provisional' | 'register';
  readonly subject: SubjectFields;
  readonly decision: DecisionFields;
  readonly identity: { readonly discriminator: readonly string[] };
  readonly registration?: {
    readonly status: string;
    readonly registeredOn: string;
    readonly areaCode: string;
  };
  readonly fields: readonly FieldDefinition[];
  /** Names of cross-field rules of intake. */
  readonly rules: readonly string[];
  readonly source?: string;
}

/** A code list with its name and, where its values stand for something else, what they mean. */
export interface ItemList extends CodeList {
  readonly name: Bilingual;
  readonly means?: Readonly<Record<string, string>>;
}

/** An edition of the catalogue, in force on [from, until). */
export interface EditionDefinition {
  readonly edition: string;
  readonly title: Bilingual;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly instrument: string;
  /** Who made it; absent: national. */
  readonly level?: 'national' | 'province' | 'districtedCity' | 'county';
  /** The edition that it supplements: it may narrow that one's items, never widen them (charter C7). */
  readonly under?: string;
}
