// A notice from above is public once a second person of the centre compared it with the paper, and not before.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../../platform/testing.ts';
import { decideApproval } from '../../identity/index.ts';
import { buildCity, officer, UNITS } from '../../intake/testing/city.ts';
import { enterNotice, listNotices } from './notice.ts';
import type { NoticeFromAbove } from './notice-from-above.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
});
afterAll(() => world.close());

const notice: NoticeFromAbove = {
  kind: 'monthly-notice',
  from: '2026-10-01',
  until: '2026-11-01',
  figure: 'timeliness',
  share: 9_987,
  document: '2026年10月“双公示”工作情况通报',
  issuedOn: '2026-11-10',
};
const publisher = officer('centre', 'publisher', '11');
const reviewer = (accountId: string) =>
  ({ kind: 'account', accountId, unit: UNITS.centre.code, roles: ['reviewer'], name: 'R' }) as const;

test('is asked for by the centre alone, decided by another, and then stands beside our own figure', async () => {
  const { platform } = world;
  await expect(enterNotice(platform, officer('market', 'publisher'), notice)).rejects.toMatchObject({
    definition: { type: 'not-allowed' },
  });
  await expect(enterNotice(platform, publisher, { ...notice, until: notice.from })).rejects.toMatchObject({
    definition: { type: 'period-not-whole' },
  });
  const { approvalId } = await enterNotice(platform, publisher, notice);
  expect(await listNotices(world.db.portal)).toEqual([]);
  const approve = { decision: 'approve', reason: '与原件一致' } as const;
  await expect(decideApproval(platform, reviewer('11'), approvalId, approve)).rejects.toMatchObject({
    definition: { type: 'not-yours-to-decide' },
  });
  await decideApproval(platform, reviewer('12'), approvalId, approve);
  expect(await listNotices(world.db.portal)).toEqual([{ ...notice, own: null }]);
  const kept = await world.db.migrator.one(
    sql`select entered_by, approved_by from quality.notice_from_above`,
  );
  expect(kept).toEqual({ entered_by: 'account:11', approved_by: 'account:12' });
});

test('the application can’t change it afterwards', async () => {
  await expect(world.db.app.query(sql`update quality.notice_from_above set share = 10000`)).rejects.toThrow(
    /permission denied/,
  );
});
