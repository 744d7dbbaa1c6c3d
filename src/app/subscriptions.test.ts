/** Reactions to what happened on lower floors: a new calendar year fixes what could not be counted before. */
import { afterAll, expect, test } from 'vitest';
import { addDays } from '../kernel/civil-date.ts';
import { decideApproval } from '../modules/identity/index.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  officer,
  penalty,
  registerFirms,
} from '../modules/intake/testing/city.ts';
import { requestCalendarNotice } from '../modules/law/load-calendar-notice.ts';
import { listTimeliness } from '../modules/quality/index.ts';
import { fixedClock } from '../platform/clock.ts';
import { sql } from '../platform/db/index.ts';
import { testDatabase } from '../platform/testing.ts';
import { allHandlers } from './modules.ts';

const world = await testDatabase();
afterAll(() => world.close());

test('once the notice of the next year is loaded, its records are counted without anything being handed in', async () => {
  const platform = { ...world.platform, clock: fixedClock('2027-01-20') };
  await world.db.migrator.query(sql`update platform.clock set fixed_on = '2027-01-20'`);
  await buildCity(platform);
  await registerFirms(platform, [firm(1)]);
  await handIn(
    platform,
    officer('market'),
    'administrative-penalty',
    csv([penalty(firm(1), 1, { CF_JDRQ: '2026/12/30' })]),
  );
  // The news of the settlement was taken by the city of the tests; here it is told again.
  await allHandlers(platform)['submission-settled']?.(
    { unit: 't-market', item: 'administrative-penalty' },
    { jobId: '1', attempt: 1, isLastAttempt: true, signal: new AbortController().signal },
  );
  const figures = async () =>
    (await listTimeliness(world.db.portal, { from: '2026-12-01', until: '2027-01-01' })).filter(
      ({ item }) => item === 'administrative-penalty',
    );
  expect(await figures()).toMatchObject([{ records: 1, unfixed: 1, publicShare: null }]);
  const { approvalId } = await requestCalendarNotice(platform, officer('centre', 'administrator'), {
    year: 2027,
    notice: '国办发明电〔2026〕9号',
    days: NOTICE,
    reason: '已与通知逐日核对',
  });
  const second = officer('centre', 'reviewer', '2') as Parameters<typeof decideApproval>[1];
  await decideApproval(platform, second, approvalId, { decision: 'approve', reason: '逐日核对无误' });
  await platform.jobs.runPending(allHandlers(platform));
  expect(await figures()).toMatchObject([{ records: 1, unfixed: 0, publicShare: 1, handedInShare: 1 }]);
});

test('after an erasure from the console uploads that were kept are destroyed, and the tables written anew', async () => {
  const platform = { ...world.platform, config: { ...world.platform.config, uploadDays: 30 } };
  const file = csv([penalty(firm(1), 7, { CF_JDRQ: '2026/11/12' })]);
  await handIn(platform, officer('market'), 'administrative-penalty', file);
  const kept = sql`select 1 from intake.submission where file_id is not null and closed_at is not null`;
  const place = sql`select pg_relation_filenode('persons.record')::text as file`;
  expect(await world.db.app.query(kept)).toHaveLength(1);
  const before = await world.db.migrator.one<{ file: string }>(place);
  await world.db.app.transaction((tx) => platform.jobs.enqueue(tx, 'person-erased', {}));
  await platform.jobs.runPending(allHandlers(platform));
  expect(await world.db.app.query(kept)).toEqual([]);
  expect(await world.db.migrator.one<{ file: string }>(place)).not.toEqual(before);
});

// Invented: the notice of 2027 is not published.
const days = (from: string, count: number, name: string) =>
  Array.from({ length: count }, (_, n) => ({ date: addDays(from, n), off: true, name }));
const NOTICE = [
  ...days('2027-01-01', 3, '元旦'),
  ...days('2027-02-05', 8, '春节'),
  ...days('2027-05-01', 5, '劳动节'),
  ...days('2027-10-01', 7, '国庆节'),
];
