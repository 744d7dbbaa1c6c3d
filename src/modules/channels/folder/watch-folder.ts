/** One look into the drop folder: what was taken is brought to its end, what lies there whole is taken. */
import {
  type DropFolder,
  type Dropped,
  type ItemPlace,
  NOTE,
  openDropFolder,
} from '../../../platform/drop-folder/index.ts';
import { isId, newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import { isSuppliedBy } from '../../catalogue/index.ts';
import { findUnit } from '../../identity/index.ts';
import { forgetSeen, seeFile, selectTaken, wasSeen } from '../queries/dropped-files.ts';
import { isGoodName, isLeftAlone, markerOf, takenAs, takenIdOf } from './file-rules.ts';
import { finishDropped } from './finish-dropped.ts';
import { handInDropped, refuseDropped } from './hand-in-dropped.ts';
import { both, notes } from './words.ts';

/** Bring to an end what an earlier look took, whatever became of the process that looked. */
async function goOn(platform: Platform, folder: DropFolder, place: ItemPlace): Promise<void> {
  for (const { name: as, kind } of await folder.processing(place)) {
    const takenId = takenIdOf(as);
    if (takenId === undefined || !isId(takenId)) continue;
    const row = await selectTaken(platform.db.app, takenId);
    if (row) await finishDropped(platform, folder, place, as, row);
    else {
      const name = as.slice(takenId.length + 1);
      await handInDropped(platform, folder, place, { takenId, as, name, kind });
    }
  }
}

async function isWhole(
  platform: Platform,
  place: ItemPlace,
  { name, sizeBytes, modifiedMs }: Dropped,
): Promise<boolean> {
  const at = platform.clock.now();
  const looks = { ...place, name, sizeBytes, modifiedMs };
  const isKnown = await wasSeen(platform.db.app, looks);
  const since = await seeFile(platform.db.app, { ...looks, at });
  const { settleSeconds } = platform.config.channels;
  return isKnown && at.getTime() - since.getTime() >= settleSeconds * 1000;
}

async function takeOne(
  platform: Platform,
  folder: DropFolder,
  place: ItemPlace,
  dropped: Dropped,
  marker: string | undefined,
): Promise<void> {
  const { name, kind } = dropped;
  const takenId = newId();
  const as = takenAs(takenId, name);
  const taken = { takenId, as, name: as.slice(takenId.length + 1), kind };
  // A file without its marker waits for its time; a folder without one would wait for ever.
  if (marker !== undefined && kind !== 'folder') await folder.removeMarker(place, marker);
  await folder.take(place, name, as);
  if (marker !== undefined) await folder.removeMarker(place, marker);
  if (kind === 'link' || kind === 'other')
    return refuseDropped(platform, folder, place, taken, {
      refusal: 'no-file',
      words: kind === 'link' ? notes.link : notes.kind,
    });
  if (!isGoodName(name))
    return refuseDropped(platform, folder, place, taken, { refusal: 'bad-name', words: notes.name });
  await handInDropped(platform, folder, place, taken);
}

async function takeNew(platform: Platform, folder: DropFolder, place: ItemPlace): Promise<void> {
  const all = await folder.dropped(place);
  const names = all.map(({ name }) => name);
  await platform.db.app.query(forgetSeen(place, names));
  for (const dropped of all) {
    if (isLeftAlone(dropped.name, NOTE)) continue;
    const marker = markerOf(dropped.name, names);
    // Only its marker says that a folder is whole: files may be added to it at any time.
    if (dropped.kind === 'folder' && marker === undefined) continue;
    if (marker === undefined && dropped.kind === 'file' && isGoodName(dropped.name))
      if (!(await isWhole(platform, place, dropped))) continue;
    await takeOne(platform, folder, place, dropped, marker);
  }
}

/** Whether the folder's name is a unit that is there today. */
async function isUnit(platform: Platform, name: string): Promise<boolean> {
  const unit = await findUnit(platform, name);
  return unit !== undefined && (unit.until === null || unit.until > platform.clock.today());
}

/** The folders of items that are taken from; in the others a note says why not. */
async function places(platform: Platform, folder: DropFolder): Promise<ItemPlace[]> {
  const found: ItemPlace[] = [];
  for (const unit of await folder.folders()) {
    if (!(await isUnit(platform, unit))) {
      await folder.note([unit], both(notes.unknownUnit));
      continue;
    }
    for (const item of await folder.folders(unit)) {
      if (await isSuppliedBy(platform.db.app, item, unit)) found.push({ unit, item });
      else await folder.note([unit, item], both(notes.unknownItem));
    }
  }
  return found;
}

/** A fault of a file speaks its path, whose name may be somebody's or bear a number: only its code goes on. */
function withoutPath(error: unknown): Error {
  const { code, path } = error as NodeJS.ErrnoException;
  if (error instanceof Error && path === undefined) return error;
  return Object.assign(new Error(`a drop folder could not be worked through: ${code}`), { code });
}

/** Looks once; a fault in one folder leaves the others their turn, and is thrown in the end. Nothing where none is set. */
export async function watchFolder(platform: Platform, open = openDropFolder): Promise<void> {
  const { dropFolder } = platform.config.channels;
  if (dropFolder === undefined) return;
  const folder = open(dropFolder);
  const faults: unknown[] = [];
  for (const place of await places(platform, folder)) {
    try {
      await goOn(platform, folder, place);
      await takeNew(platform, folder, place);
    } catch (error) {
      const fault = withoutPath(error);
      const { code, name } = fault as NodeJS.ErrnoException;
      platform.log.warn({ ...place, code: code ?? name }, 'a drop folder could not be worked through');
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
}

/** Looks into the folder come one after the other. */
export async function enqueueLook(platform: Platform): Promise<void> {
  await platform.db.app.transaction(async (tx) => {
    const options = { key: 'channels.look', queue: 'channels.look', maxAttempts: 1 };
    await platform.jobs.enqueue(tx, 'channels.look', {}, options);
  });
}
