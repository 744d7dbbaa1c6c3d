// Closing a submission can be cut off anywhere and done again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { closeSubmission } from './close-submission.ts';
import { getSubmission } from './submission-view.ts';
import { buildCity, csv, firm, handIn, officer, penalty, registerFirms } from './testing/city.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [firm(1)]);
});
afterAll(() => world.close());

test('cut off after the upload was destroyed: the next run closes it and keeps the findings file', async () => {
  const { platform } = world;
  const market = officer('market');
  const { submissionId } = await handIn(
    platform,
    market,
    'administrative-penalty',
    csv([penalty(firm(1), 1), penalty(firm(9), 2)]),
  );
  // As it stood between destroying the upload and writing it down.
  await platform.db.app.query(
    sql`update intake.submission set closed_at = null, file_id = 'ffffffffffffffffffffffffffffffff' where submission_id = ${submissionId}`,
  );
  await closeSubmission(platform, submissionId, 2);
  const closed = await getSubmission(platform, market, submissionId);
  expect(closed).toMatchObject({ findingsFile: true });
  expect(closed.closedAt).not.toBeNull();
});
