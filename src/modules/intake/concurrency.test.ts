// What happens at once: the same file, the same stranger, a decision and a withdrawal, a job done twice.
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sql, sql } from '../../platform/db/index.ts';
import { openClient } from '../../platform/db/pool.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { closeSubmission } from './close-submission.ts';
import { decideHeldRow } from './decide-held-row.ts';
import { intakeJobs } from './jobs.ts';
import { listHeldRows } from './list-held-rows.ts';
import { lockItem, lockSubmission } from './queries/settle.ts';
import { getSubmission } from './submission-view.ts';
import { submitFile } from './submit-file.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  licence,
  officer,
  penalty,
  registerFirms,
  runJobs,
} from './testing/city.ts';
import { withdrawSubmission } from './testing/withdraw.ts';

let world: TestWorld;
const market = officer('market');
const clerk = officer('centre', 'case-officer', '77');
const known = firm(1);

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [known]);
});
afterAll(() => world.close());

const submit = async (file: string, item = 'administrative-penalty') =>
  (
    await submitFile(world.platform, market, {
      item,
      channel: 'api',
      content: Readable.from([Buffer.from(file)]),
    })
  ).submissionId;
const run = (name: 'intake.process' | 'intake.close', payload: object) =>
  intakeJobs(world.platform)[name]?.(payload, {
    jobId: '1',
    attempt: 1,
    isLastAttempt: true,
    signal: new AbortController().signal,
  });
const process = (submissionId: string) => run('intake.process', { submissionId });
const count = async (query: ReturnType<typeof sql>) =>
  (await world.db.migrator.one<{ count: number }>(query)).count;
const standing = (number: string) =>
  count(sql`select count(*)::integer as count from records.standing where decision_no = ${number}`);
const stagingTables = () =>
  count(
    sql`select count(*)::integer as count from pg_class where relnamespace = 'intake_staging'::regnamespace`,
  );

test('the same file sent five times at the same instant is one submission', async () => {
  const file = csv([penalty(known, 1)]);
  const ids = await Promise.all(Array.from({ length: 5 }, () => submit(file)));
  expect(new Set(ids).size).toBe(1);
  await runJobs(world.platform);
  expect(await standing('清市监处罚〔2026〕1号')).toBe(1);
  expect(await world.platform.files.list()).toHaveLength(
    await count(sql`select count(findings_file_id)::integer as count from intake.submission`),
  );
});

test('a stranger in files of two items and in a registration at once is one subject', async () => {
  for (let round = 0; round < 4; round++) {
    const strangers = Array.from({ length: 30 }, (_, n) => firm(2000 + round * 30 + n));
    const held = await handIn(
      world.platform,
      market,
      'administrative-penalty',
      csv(strangers.slice(0, 1).map((stranger) => penalty(stranger, 100 + round))),
    );
    const [row] = (await listHeldRows(world.platform, clerk, { limit: 100 })).filter(
      ({ submissionId }) => submissionId === held.submissionId,
    );
    const licences = await submit(
      csv(strangers.map((stranger, n) => licence(stranger, 1000 + round * 30 + n))),
      'administrative-licence',
    );
    const registrations = await submit(
      `名称,统一社会信用代码,注册日期,登记状态,行政区划代码\n${strangers
        .toReversed()
        .map(({ name, uscc }) => `${name},${uscc},2019-05-06,存续,371899\n`)
        .join('')}`,
      'organisation-registration',
    );
    await Promise.all([
      process(licences),
      process(registrations),
      decideHeldRow(world.platform, clerk, row?.heldRowId ?? '', {
        decision: 'accept',
        reason: '经核实无误',
      }),
    ]);
    for (const id of [licences, registrations])
      expect((await getSubmission(world.platform, market, id)).counts).toMatchObject({
        accepted: 30,
        held: 0,
      });
    const codes = strangers.map(({ uscc }) => uscc);
    expect(
      await count(sql`select count(*)::integer as count from subjects.subject where uscc = any(${codes})`),
    ).toBe(30);
  }
});

test('a withdrawal and a decision on a row of it only wait for each other', async () => {
  for (let round = 0; round < 6; round++) {
    const number = 300 + round;
    const { submissionId } = await handIn(
      world.platform,
      market,
      'administrative-penalty',
      csv([
        penalty(known, number),
        penalty({ uscc: known.uscc, name: '清和市别家商贸有限公司' }, number + 50),
      ]),
    );
    const [row] = (await listHeldRows(world.platform, clerk, { limit: 100 })).filter(
      (held) => held.submissionId === submissionId,
    );
    const [decided, withdrawn] = await Promise.allSettled([
      decideHeldRow(world.platform, clerk, row?.heldRowId ?? '', {
        decision: 'accept',
        reason: '经核实无误',
      }),
      withdrawSubmission(world.platform, market, submissionId, '整批重复报送'),
    ]);
    expect(withdrawn.status).toBe('fulfilled');
    if (decided.status === 'rejected') expect(String(decided.reason)).toContain('held-row-not-found');
    expect(await standing(`清市监处罚〔2026〕${number}号`)).toBe(0);
    expect(await standing(`清市监处罚〔2026〕${number + 50}号`)).toBe(0);
    const { counts } = await getSubmission(world.platform, market, submissionId);
    expect((counts?.accepted ?? 0) + (counts?.held ?? 0) + (counts?.rejected ?? 0)).toBe(2);
  }
});

test('a decision that the database ends to undo a deadlock is taken all the same', async () => {
  const { submissionId } = await handIn(
    world.platform,
    market,
    'administrative-penalty',
    csv([penalty({ uscc: known.uscc, name: '清和市别家商贸有限公司' }, 380)]),
  );
  const [row] = (await listHeldRows(world.platform, clerk, { limit: 100 })).filter(
    (held) => held.submissionId === submissionId,
  );
  const other = await openClient(world.superuser, 'gongxin test');
  const ask = ({ text, values }: Sql) => other.query(text, values);
  try {
    // The decision shall be the one that is ended, not this.
    await ask(sql`set deadlock_timeout = '30s'`);
    const ended = async () =>
      (
        await ask(sql`select pg_stat_clear_snapshot(), deadlocks::integer as deadlocks
        from pg_stat_database where datname = current_database()`)
      ).rows[0].deadlocks as number;
    const before = await ended();
    // Item, then submission: the wrong way round.
    await ask(sql`begin`);
    await ask(lockItem('administrative-penalty'));
    const decided = decideHeldRow(world.platform, clerk, row?.heldRowId ?? '', {
      decision: 'accept',
      reason: '经核实无误',
    });
    await expect
      .poll(() => count(sql`select count(*)::integer as count from pg_locks where not granted`))
      .toBe(1);
    await ask(lockSubmission(submissionId));
    await ask(sql`commit`);
    expect(await decided).toEqual({ outcome: 'accepted' });
    await expect.poll(ended).toBe(before + 1);
    expect(await standing('清市监处罚〔2026〕380号')).toBe(1);
  } finally {
    await other.end();
  }
});

test('a file settled while an earlier one of the same rows is withdrawn: what was accepted stands', async () => {
  for (let round = 0; round < 6; round++) {
    const rows = [penalty(known, 400 + round)];
    const first = await handIn(world.platform, market, 'administrative-penalty', csv(rows));
    const second = await submit(csv([...rows, penalty(known, 450 + round)]));
    await Promise.all([
      process(second),
      withdrawSubmission(world.platform, market, first.submissionId, '整批重复报送'),
    ]);
    const { counts } = await getSubmission(world.platform, market, second);
    const number = `清市监处罚〔2026〕${400 + round}号`;
    // Settled first: it was told that the row stands already, and the withdrawal ended it; else it is a new version.
    expect(await standing(number)).toBe(counts?.duplicate === 1 ? 0 : 1);
    expect(counts).toMatchObject({ rows: 2, rejected: 0, held: 0 });
  }
});

describe('a job done again', () => {
  test('processing at once and afterwards settles once and leaves no staging table', async () => {
    const id = await submit(csv([penalty(known, 500), penalty(known, 501, { CF_JDRQ: '2026/2/30' })]));
    // Of two at once one may find its tables gone; its job is done again.
    await Promise.allSettled([process(id), process(id)]);
    await process(id);
    await process(id);
    expect(await standing('清市监处罚〔2026〕500号')).toBe(1);
    await runJobs(world.platform);
    expect((await getSubmission(world.platform, market, id)).counts).toMatchObject({
      accepted: 1,
      rejected: 1,
    });
    expect(await stagingTables()).toBe(0);
  });

  test('closing twice at once keeps one findings file, and its content', async () => {
    const id = await submit(csv([penalty(known, 510), penalty(known, 511, { CF_JDRQ: '2026/2/30' })]));
    await process(id);
    await Promise.allSettled([
      closeSubmission(world.platform, id, 1),
      closeSubmission(world.platform, id, 1),
    ]);
    await closeSubmission(world.platform, id, 1);
    const closed = await getSubmission(world.platform, market, id);
    expect(closed).toMatchObject({ findingsFile: true, closedAt: expect.any(String) });
    const inBooks = sql`select count(findings_file_id)::integer + count(file_id)::integer as count from intake.submission`;
    expect(await world.platform.files.list()).toHaveLength(await count(inBooks));
  });

  test('a refused file is destroyed as well', async () => {
    await runJobs(world.platform);
    const before = (await world.platform.files.list()).length;
    const { submission } = await handIn(world.platform, market, 'administrative-penalty', 'a,b\n1,2\n');
    expect(submission).toMatchObject({
      status: 'refused',
      closedAt: expect.any(String),
      findingsFile: false,
    });
    await run('intake.close', { submissionId: submission.submissionId, checkedFindings: 1 });
    expect(await world.platform.files.list()).toHaveLength(before);
  });
});
