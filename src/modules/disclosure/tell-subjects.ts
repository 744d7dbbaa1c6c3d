/** Tells subjects of what happened to their records: a new adverse record that is public, and the end of publicity. */
import type { Platform } from '../../platform/index.ts';
import { listActiveItems } from '../catalogue/index.ts';
import { listDueEnds, type News, tell } from '../notices/index.ts';
import { findPublicRecord, listPublicOfSubmission } from '../records/index.ts';

const AT_ONCE = 1000;

/**
 * After a submission was settled: each subject of an adverse record in it that is public now is told once. Running it
 * again tells nobody twice.
 */
export async function tellOfAdverseRecords(
  platform: Platform,
  { submissionId, item }: { readonly submissionId: string; readonly item: string },
): Promise<void> {
  const items = await listActiveItems(platform.db.app);
  if (!items.some((definition) => definition.item === item && definition.adverse)) return;
  for (let after = 0; ; ) {
    const page = await platform.db.app.scoped({ duty: 'notices' }, async (tx) => {
      const found = await listPublicOfSubmission(tx, submissionId, { after, limit: AT_ONCE });
      const news = found
        .filter(({ publicFrom }) => publicFrom !== null)
        .map(
          ({ id, subjectId, decisionNo, authorityName, publicUntil }): News => ({
            subjectId,
            kind: 'adverse-record',
            reference: id,
            facts: { id, item, decisionNo, authorityName, publicUntil },
          }),
        );
      await tell(tx, platform.clock.now(), news);
      return found;
    });
    if (page.length < AT_ONCE) return;
    after = page.at(-1)?.row ?? after;
  }
}

/** Every day: whose records left the public since the last time is told so. @returns how many were told */
export async function tellOfEnds(platform: Platform): Promise<number> {
  const db = platform.db.app;
  const today = platform.clock.today();
  let told = 0;
  for (;;) {
    const due = await listDueEnds(db, today, AT_ONCE);
    const news: News[] = [];
    for (const { subjectId, reference, facts } of due) {
      const record = await findPublicRecord(platform.db.portal, reference);
      // A corrected record may be public for longer than was announced: its new day is kept by being asked again.
      if (record?.publicUntil && record.publicUntil > today) continue;
      news.push({ subjectId, kind: 'publicity-ended', reference, facts });
    }
    await db.transaction((tx) => tell(tx, platform.clock.now(), news));
    told += news.length;
    if (news.length === 0) return told;
  }
}
