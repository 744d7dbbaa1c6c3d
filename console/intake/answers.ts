/** The shapes of intake's answers, as /api/openapi.json describes them. */

export type SubmissionStatus = 'received' | 'reading' | 'waiting' | 'settled' | 'refused' | 'withdrawn';

/** accepted + rejected + duplicate + held + refused = rows. */
export interface Counts {
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicate: number;
  readonly held: number;
  readonly refused: number;
}

export interface Submission {
  readonly submissionId: string;
  readonly item: string;
  readonly channel: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly status: SubmissionStatus;
  /** While it is read: rows read so far. */
  readonly rowsRead: number | null;
  readonly counts: Counts | null;
  readonly refusal: { readonly rule: string; readonly message: string; readonly advice: string } | null;
  readonly receivedAt: string;
  readonly settledAt: string | null;
  readonly findingsFile: boolean;
  readonly closedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawalReason: string | null;
}

/** A finding with its words in the language that was asked for. */
export interface FindingAnswer {
  readonly row: number | null;
  readonly column: string | null;
  readonly field: string | null;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly advice: string;
}

export interface RuleCount {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly count: number;
}

/** What was decided about a row on hold, and why. */
export interface DecisionAnswer {
  readonly row: number;
  readonly decision: 'accept' | 'return';
  readonly reason: string;
  readonly decidedAt: string;
}

export interface SubmissionDetail extends Submission {
  /** Somebody asked to withdraw it, and nobody has decided yet. */
  readonly withdrawalRequest: { readonly requestedAt: string; readonly reason: string } | null;
  /** Why a second person looks before anything of it is published. */
  readonly waitsBecause: string | null;
  /** The first 100. */
  readonly findings: readonly FindingAnswer[];
  readonly findingCounts: readonly RuleCount[];
  readonly decisions: readonly DecisionAnswer[];
}

export interface Acknowledgement {
  readonly submissionId: string;
  readonly status: string;
  readonly sameFileAs?: { readonly submissionId: string; readonly receivedAt: string };
}

export interface HeldRow {
  readonly heldRowId: string;
  readonly submissionId: string;
  readonly row: number;
  readonly unit: string;
  readonly item: string;
  readonly rule: string;
  readonly message: string;
  readonly advice: string;
  readonly partyName: string;
  readonly uscc: string | null;
  readonly holder: string | null;
  readonly authorityName: string;
  readonly decisionNo: string;
  readonly decidedOn: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly heldAt: string;
}

/** Still at work: worth asking again. */
export function isAtWork(submission: Pick<Submission, 'status'>): boolean {
  return submission.status === 'received' || submission.status === 'reading';
}
