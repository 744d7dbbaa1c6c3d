/** Hands in one taken file: a data file as a submission, a ZIP or folder as an exchange file; exactly once. */
import type { SignedInActor } from '../../../platform/actor.ts';
import type { DropFolder, ItemPlace } from '../../../platform/drop-folder/index.ts';
import type { Platform, Words } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { submitScope } from '../../identity/index.ts';
import { submitFile } from '../../intake/index.ts';
import { receiveExchange } from '../exchange/receive-exchange.ts';
import { insertTaken, type TakenFile } from '../queries/dropped-files.ts';
import { both, notes } from './words.ts';

/** Its writer went on while it was read. */
class StillWritten extends Error {
  override readonly name = 'StillWritten';
}

/** In whose name the folder hands in: that of the unit, for the item alone. */
export function folderActor({ unit, item }: ItemPlace): SignedInActor {
  return { kind: 'client', clientId: 'drop-folder', unit, scopes: [submitScope(item)] };
}

const NO_FILE = { refusal: 'no-file', words: notes.kind };

type Taken = { readonly takenId: string; readonly as: string; readonly name: string };

/** Writes down that it is over, says why beside it, then moves it: cut off, it is said and moved again. */
export async function refuseDropped(
  platform: Platform,
  folder: DropFolder,
  place: ItemPlace,
  taken: Taken,
  { refusal, words }: { readonly refusal: string; readonly words: Words },
): Promise<void> {
  await folder.putBeside(place, 'refused', `${taken.as}.result.txt`, both(words));
  await platform.db.app.query(insertTaken(rowOf(platform, place, taken, { state: 'refused', refusal })));
  await folder.settle(place, taken.as, 'refused');
}

function rowOf(
  platform: Platform,
  place: ItemPlace,
  { takenId, name }: Taken,
  came: Partial<TakenFile> & Pick<TakenFile, 'state'>,
): TakenFile {
  const none = { refusal: null, submissionId: null, exchangeId: null };
  return { takenId, ...place, fileName: name, takenAt: platform.clock.now(), ...none, ...came };
}

function wordsOf({ definition, detail }: Problem): Words {
  const { title, advice } = definition;
  return {
    zh: `${title.zh}。${detail?.zh ?? ''}${advice.zh}`,
    en: `${title.en}. ${detail ? `${detail.en} ` : ''}${advice.en}`,
  };
}

async function handInData(
  platform: Platform,
  folder: DropFolder,
  place: ItemPlace,
  taken: Taken,
): Promise<void> {
  const opened = await folder.open(place, taken.as);
  if (!opened) return refuseDropped(platform, folder, place, taken, NO_FILE);
  const checkWhole = async () => {
    if (!(await opened.isUnchanged())) throw new StillWritten(taken.as);
  };
  const { submissionId, sameFileAs } = await submitFile(platform, folderActor(place), {
    item: place.item,
    channel: 'folder',
    content: opened.content,
    fileName: taken.name,
    together: async (tx, id) => {
      await checkWhole();
      await tx.query(insertTaken(rowOf(platform, place, taken, { state: 'handed-in', submissionId: id })));
    },
  }).finally(() => opened.content.destroy());
  if (!sameFileAs) return;
  const at = sameFileAs.receivedAt.toISOString();
  const text = both(notes.sameFile(submissionId, at));
  await folder.putBeside(place, 'done', `${taken.as}.result.txt`, text);
  await platform.db.app.query(insertTaken(rowOf(platform, place, taken, { state: 'done', submissionId })));
  await folder.settle(place, taken.as, 'done');
}

async function handInPackage(
  platform: Platform,
  folder: DropFolder,
  place: ItemPlace,
  taken: Taken,
): Promise<void> {
  const opened = await folder.open(place, taken.as);
  if (!opened) return refuseDropped(platform, folder, place, taken, NO_FILE);
  const { exchangeId } = await receiveExchange(platform, folderActor(place), {
    content: opened.content,
    fileName: taken.name,
    onlyItem: place.item,
  }).finally(() => opened.content.destroy());
  await platform.db.app.query(insertTaken(rowOf(platform, place, taken, { state: 'handed-in', exchangeId })));
}

/** Hands it in, or says beside it why not; what its writer had not finished goes back. */
export async function handInDropped(
  platform: Platform,
  folder: DropFolder,
  place: ItemPlace,
  taken: Taken & { readonly kind: 'file' | 'folder' | 'link' | 'other' },
): Promise<void> {
  const isPackage = taken.kind === 'folder' || /\.zip$/i.test(taken.name);
  try {
    await (isPackage ? handInPackage : handInData)(platform, folder, place, taken);
  } catch (error) {
    if (error instanceof StillWritten) return folder.putBack(place, taken.as, taken.name);
    if (!(error instanceof Problem)) throw error;
    const why = { refusal: error.definition.type, words: wordsOf(error) };
    await refuseDropped(platform, folder, place, taken, why);
  }
}
