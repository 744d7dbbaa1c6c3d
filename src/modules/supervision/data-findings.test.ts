// Two departments that state different things, and a register that holds more: found, answered, mended, with the days it took.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedInActor } from '../../platform/actor.ts';
import { fixedClock } from '../../platform/clock.ts';
import { sql } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { registerSupply } from '../catalogue/index.ts';
import { createAccount } from '../identity/index.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  licence,
  officer,
  registerFirms,
  UNITS,
} from '../intake/testing/city.ts';
import { declareRegister, recount } from '../quality/index.ts';
import { answerFinding } from './answer-finding.ts';
import { countPublicly, type Finding, listFindings, runSelfCheck } from './index.ts';

let world: TestWorld;
const one = firm(1);

async function on(day: string): Promise<Platform> {
  await world.db.migrator.query(sql`update platform.clock set fixed_on = ${day}::date`);
  return { ...world.platform, clock: fixedClock(day) };
}

const register = async (
  day: string,
  unit: 'market' | 'emergency',
  status: string,
  decided = '2026-05-06',
) => {
  const header = '名称,统一社会信用代码,注册日期,登记状态,行政区划代码\n';
  const { submission } = await handIn(await on(day), officer(unit), 'organisation-registration', [
    header,
    `${one.name},${one.uscc},${decided},${status},371899\n`,
  ]);
  expect(submission.counts).toMatchObject({ rows: 1, accepted: 1 });
  return submission.submissionId;
};
const openOf = (platform: Platform, actor: SignedInActor): Promise<Finding[]> =>
  listFindings(platform, actor, { open: true, before: undefined, limit: 50 });

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [firm(2)]);
  await registerSupply(world.platform, 'organisation-registration', UNITS.emergency.code);
});
afterAll(() => world.close());

describe('sources that contradict', () => {
  let finding: Finding;

  test('are found, and put to the department that registers', async () => {
    await register('2026-11-18', 'market', '存续');
    await register('2026-11-18', 'emergency', '吊销');
    const platform = await on('2026-11-18');
    expect(await runSelfCheck(platform)).toMatchObject({ opened: 1, stillOpen: 1 });
    const found = await openOf(platform, officer('market'));
    expect(found).toMatchObject([
      {
        ...{ kind: 'sources-contradict', unit: UNITS.market.code, item: 'organisation-registration' },
        facts: { field: 'registration-status' },
        // Five working days after Wednesday, 18 November 2026.
        ...{ foundOn: '2026-11-18', dueOn: '2026-11-25', steps: [] },
      },
    ]);
    expect(await openOf(platform, officer('emergency'))).toEqual([]);
    finding = found[0] as Finding;
    expect(await runSelfCheck(platform)).toMatchObject({ opened: 0, closed: 0, stillOpen: 1 });
  });

  test('are given to an officer of the unit, and answered; others find nothing there', async () => {
    const platform = await on('2026-11-19');
    const account = (unit: 'market' | 'emergency') =>
      createAccount(platform, {
        ...{ loginName: `mend-${unit}`, name: 'M', password: 'a long enough sentence 7' },
        ...{ unit: UNITS[unit].code, roles: ['data-officer'] },
      });
    const [own, foreign] = [await account('market'), await account('emergency')];
    const give = (actor: SignedInActor, assignedTo: string | undefined) =>
      answerFinding(platform, actor, finding.findingId, { step: 'assigned', assignedTo, note: '请核对' });
    await expect(give(officer('market'), foreign)).rejects.toMatchObject({
      definition: { type: 'assignee-not-of-unit' },
    });
    await expect(give(officer('emergency'), foreign)).rejects.toMatchObject({
      definition: { type: 'finding-not-found' },
    });
    await give(officer('market'), own);
    const [seen] = await openOf(platform, officer('market'));
    expect(seen?.steps).toMatchObject([{ step: 'assigned', assignedTo: own, note: '请核对' }]);
  });

  test('close by themselves once they agree, with the working days it took', async () => {
    const submissionId = await register('2026-11-23', 'emergency', '存续', '2026-11-20');
    const platform = await on('2026-11-23');
    await answerFinding(platform, officer('market'), finding.findingId, {
      step: 'answered',
      note: '对方已更正',
    });
    await expect(
      answerFinding(platform, officer('market'), finding.findingId, {
        step: 'answered',
        submissionId,
        note: '对方批次',
      }),
    ).rejects.toMatchObject({ definition: { type: 'submission-not-found' } });
    expect(await runSelfCheck(platform)).toMatchObject({ closed: 1, stillOpen: 0 });
    const [closed] = await listFindings(platform, officer('market'), {
      open: false,
      before: undefined,
      limit: 5,
    });
    // Thursday, Friday, Monday.
    expect(closed).toMatchObject({ findingId: finding.findingId, daysTaken: 3 });
    await expect(
      answerFinding(platform, officer('market'), finding.findingId, { step: 'answered', note: '再说一次' }),
    ).rejects.toMatchObject({ definition: { type: 'finding-over' } });
    const { units } = await countPublicly(platform);
    expect(units).toMatchObject([{ kind: 'sources-contradict', open: 0, mended: 1, daysTaken: 3 }]);
  });
});

test('a month short of the register is asked about once every limit has run out, and closes when the rest comes', async () => {
  const item = 'administrative-licence';
  const give = async (day: string, number: number) => {
    const platform = await on(day);
    await handIn(
      platform,
      officer('market'),
      item,
      csv([licence(firm(2), number, { XK_JDRQ: '2026/08/20' })]),
    );
    await recount(platform, { unit: UNITS.market.code, item });
  };
  await give('2026-09-01', 1);
  const declared = { item, month: '2026-08-01', decisions: 2 };
  await declareRegister(await on('2026-09-01'), officer('market'), declared);
  expect((await runSelfCheck(await on('2026-09-24'))).opened).toBe(0);
  const late = await on('2026-10-15');
  expect((await runSelfCheck(late)).opened).toBe(1);
  expect(await openOf(late, officer('market'))).toMatchObject([
    { kind: 'below-register', item, facts: { month: '2026-08', declared: '2', records: '1' } },
  ]);
  await give('2026-10-16', 2);
  expect(await runSelfCheck(await on('2026-10-16'))).toMatchObject({ closed: 1, stillOpen: 0 });
});
