/** Reading a department's database: pages, ties, states, on a real PostgreSQL and a real MariaDB. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import { type TestWorld, testDatabase } from '../../../platform/testing.ts';
import { intakeJobs } from '../../intake/jobs.ts';
import { buildCity, firm, officer, penalty, registerFirms, UNITS } from '../../intake/testing/city.ts';
import { channelsJobs } from '../jobs.ts';
import { selectSource } from '../queries/pull-sources.ts';
import { hasMariadb, startMariadb, type TestMariadb } from '../testing/mariadb.ts';
import {
  approvedSource,
  mariadbSource,
  platformReading,
  postgresqlSource,
  type TestSource,
} from '../testing/sources.ts';
import { openTcpDoor, type TcpDoor } from '../testing/tcp-door.ts';
import type { PullDefinition } from './pull-source.ts';
import { describePullState, pullStates } from './pull-states.ts';
import { pullDue } from './run-pull.ts';
import { steerSource } from './steer-source.ts';

let world: TestWorld;
let platform: Platform;
let mariadb: TestMariadb | undefined;
let door: TcpDoor;
let number = 0;

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [firm(1), firm(2)]);
  door = await openTcpDoor(world.superuser);
  mariadb = hasMariadb ? await startMariadb() : undefined;
});
afterAll(async () => {
  await mariadb?.stop();
  await door.shut();
  await world.close();
});

/** A fresh database of the department with `count` rows, a second apart. */
async function prepare(make: () => Promise<TestSource>, count = 25) {
  const source = await make();
  platform = await platformReading(world.platform, UNITS.market.code, [source]);
  const first = number;
  number += 1000;
  const row = (n: number, changes: Record<string, string> = {}) =>
    penalty(firm(1 + (n % 2)), first + n, changes);
  await source.add(Array.from({ length: count }, (_, n) => ({ id: n, changed: n, row: row(n) })));
  const sourceId = newId();
  const define = (changes: Partial<PullDefinition> = {}) =>
    approvedSource(platform, {
      sourceId,
      unit: UNITS.market.code,
      name: `处罚库${sourceId}`,
      definition: { ...source.definition, ...changes },
    });
  await define();
  const look = async () => {
    const found = await selectSource(platform.db.app, sourceId);
    if (!found) throw new Error('no such source');
    return found;
  };
  /** Whatever is due now, to the end of its pages. */
  const pull = async () => {
    await platform.db.app.query(sql`update channels.pull_source set next_run_at = now() - interval '1 hour'
      where source_id = ${sourceId} and next_run_at is not null`);
    await pullDue({ ...platform, clock: { ...platform.clock, now: () => new Date() } });
    await platform.jobs.runPending({
      ...intakeJobs(platform),
      ...channelsJobs(platform),
      'submission-settled': async () => undefined,
    });
    return look();
  };
  const records = async () => {
    const like = Array.from({ length: 1000 }, (_, n) => `清市监处罚〔2026〕${first + n}号`);
    const found = await platform.db.migrator.query<{ no: string }>(
      sql`select decision_no as no from records.standing where item = 'administrative-penalty' and decision_no = any(${like})`,
    );
    return found.length;
  };
  const submissions = () =>
    platform.db.app.query<{ rows: number; duplicate: number; state: string }>(
      sql`select row_count as rows, duplicate_count as duplicate, state from intake.submission
        where handed_in_by = ${`client:pull-${sourceId}`} order by submission_id`,
    );
  return { source, sourceId, define, look, pull, records, submissions, row };
}

const systems: [string, () => Promise<TestSource>][] = [
  ['PostgreSQL', () => postgresqlSource(world.superuser, door)],
];
if (hasMariadb) systems.push(['MariaDB', () => mariadbSource(mariadb as TestMariadb, `source_${newId()}`)]);
else test('MariaDB', ({ skip }) => skip('skipped: no MariaDB (Debian: mariadb-server)'));

describe.each(systems)('%s', (_name, make) => {
  test('is read in pages to its end; what comes later is read the next time, and nothing twice', async () => {
    const { source, pull, records, submissions, row } = await prepare(make);
    expect(await pull()).toMatchObject({ state: 'waiting', rowsRead: '25' });
    expect(await records()).toBe(25);
    expect((await submissions()).map(({ rows }) => rows)).toEqual([10, 10, 5]);
    await pull();
    expect(await submissions()).toHaveLength(3);
    await source.add([{ id: 100, changed: 100, row: row(100) }]);
    expect(await pull()).toMatchObject({ rowsRead: '26' });
    expect(await records()).toBe(26);
    expect((await submissions()).every(({ duplicate }) => duplicate === 0)).toBe(true);
  });

  test('a watermark of whole numbers is read in the order of numbers, past the range of floating ones', async () => {
    const { source, define, pull, records, row } = await prepare(make, 0);
    await define({ watermark: 'id' });
    const big = (n: number) => Number.MAX_SAFE_INTEGER - 200 + n;
    const ids = [
      ...Array.from({ length: 25 }, (_, n) => n + 1),
      ...Array.from({ length: 25 }, (_, n) => big(n)),
    ];
    await source.add(ids.map((id, n) => ({ id, changed: 0, row: row(n) })).toReversed());
    expect(await pull()).toMatchObject({
      state: 'waiting',
      rowsRead: '50',
      watermark: { value: String(big(24)) },
    });
    expect(await records()).toBe(50);
  });

  test('rows that share one value are all taken, over the edge of a page and those that come late', async () => {
    const { source, pull, records, submissions, row } = await prepare(make, 0);
    const tied = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => ({ id: from + n, changed: 7, row: row(from + n) }));
    await source.add(tied(0, 33));
    await pull();
    expect(await records()).toBe(33);
    await source.add(tied(33, 40));
    expect(await pull()).toMatchObject({ rowsRead: '40' });
    expect(await records()).toBe(40);
    expect((await submissions()).reduce((sum, { duplicate }) => sum + duplicate, 0)).toBe(0);
  });

  test('a row that was changed comes again as a further version', async () => {
    const { source, pull, submissions, records } = await prepare(make, 3);
    await pull();
    await source.run(
      "update decision set content = '罚款人民币4000元', fine = 0.4, changed_at = '2026-02-01 00:00:00' where id = 1",
    );
    expect(await pull()).toMatchObject({ rowsRead: '4' });
    expect(await submissions()).toMatchObject([{ rows: 3 }, { rows: 1, duplicate: 0, state: 'settled' }]);
    expect(await records()).toBe(3);
  });

  test('a row that is changed and changed back is handed in each time', async () => {
    const { source, pull, submissions } = await prepare(make, 1);
    await pull();
    for (const [yuan, fine, day] of [
      [4000, 0.4, '2026-02-01'],
      [3000, 0.3, '2026-03-01'],
    ]) {
      await source.run(
        `update decision set content = '罚款人民币${yuan}元', fine = ${fine}, changed_at = '${day} 00:00:00'`,
      );
      await pull();
    }
    expect(await submissions()).toMatchObject([
      { rows: 1, duplicate: 0, state: 'settled' },
      { rows: 1, duplicate: 0, state: 'settled' },
      { rows: 1, duplicate: 0, state: 'settled' },
    ]);
  });

  test('a column that is not there any more: said by name, tried again, nothing lost when it is back', async () => {
    const { source, pull, records } = await prepare(make, 5);
    await source.run('alter table decision rename column fine to fine_yuan');
    await source.run('drop view v_penalty', 'create view v_penalty as select * from decision');
    await source.run('grant select on v_penalty to gongxin_reader');
    const stopped = await pull();
    expect(stopped).toMatchObject({
      state: 'columns-missing',
      stateParams: { columns: 'fine' },
      rowsRead: '0',
    });
    expect(stopped.nextRunAt).not.toBeNull();
    expect(describePullState(stopped.state, stopped.stateParams, 'zh').message).toContain('fine');
    await source.run('alter table decision rename column fine_yuan to fine', 'drop view v_penalty');
    await source.run(
      'create view v_penalty as select * from decision',
      'grant select on v_penalty to gongxin_reader',
    );
    expect(await pull()).toMatchObject({ state: 'waiting', rowsRead: '5' });
    expect(await records()).toBe(5);
  });

  test('a column of another type waits for a person; resuming agrees to it', async () => {
    const { source, sourceId, pull, records, row } = await prepare(make, 5);
    await pull();
    await source.run('drop view v_penalty');
    const cast = source.definition.driver === 'mysql' ? 'cast(decided as char)' : 'decided::text';
    const columns = ['id', 'changed_at', ...Object.keys(source.definition.columns)];
    const list = columns.map((name) => (name === 'decided' ? `${cast} as decided` : name));
    await source.run(
      `create view v_penalty as select ${list.join(', ')} from decision`,
      'grant select on v_penalty to gongxin_reader',
    );
    await source.add([{ id: 50, changed: 50, row: row(50) }]);
    expect(await pull()).toMatchObject({ state: 'columns-changed', nextRunAt: null, rowsRead: '5' });
    expect(await pull()).toMatchObject({ state: 'columns-changed' });
    await steerSource(platform, officer('market', 'administrator'), sourceId, 'resume');
    expect(await pull()).toMatchObject({ state: 'waiting', rowsRead: '6' });
    expect(await records()).toBe(6);
  });

  test('a slow view is given up, and read when it is quick again', async () => {
    const { source, define, pull, records } = await prepare(make, 5);
    await define({ statementSeconds: 1 });
    const sleep = source.definition.driver === 'mysql' ? 'sleep(3)' : 'pg_sleep(3)::text';
    await source.run('drop view v_penalty');
    await source.run(
      `create view v_penalty as select decision.* from decision where ${sleep} is not null`,
      'grant select on v_penalty to gongxin_reader',
    );
    const slow = await pull();
    expect(slow).toMatchObject({ state: 'source-slow', failures: 1 });
    await source.run('drop view v_penalty', 'create view v_penalty as select * from decision');
    await source.run('grant select on v_penalty to gongxin_reader');
    expect(await pull()).toMatchObject({ state: 'waiting', failures: 0, rowsRead: '5' });
    expect(await records()).toBe(5);
  });

  test.each<[string, Partial<PullDefinition>, string]>([
    ['nobody at the address', { port: 1 }, 'source-away'],
    ['an account that is not there', { user: 'nobody' }, 'credentials-refused'],
    ['a password file that is not there', { secret: 'other' }, 'secret-missing'],
    ['a view that is not there', { view: 'v_other' }, 'view-missing'],
    ['a table that the account may not read', { view: 'decision' }, 'view-missing'],
    ['a watermark of text', { watermark: 'doc_no' }, 'watermark-unfit'],
    ['a host that is not allowed', { host: 'localhost' }, 'host-not-allowed'],
  ])('%s is said as it is', async (_what, changes, state) => {
    const { define, pull } = await prepare(make, 1);
    await define(changes);
    if (changes.port === 1) platform = allow(platform, '127.0.0.1:1');
    const found = await pull();
    expect(found.state).toBe(state);
    for (const language of ['zh', 'en'] as const) {
      const { message, advice } = describePullState(found.state, found.stateParams, language);
      expect(`${message}${advice}`).not.toMatch(/\{\w+\}/);
    }
  });

  test('rows without a watermark stop it, since no page would show them', async () => {
    const { source, pull } = await prepare(make, 3);
    await source.run('update decision set changed_at = null where id = 2');
    expect(await pull()).toMatchObject({ state: 'watermark-unfit', stateParams: { reason: 'empty' } });
  });

  test('a paused source is left alone until it goes on', async () => {
    const { sourceId, pull } = await prepare(make, 3);
    await steerSource(platform, officer('market'), sourceId, 'pause');
    expect(await pull()).toMatchObject({ state: 'paused', rowsRead: '0', nextRunAt: null });
    await steerSource(platform, officer('market'), sourceId, 'resume');
    expect(await pull()).toMatchObject({ state: 'waiting', rowsRead: '3' });
  });

  test('the throttle spaces the pages, the schedule the rounds', async () => {
    const { define, pull, look } = await prepare(make, 25);
    await define({ rowsPerSecond: 2, everyMinutes: 45 });
    const before = platform.clock.now().getTime();
    const ends = await pull();
    expect(ends.state).toBe('waiting');
    expect(((await look()).nextRunAt as Date).getTime() - before).toBe(45 * 60_000);
  });
});

test('PostgreSQL out of reach: away, then read to its end', async () => {
  const { pull, records } = await prepare(() => postgresqlSource(world.superuser, door), 12);
  await door.shut();
  expect(await pull()).toMatchObject({ state: 'source-away', stateParams: { code: 'ECONNREFUSED' } });
  await door.open();
  expect(await pull()).toMatchObject({ state: 'waiting', rowsRead: '12' });
  expect(await records()).toBe(12);
});

test('MariaDB killed while it is read: away, then read to its end', async ({ skip }) => {
  if (!mariadb) return skip('skipped: no MariaDB (Debian: mariadb-server)');
  const server = mariadb;
  const { pull, records } = await prepare(() => mariadbSource(server, `source_${newId()}`), 12);
  await server.kill();
  expect(await pull()).toMatchObject({ state: 'source-away', stateParams: { code: 'ECONNREFUSED' } });
  await server.start();
  expect(await pull()).toMatchObject({ state: 'waiting', rowsRead: '12' });
  expect(await records()).toBe(12);
});

test('every state has both sentences in both languages', () => {
  for (const { message, advice } of Object.values(pullStates))
    for (const text of [message.zh, message.en, advice.zh, advice.en]) expect(text.length).toBeGreaterThan(3);
});

function allow(on: Platform, host: string): Platform {
  const { channels } = on.config;
  const pullHosts = [...channels.pullHosts, host];
  return { ...on, config: { ...on.config, channels: { ...channels, pullHosts } } };
}
