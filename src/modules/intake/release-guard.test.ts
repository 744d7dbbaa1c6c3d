// What counts as outside a unit's habit, and what happens to such a file: it waits, is released, or is returned whole.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedInActor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { decideApproval } from '../identity/index.ts';
import { type FileSize, outsideHabit } from './release-guard.ts';
import { getSubmission } from './submission-view.ts';
import { buildCity, csv, firm, handIn, licence, officer, registerFirms, runJobs } from './testing/city.ts';

const size = (rows: number, blank = 0): FileSize => ({
  rows,
  cellsRead: rows * 10,
  cellsBlank: blank * rows,
});
const usual = [90, 100, 110, 100, 95, 105].map((rows) => size(rows, 2));

describe('outsideHabit', () => {
  test.each<[string, FileSize, readonly FileSize[], string[]]>([
    ['as usual', size(100, 2), usual, []],
    ['five times as many, and far apart', size(500, 2), usual, ['rows']],
    ['a little less than five times', size(499, 2), usual, []],
    ['few files are no habit', size(9_000, 2), usual.slice(1), []],
    ['a fifth, but not 200 rows apart', size(20, 2), usual, []],
    ['a fifth of large files', size(200, 2), usual.map(() => size(1_000, 2)), ['rows']],
    ['an empty file where thousands are usual', size(0), usual.map(() => size(1_000, 2)), ['rows']],
    ['half of the cells empty', size(100, 5), usual, ['filled']],
    ['all cells filled where four fifths are', size(100, 0), usual, ['filled']],
    ['14 points apart', { rows: 100, cellsRead: 1_000, cellsBlank: 340 }, usual, []],
    ['half empty, but few rows', size(49, 5), usual, []],
    ['both', size(600, 6), usual, ['rows', 'filled']],
  ])('%s', (_, file, earlier, kinds) => {
    expect(outsideHabit(file, earlier).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('a file outside the habit', () => {
  let world: TestWorld;
  const submitter = {
    ...officer('market'),
    kind: 'account',
    accountId: '1',
    name: 'T',
    roles: ['data-officer'],
  } as const satisfies SignedInActor;
  const reviewer = {
    ...{ kind: 'account', accountId: '4711', unit: submitter.unit, roles: ['reviewer'], name: 'R' },
  } as const satisfies SignedInActor;
  const firms = Array.from({ length: 4 }, (_, n) => firm(n + 1));
  let number = 0;

  const rows = (count: number) =>
    csv(Array.from({ length: count }, () => licence(firms[number % 4] as (typeof firms)[0], ++number)));
  const give = async (count: number) =>
    (await handIn(world.platform, submitter, 'administrative-licence', rows(count))).submission;
  const requestFor = (submissionId: string) =>
    world.db.migrator.one<{ approval_id: string; requested_by: string }>(
      sql`select approval_id, requested_by from identity.approval where target = ${submissionId} and decision is null`,
    );
  const recordsOf = async (submissionId: string) =>
    (
      await world.db.migrator.one<{ n: number }>(
        sql`select count(*)::integer as n from records.record where submission_id = ${submissionId}`,
      )
    ).n;

  beforeAll(async () => {
    world = await testDatabase();
    await buildCity(world.platform);
    await registerFirms(world.platform, firms);
    for (let n = 0; n < 6; n++) expect(await give(3)).toMatchObject({ status: 'settled' });
  });
  afterAll(() => world.close());

  test('waits with nothing stored, and goes on as it came once somebody else released it', async () => {
    const { submissionId, status, counts } = await give(240);
    expect({ status, counts }).toEqual({ status: 'waiting', counts: null });
    expect(await recordsOf(submissionId)).toBe(0);
    const { approval_id, requested_by } = await requestFor(submissionId);
    expect(requested_by).toBe(`account:${submitter.accountId}`);
    const self = { ...reviewer, accountId: submitter.accountId };
    await expect(
      decideApproval(world.platform, self, approval_id, { decision: 'approve', reason: '核对无误' }),
    ).rejects.toMatchObject({ definition: { type: 'not-yours-to-decide' } });
    await decideApproval(world.platform, reviewer, approval_id, {
      decision: 'approve',
      reason: '年度集中报送',
    });
    await runJobs(world.platform);
    expect(await getSubmission(world.platform, submitter, submissionId)).toMatchObject({
      status: 'settled',
      counts: { rows: 240, accepted: 240 },
    });
    expect(await recordsOf(submissionId)).toBe(240);
  });

  test('is returned whole when it is not released, and may come again', async () => {
    const file = rows(260);
    const handed = () => handIn(world.platform, submitter, 'administrative-licence', file);
    const { submissionId } = await handed();
    const { approval_id } = await requestFor(submissionId);
    await decideApproval(world.platform, reviewer, approval_id, { decision: 'refuse', reason: '行数有误' });
    await runJobs(world.platform);
    expect(await getSubmission(world.platform, submitter, submissionId)).toMatchObject({
      status: 'refused',
      refusal: { rule: 'file.not-released' },
      closedAt: expect.any(String),
    });
    expect(await recordsOf(submissionId)).toBe(0);
    expect((await handed()).submission.status).toBe('waiting');
  });

  test('a worker that comes again while it waits asks nobody twice, though such files have become usual', async () => {
    const { submissionId } = await give(250);
    await world.db.migrator.query(
      sql`update intake.submission set row_count = 250 where state = 'settled' and item = 'administrative-licence'`,
    );
    await world.platform.db.app.transaction((tx) =>
      world.platform.jobs.enqueue(tx, 'intake.process', { submissionId }),
    );
    await runJobs(world.platform);
    expect((await getSubmission(world.platform, submitter, submissionId)).status).toBe('waiting');
    const asked = await world.db.migrator.query(
      sql`select from identity.approval where target = ${submissionId}`,
    );
    expect(asked).toHaveLength(1);
  });
});
