/** A file outside its unit's habit waits for a second person; released it is processed as it came, refused it is dropped. */
import type { Tx } from '../../platform/db/index.ts';
import { type Platform, Problem, type Words } from '../../platform/index.ts';
import { getItemOfEdition } from '../catalogue/index.ts';
import { type Act, defineAct, raiseApproval } from '../identity/index.ts';
import { submitPermission } from './permissions.ts';
import { submissionNotFound } from './problems.ts';
import { earlierFiles, guardOf, insertGuard, releaseGuard } from './queries/release-guard.ts';
import { markRefused } from './queries/settle.ts';
import { dropRelations, type Relations } from './queries/staging.ts';
import { type SubmissionRow, saveProgress, submissionById } from './queries/submissions.ts';
import { type FileSize, type GuardReason, HABIT_FILES, outsideHabit } from './release-guard.ts';
import type { StagedTotals } from './settle.ts';

type Release = { readonly submissionId: string };

/** Why a file waits, for officers. */
function sayReasons(reasons: readonly GuardReason[]): Words {
  const zh = { rows: '行数', filled: '填写率' };
  const unit = { rows: '', filled: '%' };
  return {
    zh: reasons
      .map((r) => `${zh[r.kind]} ${r.found}${unit[r.kind]}，平时约 ${r.usual}${unit[r.kind]}`)
      .join('；'),
    en: reasons
      .map((r) =>
        r.kind === 'rows'
          ? `${r.found} rows where about ${r.usual} are usual`
          : `${r.found}% of the cells filled where about ${r.usual}% are usual`,
      )
      .join('; '),
  };
}

/** Why this submission waits, in words; undefined when it never did. */
export async function whyItWaits(platform: Platform, submissionId: string): Promise<Words | undefined> {
  const guard = await platform.db.app.maybe<{ reasons: GuardReason[] }>(guardOf(submissionId));
  return guard && sayReasons(guard.reasons);
}

async function describeRelease(platform: Platform, { submissionId }: Release): Promise<Words> {
  const row = await platform.db.app.maybe<SubmissionRow>(submissionById(submissionId));
  if (!row) throw new Problem(submissionNotFound);
  const { name } = await getItemOfEdition(platform.db.app, row.item, row.edition_id);
  const why = (await whyItWaits(platform, submissionId)) ?? { zh: '', en: '' };
  return {
    zh: `${name.zh}，批次 ${submissionId}：${why.zh}。批准后照常处理并公示；不批准则整批退回，不保存任何内容。`,
    en: `${name.en}, submission ${submissionId}: ${why.en}. Approved, it is processed and published as usual; refused, the whole file is returned and nothing of it is kept.`,
  };
}

const release: Act<Release> = defineAct<Release>({
  kind: 'intake.release-file',
  name: { zh: '放行异常批次', en: 'Release an unusual file' },
  requester: submitPermission,
  deciders: ['reviewer'],
  target: ({ submissionId }) => submissionId,
  describe: describeRelease,
  run: async (platform, tx, { submissionId }) => {
    await tx.query(releaseGuard(submissionId, platform.clock.now()));
    const key = `intake.process:${submissionId}`;
    await platform.jobs.enqueue(tx, 'intake.process', { submissionId }, { key });
    return { outcome: { submissionId } };
  },
  refused: async (platform, tx, { submissionId }) => {
    const at = platform.clock.now();
    const refused = await tx.maybe(markRefused(submissionId, at, { rule: 'file.not-released' }, 0));
    if (!refused) throw new Problem(submissionNotFound);
    await platform.jobs.enqueue(tx, 'intake.close', { submissionId, checkedFindings: 0 });
  },
});

/**
 * Lets a second person look when the file is outside the habit of its unit; whoever handed it in counts as having asked.
 * @returns true when the file now waits; false for a usual file and for one that was released
 */
export async function holdUnusualFile(
  platform: Platform,
  { submissionId, attempt, relations }: AtWork,
  totals: StagedTotals,
): Promise<boolean> {
  const db = platform.db.app;
  const guard = await db.maybe<{ releasedAt: Date | null }>(guardOf(submissionId));
  if (guard?.releasedAt) return false;
  // It waits already, whatever has become usual since: only whoever decides lets it go.
  if (guard) {
    await db.transaction((tx) => wait(platform, tx, { submissionId, attempt, relations }, totals.rows));
    return true;
  }
  const earlier = await db.query<FileSize>(earlierFiles(submissionId, HABIT_FILES));
  const { read, blank } = totals.cells;
  const reasons = outsideHabit({ rows: totals.rows, cellsRead: read, cellsBlank: blank }, earlier);
  if (reasons.length === 0) return false;
  await db.transaction((tx) =>
    hold(platform, tx, { submissionId, attempt, relations }, totals.rows, reasons),
  );
  return true;
}

type AtWork = { readonly submissionId: string; readonly attempt: number; readonly relations: Relations };

/** Leaves nothing staged: released, the file is read again. */
async function wait(
  platform: Platform,
  tx: Tx,
  { submissionId, attempt, relations }: AtWork,
  rows: number,
): Promise<void> {
  for (const drop of dropRelations(relations)) await tx.query(drop);
  await tx.query(saveProgress(submissionId, attempt, 'waiting', rows, platform.clock.now()));
}

async function hold(
  platform: Platform,
  tx: Tx,
  work: AtWork,
  rows: number,
  reasons: readonly GuardReason[],
): Promise<void> {
  const { submissionId } = work;
  await wait(platform, tx, work, rows);
  if (!(await tx.maybe(insertGuard(submissionId, reasons, platform.clock.now())))) return;
  const { unit_code: unit, handed_in_by: by } = await tx.one<SubmissionRow>(submissionById(submissionId));
  await raiseApproval(platform, tx, release, {
    payload: { submissionId },
    unit,
    requestedBy: by,
    reason: sayReasons(reasons).zh,
  });
}
