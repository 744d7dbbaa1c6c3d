/** What an auditor reads of looks: counts for the asking; whose file it was only for a matter, written down as a look itself. */
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { SignedInActor } from '../../platform/actor.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { findUnit } from '../identity/index.ts';
import { tell } from '../notices/index.ts';
import { findKnownSubjectsById } from '../subjects/index.ts';
import { purposeHeldBy } from './disclose.ts';
import { officerNumber } from './officer-number.ts';
import { nothingToDisclose } from './problems.ts';
import { type AccessCount, type AuditedRow, accessCounts, accessesOfGroup } from './queries/audit.ts';
import { openAccess, writeShown } from './write-access.ts';

/** Midnight on Beijing time, where a civil date begins. */
const startOf = (day: CivilDate): Date => new Date(`${day}T00:00:00+08:00`);

/** The units an auditor looks after: every one at the centre, else the own one. */
async function unitFor(
  platform: Platform,
  actor: SignedInActor,
  asked: string | undefined,
): Promise<string | null> {
  const isCentre = (await findUnit(platform, actor.unit))?.kind === 'centre';
  return isCentre ? (asked ?? null) : actor.unit;
}

/** Looks by day, unit, kind and purpose on `[from, until)`; counts say nothing of a subject, so that nothing is written down. */
export async function countAccesses(
  platform: Platform,
  actor: SignedInActor,
  asked: {
    readonly from: CivilDate;
    readonly until: CivilDate;
    readonly unit?: string | undefined;
    readonly purpose?: string | undefined;
  },
): Promise<AccessCount[]> {
  const unit = await unitFor(platform, actor, asked.unit);
  // Another unit's counts are answered like those of a unit without looks.
  if (asked.unit !== undefined && unit !== asked.unit) return [];
  const period = { from: startOf(asked.from), until: startOf(asked.until) };
  return platform.db.app.query<AccessCount>(
    accessCounts({ unit, purpose: asked.purpose ?? null, ...period }),
  );
}

/** A group of looks, and the auditor's own matter. */
export interface AuditRequest {
  readonly unit: string;
  readonly day: CivilDate;
  readonly kind: AccessCount['kind'];
  readonly purpose: string | null;
  readonly caseNo: string;
  readonly before?: { readonly accessId: string; readonly subjectId: string } | undefined;
}

/** One look at one subject; what was shown is counted, never repeated. */
export interface AuditedLook {
  readonly accessId: string;
  readonly subjectId: string;
  readonly at: Date;
  /** Undefined for natural persons, whom nothing here identifies. */
  readonly subject?: { readonly uscc: string | null; readonly name: string };
  readonly caseNo: string | null;
  readonly duty: string | null;
  /** Number of the officer, or the machine's client id. */
  readonly officer: string;
  readonly shown: readonly { readonly item: string; readonly records: number; readonly fields: number }[];
}

/** How many rows a look of an auditor reads at once. */
export const AUDITED_AT_ONCE = 50;

/**
 * The looks of one day, unit and purpose, newest first. Reading who looked at whom is a look at those subjects: it is written
 * down for the purpose of audit and told to them like any other (decision 0016).
 * @throws Problem nothing-to-disclose for somebody else's unit or without the purpose, case-number-needed, access-not-writable
 */
export async function auditAccesses(
  platform: Platform,
  actor: SignedInActor,
  { day, before, ...asked }: AuditRequest,
): Promise<{ readonly accessId: string | null; readonly looks: readonly AuditedLook[] }> {
  const { purpose, caseNo, duty } = await purposeHeldBy(platform, {
    actor,
    purpose: 'audit',
    caseNo: asked.caseNo,
  });
  if ((await unitFor(platform, actor, asked.unit)) !== asked.unit) throw new Problem(nothingToDisclose);
  const group = { ...asked, from: startOf(day), until: startOf(addDays(day, 1)) };
  return platform.db.app.transaction(async (tx) => {
    const rows = await tx.query<AuditedRow>(accessesOfGroup(group, { before, limit: AUDITED_AT_ONCE }));
    if (rows.length === 0) return { accessId: null, looks: [] };
    const subjectIds = [...new Set(rows.map((row) => row.subject_id))];
    const reason = { kind: 'look', purpose: purpose.purpose, caseNo } as const;
    const accessId = await openAccess(platform, tx, actor, reason, { subjectIds, duty });
    await writeShown(platform, tx, accessId, new Map(subjectIds.map((subjectId) => [subjectId, {}])));
    const facts = { unit: actor.unit, purpose: purpose.purpose, caseNo };
    const news = subjectIds.map((subjectId) => ({
      subjectId,
      kind: 'looked-at' as const,
      reference: accessId,
      facts,
    }));
    await tell(tx, platform.clock.now(), news);
    const subjects = await findKnownSubjectsById(tx, subjectIds);
    const known = new Map(subjects.flatMap((subject) => subject.ids.map((id) => [id, subject] as const)));
    return { accessId, looks: rows.map((row) => present(row, known.get(row.subject_id))) };
  });
}

function present(
  row: AuditedRow,
  subject: { readonly uscc: string | null; readonly name: string } | undefined,
): AuditedLook {
  return {
    accessId: row.access_id,
    subjectId: row.subject_id,
    at: row.accessed_at,
    ...(subject ? { subject: { uscc: subject.uscc, name: subject.name } } : {}),
    caseNo: row.case_no,
    duty: row.duty,
    officer: row.account_id === null ? (row.client_id ?? '') : officerNumber(row.account_id),
    shown: Object.entries(row.items ?? {}).map(([item, { records, fields }]) => ({
      item,
      records: records.length,
      fields: fields.length,
    })),
  };
}
