/** The settlement: in one transaction the staged rows become records, held rows and findings, or nothing happens. */
import { civilDateAt } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import type { ItemDefinition } from '../catalogue/index.ts';
import { appendStaged } from '../records/index.ts';
import { applyRegistrations, registerUnknown, resolveStaged } from '../subjects/index.ts';
import { logRows } from '../transparency/index.ts';
import type { CellCounts } from './checking/row-sink.ts';
import {
  addSettlementFindings,
  countOutcomes,
  holdRows,
  lockItem,
  lockSubmission,
  markSettled,
  matchRows,
  type SubmissionCounts,
  settlementSettings,
  smallSample,
} from './queries/settle.ts';
import { analyseStaged, dropRelations, type Relations } from './queries/staging.ts';
import { type PersonCounts, settlePersons } from './settle-persons.ts';
import type { StagedPersons } from './staged-persons.ts';
import { reached } from './steps.ts';

/** What the reading and checking of the file came to. */
export interface StagedTotals {
  rows: number;
  staged: number;
  /** Rows with an error, natural persons' rows included. */
  rejected: number;
  /** Rows that may not be collected (simple procedure, slight misconduct): counted, content not kept. */
  refused: number;
  /** How many findings the row checks made; those of the settlement are numbered after them. */
  findings: number;
  /** Rows about natural persons, which are neither in `staged` nor in `rejected`. */
  persons: StagedPersons;
  cells: Readonly<CellCounts>;
}

/**
 * Settles a submission whose rows are staged. Locks it, and does nothing when another attempt settled it before.
 * Identities are unique, so a decision handed in by two files at once is settled once.
 */
export async function settleSubmission(
  platform: Platform,
  item: ItemDefinition,
  submission: { submissionId: string; relations: Relations },
  totals: StagedTotals,
): Promise<SubmissionCounts | undefined> {
  const { submissionId, relations } = submission;
  await platform.db.app.transaction(async (tx) => {
    await tx.query(smallSample());
    await tx.query(analyseStaged(relations));
  });
  return platform.db.app.scoped({ duty: 'intake' }, async (tx) => {
    const locked = await tx.one<{ state: string; unit_code: string; edition_id: string; received_at: Date }>(
      lockSubmission(submissionId),
    );
    if (locked.state !== 'received') {
      for (const drop of dropRelations(relations)) await tx.query(drop);
      return undefined;
    }
    await tx.query(lockItem(item.item));
    for (const setting of settlementSettings()) await tx.query(setting);
    reached('settlement-begun', submissionId);
    const now = platform.clock.now();
    await resolveSubjects(tx, item, relations, now);
    reached('subjects-resolved', submissionId);
    await tx.query(matchRows(relations));
    const facts = {
      item: item.item,
      editionId: locked.edition_id,
      unitCode: locked.unit_code,
      submissionId,
      handedInOn: civilDateAt(locked.received_at),
      acceptedOn: platform.clock.today(),
      acceptedAt: now,
    };
    await appendStaged(tx, { ...relations }, facts);
    const persons = await settlePersons(platform, tx, { relations, staged: totals.persons }, facts);
    if (item.unknownSubject === 'register')
      await applyRegistrations(tx, relations.staged, relations.matched, now);
    reached('records-appended', submissionId);
    await tx.query(holdRows(relations, { submissionId, unitCode: locked.unit_code, at: now }));
    await tx.query(
      addSettlementFindings(relations, submissionId, totals.findings, item.subject.name, persons.rows > 0),
    );
    const organisations = await count(tx, relations, submissionId, totals);
    await logRows(tx, {
      source: 'records.record',
      entryId: submissionId,
      rows: organisations.accepted,
      reference: submissionId,
    });
    const counts = withPersons(organisations, persons);
    await tx.query(markSettled(submissionId, now, counts, totals.cells));
    await platform.jobs.enqueue(tx, 'intake.close', { submissionId, checkedFindings: totals.findings });
    await platform.jobs.enqueue(tx, 'submission-settled', {
      submissionId,
      unit: locked.unit_code,
      item: item.item,
    });
    for (const drop of dropRelations(relations)) await tx.query(drop);
    reached('settlement-written', submissionId);
    return counts;
  });
}

async function resolveSubjects(tx: Tx, item: ItemDefinition, relations: Relations, now: Date): Promise<void> {
  if (item.unknownSubject !== 'hold') {
    const evidence = item.unknownSubject === 'register' ? 'registration' : 'provisional';
    await registerUnknown(tx, relations.staged, { evidence, now });
  }
  const organisationsOnly = item.rules.includes('no-sole-traders');
  await resolveStaged(tx, relations.staged, relations.resolved, { organisationsOnly });
}

async function count(
  tx: Tx,
  relations: Relations,
  submissionId: string,
  totals: StagedTotals,
): Promise<SubmissionCounts> {
  const found = await tx.one<{ accepted: number; duplicate: number; held: number; staged: number }>(
    countOutcomes(relations, submissionId),
  );
  return {
    rows: totals.rows,
    accepted: found.accepted,
    duplicate: found.duplicate,
    held: found.held,
    refused: totals.refused,
    rejected: totals.rejected + found.staged - found.accepted - found.duplicate - found.held,
  };
}

function withPersons(counts: SubmissionCounts, persons: PersonCounts): SubmissionCounts {
  return {
    ...counts,
    accepted: counts.accepted + persons.accepted,
    duplicate: counts.duplicate + persons.duplicate,
    rejected: counts.rejected + persons.rows - persons.accepted - persons.duplicate,
  };
}
