/** Gives a dropped file its end: findings and result beside it, then it is moved; cut off, all of it is done again. */
import type { DropFolder, ItemPlace } from '../../../platform/drop-folder/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { getSubmission, openFindingsFile, type Submission } from '../../intake/index.ts';
import { getReceipt, signReceipt } from '../exchange/receipt.ts';
import { endTaken, type TakenFile } from '../queries/dropped-files.ts';
import { folderActor } from './hand-in-dropped.ts';
import { both, resultWords } from './words.ts';

type End = 'done' | 'refused';

async function writeFindings(
  platform: Platform,
  folder: DropFolder,
  place: ItemPlace,
  { submissionId, findingsFile }: Submission,
  put: { readonly end: End; readonly as: string },
): Promise<void> {
  if (!findingsFile) return;
  const { content, extension } = await openFindingsFile(platform, folderActor(place), submissionId);
  await folder.putBeside(place, put.end, `${put.as}.findings.${extension}`, content);
}

const endOf = ({ status }: Pick<Submission, 'status'>): End => (status === 'refused' ? 'refused' : 'done');

async function finishData(
  platform: Platform,
  folder: DropFolder,
  place: ItemPlace,
  as: string,
  id: string,
): Promise<End | undefined> {
  const submission = await getSubmission(platform, folderActor(place), id);
  // Closed: the findings file is written.
  if (submission.closedAt === null) return undefined;
  const end = endOf(submission);
  await writeFindings(platform, folder, place, submission, { end, as });
  const counts = end === 'refused' ? null : submission.counts;
  await folder.putBeside(place, end, `${as}.result.txt`, both(resultWords(id, counts)));
  return end;
}

async function finishPackage(
  platform: Platform,
  folder: DropFolder,
  place: ItemPlace,
  as: string,
  id: string,
): Promise<End | undefined> {
  const actor = folderActor(place);
  const receipt = await getReceipt(platform, actor, id);
  const ids = receipt.files.map(({ submissionId }) => submissionId).filter((one) => one !== null);
  const submissions = await Promise.all(ids.map((one) => getSubmission(platform, actor, one)));
  if (receipt.status !== 'settled' || submissions.some(({ closedAt }) => closedAt === null)) return undefined;
  const end = submissions.every(({ status }) => status === 'refused') ? 'refused' : 'done';
  for (const { name, submissionId } of receipt.files) {
    const submission = submissions.find((one) => one.submissionId === submissionId);
    if (submission) await writeFindings(platform, folder, place, submission, { end, as: `${as}.${name}` });
  }
  const whole = { receipt, jws: signReceipt(platform, receipt) };
  await folder.putBeside(place, end, `${as}.receipt.json`, `${JSON.stringify(whole, undefined, 2)}\n`);
  return end;
}

/** One taken file that was handed in, or that was over when its move was cut off. */
export async function finishDropped(
  platform: Platform,
  folder: DropFolder,
  place: ItemPlace,
  as: string,
  row: TakenFile,
): Promise<void> {
  if (row.state !== 'handed-in') return folder.settle(place, as, row.state);
  const end =
    row.exchangeId === null
      ? await finishData(platform, folder, place, as, row.submissionId as string)
      : await finishPackage(platform, folder, place, as, row.exchangeId);
  if (end === undefined) return;
  await platform.db.app.query(endTaken(row.takenId, end, platform.clock.now()));
  await folder.settle(place, as, end);
}
