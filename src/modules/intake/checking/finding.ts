/** What checking a row gives: findings, values, and the facts that subjects, records and publicity need. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { LegacyKeyKind } from '../../catalogue/pure.ts';
import type { MisconductClass } from '../../publicity/pure.ts';
import type { RowRule } from './rules.ts';

export type Severity = 'error' | 'warning' | 'held' | 'info';

/** Harmless values for the placeholders of a rule's texts; never the content of a free-text or personal cell. */
export type FindingParams = Readonly<Record<string, string | number>>;

/** A fault of, or remark on, one cell, row or header. */
export interface Finding {
  readonly rule: RowRule;
  readonly severity: Severity;
  /** As the spreadsheet counts; absent for the header. */
  readonly row?: number;
  /** The header's name of the column. */
  readonly column?: string;
  /** Field code of the data standard. */
  readonly field?: string;
  readonly params?: FindingParams;
}

/**
 * ok: may be staged (matching can still hold it) · rejected: has an error, a natural person's row included ·
 * refused: may not be collected; counted, content not kept.
 */
export type RowOutcome = 'ok' | 'rejected' | 'refused';

/** A number from before the unified code. */
export interface LegacyKey {
  readonly kind: LegacyKeyKind;
  readonly value: string;
}

/** What the staged relation holds of a row, except what needs hashing or an id. */
export interface RowFacts {
  /** `uscc`, or the kind of the first legacy number where there is no code. */
  readonly keyKind: 'uscc' | LegacyKeyKind;
  readonly keyValue: string;
  readonly legacyKeys: readonly LegacyKey[];
  readonly partyName: string;
  readonly nameNorm: string;
  readonly formerNameNorm: string | null;
  /** 个体工商户, category 92, or the name contains its operator's name (charter C13). */
  readonly soleTrader: boolean;
  readonly status: 'registered' | 'revoked' | 'deregistered' | 'unknown' | null;
  readonly registeredOn: CivilDate | null;
  readonly areaCode: string | null;
  /** item, authority, document number, discriminators, parted by U+001F: hashed by intake. */
  readonly identityText: string;
  /** Everything a version consists of, in a fixed order: hashed by intake. */
  readonly contentText: string;
  readonly authorityUscc: string;
  readonly authorityName: string;
  /** Brackets normalised to 〔〕. */
  readonly decisionNo: string;
  readonly decidedOn: CivilDate;
  readonly validFrom: CivilDate | null;
  /** Half-open; null is long-term. */
  readonly validUntil: CivilDate | null;
  readonly inEffect: boolean;
  readonly misconductClass: MisconductClass | null;
  readonly classAssumed: boolean;
  readonly conductEndedOn: CivilDate | null;
  readonly conductAssumed: boolean;
  readonly ownMonths: number | null;
  /** JSON objects by field code, keys in the order of the definition. */
  readonly openFields: string;
  readonly closedFields: string | null;
}

/** What is sealed of a row about a natural person; it leaves memory in no other form. */
export interface PersonFacts {
  readonly name: string;
  /** 18 characters, normalised. */
  readonly identityNumber: string;
  /** The unit says that the person bore another name before, and what proves it. */
  readonly nameChange?: { readonly formerName: string; readonly evidence: string };
  /** As of organisations; hashed under the person's own key. */
  readonly identityText: string;
  readonly contentText: string;
  readonly authorityUscc: string;
  readonly authorityName: string;
  readonly decisionNo: string;
  readonly decidedOn: CivilDate;
  readonly validFrom: CivilDate | null;
  /** Half-open; null is long-term. */
  readonly validUntil: CivilDate | null;
  readonly inEffect: boolean;
  readonly misconductClass: MisconductClass | null;
  readonly classAssumed: boolean;
  readonly conductEndedOn: CivilDate | null;
  readonly conductAssumed: boolean;
  readonly ownMonths: number | null;
  /** Values by field code, without name, numbers and representative. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A checked row. Facts are there only when the outcome is `ok`. */
export interface CheckedRow {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly facts: RowFacts | undefined;
  /** Set for every row about a natural person; its facts when the outcome is `ok`. */
  readonly person?: PersonFacts | 'rejected';
  readonly findings: readonly Finding[];
}
