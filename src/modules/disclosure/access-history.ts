/** Who looked at a subject, when, why, and what was shown (charter C8): by officer number, never by name. */
import type { Platform } from '../../platform/index.ts';
import { officerNumber } from './officer-number.ts';
import { accessesOf, type OwnAccessRow, type Shown } from './queries/access.ts';

/** One look. */
export interface Access {
  readonly accessId: string;
  readonly at: string;
  readonly kind: OwnAccessRow['kind'];
  /** Null where the unit looked at its own records or at a row on hold. */
  readonly purpose: string | null;
  readonly caseNo: string | null;
  /** The unit's code; null where the subject itself looked. */
  readonly unit: string | null;
  readonly duty: string | null;
  /** Number of the officer, or the machine's client id. */
  readonly officer: string | null;
  readonly agentId: string | null;
  /** Whether it was one of many looks of a bulk export. */
  readonly inBulk: boolean;
  readonly shown: Shown;
}

/** Newest first. `others` leaves out what the subject itself looked at. */
export async function listAccesses(
  platform: Platform,
  subjectIds: readonly string[],
  page: { readonly before?: string | undefined; readonly limit: number; readonly others: boolean },
): Promise<Access[]> {
  const rows = await platform.db.app.query<OwnAccessRow>(accessesOf(subjectIds, page));
  return rows.map((row) => ({
    accessId: row.access_id,
    at: row.accessed_at.toISOString(),
    kind: row.kind,
    purpose: row.purpose,
    caseNo: row.case_no,
    unit: row.unit_code,
    duty: row.duty,
    officer: row.account_id === null ? row.client_id : officerNumber(row.account_id),
    agentId: row.agent_id,
    inBulk: row.in_bulk,
    shown: row.items ?? {},
  }));
}
