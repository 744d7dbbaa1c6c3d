/** Takes a department's file: stores it encrypted, acknowledges it, and leaves the rest to the worker. */
import type { Readable } from 'node:stream';
import { actorName, type SignedInActor } from '../../platform/actor.ts';
import { sha256 } from '../../platform/crypto.ts';
import { FileTooLarge } from '../../platform/file-store.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform, Tx } from '../../platform/index.ts';
import type { Language } from '../../platform/language.ts';
import { Problem } from '../../platform/problem.ts';
import { checkScope, submitScope } from '../identity/index.ts';
import { safeFileName } from './file-name.ts';
import { requireItemFor } from './item-for-unit.ts';
import { uploadCutOff, uploadEmpty, uploadTooLarge } from './problems.ts';
import { findSameFile, insertSubmission } from './queries/submissions.ts';

/** 2 GiB: a million rows of the widest item, with room to spare. */
const LARGEST_FILE = 2 * 1024 ** 3;

/** How a file came in. */
export type Channel = 'console' | 'form' | 'api' | 'cli' | 'demo' | 'folder' | 'pull' | 'exchange';

/** What became of a file at the door. */
export interface Acknowledgement {
  submissionId: string;
  /** Set when this unit had handed in the very same file for the item: nothing was stored a second time. */
  sameFileAs?: { submissionId: string; receivedAt: Date };
}

/**
 * Streams a file into the encrypted store and acknowledges it in one transaction with the job that will process it:
 * from then on it can't be lost. An upload cut off leaves nothing behind.
 * @throws Problem unknown-item, item-not-yours, scope-missing, upload-empty, upload-cut-off, upload-too-large
 */
export async function submitFile(
  platform: Platform,
  actor: SignedInActor,
  input: {
    item: string;
    channel: Channel;
    content: Readable;
    fileName?: string;
    contentType?: string;
    limit?: number;
    /** What else makes it another file: the same bytes with another mark are taken again. Default: the bytes alone. */
    sameOnlyAt?: string;
    /** Of whoever hands in: the findings file speaks it. Default Chinese. */
    language?: Language;
    /** What stands or falls with the acknowledgement, in its transaction; not asked for a file that is there already. */
    together?: (tx: Tx, submissionId: string) => Promise<void>;
  },
): Promise<Acknowledgement> {
  const item = await requireItemFor(platform, actor.unit, input.item);
  checkScope(actor, submitScope(item.item));
  const limit = input.limit ?? LARGEST_FILE;
  const file = await platform.files.put(input.content, { limit }).catch((error: unknown) => {
    if (error instanceof FileTooLarge) throw new Problem(uploadTooLarge, { cause: error });
    if (input.content.errored || input.content.destroyed) throw new Problem(uploadCutOff, { cause: error });
    throw error;
  });
  let kept = false;
  try {
    if (file.size === 0) throw new Problem(uploadEmpty);
    const submissionId = newId();
    const fingerprint =
      input.sameOnlyAt === undefined ? file.sha256 : sha256(`${file.sha256} ${input.sameOnlyAt}`);
    const receivedAt = platform.clock.now();
    const acknowledge = () =>
      platform.db.app.transaction(async (tx) => {
        const inserted = await tx.maybe(
          insertSubmission({
            submissionId,
            unitCode: actor.unit,
            item: item.item,
            editionId: item.edition,
            channel: input.channel,
            handedInBy: actorName(actor),
            fileId: file.id,
            fileName: safeFileName(input.fileName, item.item),
            contentType: input.contentType,
            language: input.language ?? 'zh',
            size: file.size,
            sha256: fingerprint,
            receivedAt,
          }),
        );
        if (inserted) {
          await input.together?.(tx, submissionId);
          await platform.jobs.enqueue(
            tx,
            'intake.process',
            { submissionId },
            { key: `intake.process:${submissionId}` },
          );
        }
        return inserted !== undefined;
      });
    // Again, should the same file have been refused or withdrawn since it was met.
    for (;;) {
      if (await acknowledge()) {
        kept = true;
        return { submissionId };
      }
      const earlier = await platform.db.app.maybe<{ submission_id: string; received_at: Date }>(
        findSameFile(actor.unit, item.item, fingerprint),
      );
      if (earlier)
        return {
          submissionId: earlier.submission_id,
          sameFileAs: { submissionId: earlier.submission_id, receivedAt: earlier.received_at },
        };
    }
  } finally {
    if (!kept) await platform.files.destroy(file.id);
  }
}
