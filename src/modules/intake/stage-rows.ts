/** Stages a file: reads, checks and copies its rows into the submission's own table, and writes what was found. */
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { subjectIdFor } from '../subjects/index.ts';
import type { CheckedRows, PassedRow } from './checked-rows.ts';
import { FindingWriter } from './finding-writer.ts';
import { HeaderRefused } from './header-refused.ts';
import { createStaged, type Relations, STAGED } from './queries/staging.ts';
import { saveProgress } from './queries/submissions.ts';
import type { StagedTotals } from './settle.ts';
import { stagedLine } from './staged-line.ts';
import { StagedPersons } from './staged-persons.ts';
import { reached } from './steps.ts';

const PROGRESS_PAUSE = 500;

/**
 * Copies the good rows into `relations.staged` and writes the findings of all. An earlier attempt's rows and findings
 * are gone first, so that a job cut off anywhere can begin again.
 * @throws HeaderRefused, FileRefused
 */
export async function stageRows(
  platform: Platform,
  submission: { submissionId: string; attempt: number; relations: Relations },
  rows: CheckedRows,
): Promise<StagedTotals> {
  const { submissionId, attempt, relations } = submission;
  const errors = rows.headerFindings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0) throw new HeaderRefused(errors);
  const findings = new FindingWriter(platform, submissionId);
  await findings.begin();
  for (const finding of rows.headerFindings) findings.add(finding);
  const persons = new StagedPersons(platform, relations);
  await persons.begin();
  const totals: StagedTotals = {
    ...{ rows: 0, staged: 0, rejected: 0, refused: 0, findings: 0 },
    persons,
    cells: rows.cells,
  };
  let told = 0;

  async function* lines(): AsyncGenerator<string> {
    for await (const batch of rows.batches) {
      const text = stageBatch(batch, totals, findings);
      await findings.flush();
      await persons.flush();
      if (text !== '') yield text;
      if (performance.now() - told > PROGRESS_PAUSE) {
        told = performance.now();
        await platform.db.app.query(
          saveProgress(submissionId, attempt, 'reading', totals.rows, platform.clock.now()),
        );
        reached('rows-staged', submissionId);
      }
    }
  }

  await platform.db.app.transaction(async (tx) => {
    for (const statement of createStaged(relations)) await tx.query(statement);
    reached('staging-made', submissionId);
    await tx.copyIn(
      relations.staged,
      STAGED.map(([name]) => name),
      lines(),
    );
  });
  await persons.flush(true);
  for (const finding of rows.fileFindings) findings.add(finding);
  await findings.end();
  totals.findings = findings.kept;
  await platform.db.app.query(
    saveProgress(submissionId, attempt, 'settling', totals.rows, platform.clock.now()),
  );
  reached('staged', submissionId);
  return totals;
}

function stageBatch(batch: readonly PassedRow[], totals: StagedTotals, findings: FindingWriter): string {
  let text = '';
  for (const { source, checked, reading, outcome } of batch) {
    totals.rows++;
    for (const finding of reading) findings.add(finding);
    for (const finding of checked.findings) findings.add(finding);
    if (outcome === 'ok' && checked.facts) {
      totals.staged++;
      const { facts } = checked;
      text += stagedLine(source.row, newId(), subjectIdFor(facts.keyKind, facts.keyValue), facts);
    } else if (outcome === 'ok' && typeof checked.person === 'object') {
      totals.persons.add(source.row, checked.person);
    } else if (outcome === 'refused') totals.refused++;
    else totals.rejected++;
  }
  return text;
}
