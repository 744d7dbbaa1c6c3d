/** What the self-check found: for the unit that must mend it, for the centre, and as counts for everybody. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Platform, Words } from '../../platform/index.ts';
import { findUnit } from '../identity/index.ts';
import type { FindingKind } from './duties-data.ts';
import { findingsOf, latestRound, publicCounts } from './queries/self-check.ts';

/** What somebody did about a finding; `by` as actorName writes it, `at` an ISO instant. */
export interface FindingStep {
  readonly step: 'assigned' | 'answered';
  readonly by: string;
  readonly at: string;
  /** Number of the account that it was given to. */
  readonly assignedTo: string | null;
  /** The submission by which it was mended. */
  readonly submissionId: string | null;
  readonly note: string;
}

/** A finding as officers see it. */
export interface Finding {
  readonly findingId: string;
  readonly kind: FindingKind;
  readonly unit: string;
  readonly item: string | null;
  /** Record number and version, or the number of the look. */
  readonly reference: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly foundOn: string;
  readonly dueOn: string;
  readonly dueFixed: boolean;
  readonly closedAt: Date | null;
  /** Working days until it was mended; null while it stands, or where the calendar does not reach. */
  readonly daysTaken: number | null;
  /** Who took it on, and what they answered. */
  readonly steps: readonly FindingStep[];
}

/** Whether the actor's unit is the credit centre. */
export async function isOfCentre(platform: Platform, actor: SignedInActor): Promise<boolean> {
  return (await findUnit(platform, actor.unit))?.kind === 'centre';
}

/** Newest first: the own unit's, at the centre all units'. */
export async function listFindings(
  platform: Platform,
  actor: SignedInActor,
  page: { readonly open: boolean; readonly before: string | undefined; readonly limit: number },
): Promise<Finding[]> {
  const unit = (await isOfCentre(platform, actor)) ? undefined : actor.unit;
  return platform.db.app.query<Finding>(findingsOf(unit, page));
}

/** What everybody may know: per unit and kind how many are open, late, and were mended within a year. */
export interface PublicCounts {
  readonly units: readonly {
    readonly unit: string;
    readonly name: Words;
    readonly kind: FindingKind;
    readonly open: number;
    readonly overdue: number;
    readonly mended: number;
    /** Working days to mend, on average over those of the last year. */
    readonly daysTaken: number | null;
  }[];
  /** When everything was looked at last, and how much; none before the first round. */
  readonly round:
    | {
        readonly endedAt: Date;
        readonly records: string;
        readonly releases: string;
        readonly stillOpen: number;
      }
    | undefined;
}

/** The public counts. */
export async function countPublicly(platform: Platform): Promise<PublicCounts> {
  const db = platform.db.portal;
  type Row = Omit<PublicCounts['units'][number], 'name'> & Words;
  const rows = await db.query<Row>(publicCounts());
  return {
    units: rows.map(({ zh, en, ...row }) => ({ ...row, name: { zh, en } })),
    round: await db.maybe<NonNullable<PublicCounts['round']>>(latestRound()),
  };
}
