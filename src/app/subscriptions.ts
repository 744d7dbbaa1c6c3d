/** All reactions to what happened on a lower floor, in sight on one page; a handler is idempotent. */
import { countDeliveries } from '../modules/collection/index.ts';
import { tellOfAdverseRecords } from '../modules/disclosure/index.ts';
import { destroyKeptUploads } from '../modules/intake/index.ts';
import { cleanUpAfterErasure } from '../modules/persons/index.ts';
import { recount, recountUnfixed } from '../modules/quality/index.ts';
import type { JobHandlers, Platform } from '../platform/index.ts';

/** News of one business act, enqueued by its verb in its own transaction. */
export const subscriptions = (platform: Platform): JobHandlers => ({
  // Something of a unit and item was settled, decided or withdrawn: its figures are counted anew, subjects are told.
  'submission-settled': async (payload) => {
    const { unit, item, submissionId } = payload as { unit: string; item: string; submissionId: string };
    await recount(platform, { unit, item });
    await countDeliveries(platform, { unit, item });
    await tellOfAdverseRecords(platform, { submissionId, item });
  },
  // Somebody was erased from the console: nothing may be left in uploads, tables' files and write-ahead log.
  'person-erased': async () => {
    await destroyKeptUploads(platform);
    const { walRemoved } = await cleanUpAfterErasure(platform);
    if (!walRemoved)
      platform.log.warn(
        'after an erasure a database administrator must remove the write-ahead log: erase-a-person.md',
      );
  },
  // The State Council's notice of another year is loaded: due days in it are fixed now.
  'calendar-year-loaded': async () => {
    await recountUnfixed(platform);
  },
});
