/** What the API answers about what is not public, as the pages read it. */
import type { Bilingual } from '../language/language.ts';

export interface Basis {
  readonly instrument: string;
  readonly article: string;
}

export interface SubjectAnswer {
  readonly uscc: string | null;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly status: string;
  readonly registeredOn: string | null;
}

export interface CitedBasis extends Basis {
  readonly title: Bilingual<string>;
}

export interface ShownRecord {
  readonly id: string;
  readonly item: string;
  readonly itemName: Bilingual<string>;
  readonly basis: CitedBasis | null;
  readonly unitName: Bilingual<string>;
  readonly authorityName: string;
  readonly decisionNo: string;
  readonly decidedOn: string;
  readonly version: number;
  readonly state: 'standing' | 'replaced' | 'ended';
  readonly endReason: string | null;
  readonly fields: readonly { code: string; name: Bilingual<string>; value: string; open: boolean }[];
  readonly public: boolean;
  readonly publicUntil: string | null;
  readonly untilBasis: CitedBasis | null;
}

/** A natural person, masked. */
export interface PersonAnswer {
  readonly name: string;
  readonly identityNumber: string;
  /** In the own file alone. */
  readonly nameChanges?: readonly {
    readonly formerName: string;
    readonly name: string;
    readonly evidence: string;
    readonly changedAt: string;
  }[];
}

/** GET /api/v1/me; a natural person is named in the file alone. */
export interface MeAnswer {
  readonly subject: SubjectAnswer | null;
  readonly agentId: string | null;
  readonly readOnly: boolean;
}

/** GET /api/v1/me/file. */
export interface FileAnswer {
  readonly asOf: string;
  readonly subject: SubjectAnswer | PersonAnswer;
  readonly records: readonly ShownRecord[];
}

/** POST /api/v1/disclosures; a natural person is masked. */
export interface LookAnswer {
  readonly subject: SubjectAnswer | PersonAnswer;
  readonly records: readonly ShownRecord[];
}

/** One look in GET /api/v1/me/accesses. */
export interface AccessAnswer {
  readonly accessId: string;
  readonly at: string;
  readonly kind: 'look' | 'own-unit' | 'held-row' | 'own-file';
  readonly purposeName: Bilingual<string> | null;
  readonly caseNo: string | null;
  readonly unitName: Bilingual<string> | null;
  readonly unit: string | null;
  readonly duty: string | null;
  readonly officer: string | null;
  readonly agentId: string | null;
  readonly inBulk: boolean;
  readonly shown: Readonly<Record<string, { records: readonly string[]; fields: readonly string[] }>>;
}

/** One of GET /api/v1/purposes. */
export interface PurposeAnswer {
  readonly purpose: string;
  readonly name: Bilingual<string>;
  readonly says: Bilingual<string>;
  readonly basis: Basis;
  readonly reach: 'in-effect' | 'all';
}
