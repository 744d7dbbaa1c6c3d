/** Takes an exchange file: checked as a whole first, then each of its data files is an ordinary submission. */
import type { Readable } from 'node:stream';
import { actorName, type SignedInActor } from '../../../platform/actor.ts';
import { FileTooLarge } from '../../../platform/file-store.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import type { Language } from '../../../platform/language.ts';
import { Problem } from '../../../platform/problem.ts';
import { findActiveItem, isSuppliedBy } from '../../catalogue/index.ts';
import { checkScope, submitScope } from '../../identity/index.ts';
import { itemNotYours, submitFile } from '../../intake/index.ts';
import { insertExchange, insertPart, selectParts, selectSameExchange } from '../queries/exchange-files.ts';
import { type Manifest, refuse } from './manifest.ts';
import { type StoredPart, withExchange } from './open-exchange.ts';

const LARGEST = 2 * 1024 ** 3;

type Given = {
  readonly content: Readable;
  readonly fileName: string;
  readonly language?: Language;
  /** The folder that it lay in belongs to this item. */
  readonly onlyItem?: string;
};

async function checkManifest(
  platform: Platform,
  actor: SignedInActor,
  { sender, item, edition }: Manifest,
  onlyItem: string | undefined,
): Promise<void> {
  if (sender !== actor.unit)
    throw refuse({
      zh: `清单中的报送单位 ${sender} 不是您的单位。`,
      en: `The manifest is of ${sender}, which is not your unit.`,
    });
  if (onlyItem !== undefined && item !== onlyItem)
    throw refuse({
      zh: `清单中的事项 ${item} 与投放目录 ${onlyItem} 不同。`,
      en: `The manifest is of ${item}, the folder of ${onlyItem}.`,
    });
  const active = await findActiveItem(platform.db.app, item);
  if (!active) throw refuse({ zh: `目录中没有事项 ${item}。`, en: `The catalogue has no item ${item}.` });
  if (!(await isSuppliedBy(platform.db.app, item, actor.unit))) throw new Problem(itemNotYours);
  if (active.edition !== edition)
    throw refuse({
      zh: `清单按版本 ${edition} 制作，现行版本是 ${active.edition}。`,
      en: `The manifest was made for edition ${edition}; ${active.edition} is in force.`,
    });
  checkScope(actor, submitScope(item));
}

async function handInParts(
  platform: Platform,
  actor: SignedInActor,
  exchange: { readonly exchangeId: string; readonly item: string; readonly language: Language | undefined },
  parts: readonly StoredPart[],
): Promise<void> {
  const { exchangeId, item, language } = exchange;
  const done = new Set((await selectParts(platform.db.app, exchangeId)).map(({ name }) => name));
  for (const { name, fileId } of parts) {
    if (done.has(name)) continue;
    const { submissionId, sameFileAs } = await submitFile(platform, actor, {
      item,
      channel: 'exchange',
      content: await platform.files.open(fileId),
      fileName: name,
      ...(language === undefined ? {} : { language }),
      together: async (tx, id) => void (await tx.query(insertPart(exchangeId, name, id))),
    });
    if (sameFileAs) await platform.db.app.query(insertPart(exchangeId, name, submissionId));
  }
}

/**
 * The very same package again gives the same number, and hands in what an interruption left out.
 * @throws Problem exchange-file-refused, item-not-yours, scope-missing; then nothing of it was taken
 */
export async function receiveExchange(
  platform: Platform,
  actor: SignedInActor,
  { content, fileName, language, onlyItem }: Given,
): Promise<{ readonly exchangeId: string; readonly isNew: boolean }> {
  const stored = await platform.files.put(content, { limit: LARGEST }).catch((error: unknown) => {
    if (error instanceof FileTooLarge || content.errored || content.destroyed)
      throw refuse({
        zh: '文件没有完整收到，或超过 2 GiB。',
        en: 'It did not arrive whole, or is larger than 2 GiB.',
      });
    throw error;
  });
  try {
    return await withExchange(platform, stored.id, async (manifest, store) => {
      await checkManifest(platform, actor, manifest, onlyItem);
      const parts = await store();
      const { unit } = actor;
      const { item } = manifest;
      const exchangeId = newId();
      const row = { exchangeId, unit, item, sha256: stored.sha256, fileName, manifest };
      await platform.db.app.query(
        insertExchange({ ...row, by: actorName(actor), receivedAt: platform.clock.now() }),
      );
      const kept = await selectSameExchange(platform.db.app, unit, stored.sha256);
      if (!kept) throw new Error('an exchange file was neither new nor there before');
      await handInParts(platform, actor, { exchangeId: kept.exchangeId, item, language }, parts);
      return { exchangeId: kept.exchangeId, isNew: kept.exchangeId === exchangeId };
    });
  } finally {
    await platform.files.destroy(stored.id);
  }
}
