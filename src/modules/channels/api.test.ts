/** The addresses of the ways in: a source is asked for by one person, approved by another, read, paused; strangers see nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedInActor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { decideApproval } from '../identity/index.ts';
import { listApprovals } from '../identity/list-approvals.ts';
import { intakeJobs } from '../intake/jobs.ts';
import { buildCity, firm, officer, penalty, registerFirms, UNITS } from '../intake/testing/city.ts';
import { channelsJobs } from './jobs.ts';
import { listChannels } from './list-channels.ts';
import { requestSource } from './pull/define-source.ts';
import { pullDue } from './pull/run-pull.ts';
import { steerSource } from './pull/steer-source.ts';
import { PENALTY_COLUMNS, platformReading, postgresqlSource, type TestSource } from './testing/sources.ts';
import { openTcpDoor, type TcpDoor } from './testing/tcp-door.ts';

let world: TestWorld;
let platform: Platform;
let door: TcpDoor;
let source: TestSource;

const administrator = officer('market', 'administrator', '11');
const reviewer = officer('market', 'reviewer', '12') as Extract<SignedInActor, { kind: 'account' }>;

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [firm(1)]);
  door = await openTcpDoor(world.superuser);
  source = await postgresqlSource(world.superuser, door);
  await source.add([{ id: 1, changed: 1, row: penalty(firm(1), 1) }]);
  platform = await platformReading(world.platform, UNITS.market.code, [source]);
});
afterAll(async () => {
  await door.shut();
  await world.close();
});

const asked = (changes: object = {}) => ({
  item: 'administrative-penalty',
  name: '处罚业务库',
  definition: { ...source.definition, ...changes },
  reason: '业务系统每小时对接',
});
const ways = (actor: SignedInActor = officer('market'), unit?: string) =>
  listChannels(platform, actor, { language: 'zh', ...(unit === undefined ? {} : { unit }) });

describe('a source', () => {
  test.each<[string, object]>([
    ['a host that is not on the list', { host: 'db.elsewhere.example' }],
    ['the address of this machine by another name', { host: 'localhost' }],
    ['a field that the item has not', { columns: { doc_no: 'CF_WHAT' } }],
    ['one field from two columns', { columns: { doc_no: 'CF_WSH', body: 'CF_WSH' } }],
    ['no column', { columns: {} }],
  ])('is not even asked for with %s', async (_what, changes) => {
    await expect(requestSource(platform, administrator, asked(changes))).rejects.toThrow(/source-refused/);
  });

  test('of an item that the unit does not supply is refused', async () => {
    const emergency = officer('emergency', 'administrator');
    const other = { ...asked(), item: 'organisation-registration' };
    await expect(requestSource(platform, emergency, other)).rejects.toThrow(/source-refused/);
  });

  test('is read once another person approved it, and hands in in the name of its unit', async () => {
    const { approvalId, sourceId } = await requestSource(platform, administrator, asked());
    const [changes, ...shown] = await detailsOf(approvalId);
    expect(changes).toBe('变更：新来源');
    expect(shown).toHaveLength(Object.keys(source.definition).length + 2);
    expect(shown).toContain('连接加密：不加密：密码和数据以明文传输');
    expect(shown).toContain('密码文件名：reader');
    expect(shown).toContain('水位列：changed_at');
    expect((await ways()).filter(({ kind }) => kind === 'pull')).toEqual([]);
    await decideApproval(platform, reviewer, approvalId, { decision: 'approve', reason: '已核对账号只读' });
    await pullDue({ ...platform, clock: { ...platform.clock, now: () => new Date() } });
    const news = { 'submission-settled': async () => undefined };
    await platform.jobs.runPending({ ...intakeJobs(platform), ...channelsJobs(platform), ...news });
    const [way] = await ways();
    expect(way).toMatchObject({
      kind: 'pull',
      sourceId,
      state: 'waiting',
      rowsRead: '1',
      message: '已读到最新，等待下一次。',
      last: { status: 'settled', counts: { rows: 1, accepted: 1 } },
      definition: { columns: PENALTY_COLUMNS },
    });
    expect(JSON.stringify(await ways())).not.toContain(source.password);
  });

  test('is seen by the centre, and by no other unit', async () => {
    const seen = await ways(officer('centre', 'checker'), UNITS.market.code);
    expect(seen.some(({ kind }) => kind === 'pull')).toBe(true);
    expect(await ways(officer('emergency', 'administrator'), UNITS.market.code)).toEqual([]);
  });

  test('of another unit, or of nobody, cannot be steered or changed', async () => {
    const sourceId = (await ways())[0]?.sourceId as string;
    const stranger = officer('emergency', 'administrator');
    for (const id of [sourceId, newId(), 'x'])
      await expect(steerSource(platform, stranger, id, 'pause')).rejects.toThrow(/source-not-found/);
    await expect(requestSource(platform, stranger, { ...asked(), sourceId })).rejects.toThrow(
      /source-not-found/,
    );
    expect((await ways())[0]).toMatchObject({ state: 'waiting' });
  });

  test('keeps its place when its pages change, and begins anew with another watermark', async () => {
    const sourceId = (await ways())[0]?.sourceId as string;
    let differences: string[] = [];
    const change = async (changes: object) => {
      const { approvalId } = await requestSource(platform, administrator, { ...asked(changes), sourceId });
      differences = await detailsOf(approvalId);
      await decideApproval(platform, reviewer, approvalId, { decision: 'approve', reason: '已核对' });
      return (await ways())[0]?.definition;
    };
    expect(await change({ pageSize: 7 })).toMatchObject({ pageSize: 7 });
    const kept = await world.db.app.one<{ kept: boolean }>(watermarkKept(sourceId));
    expect(kept.kept).toBe(true);
    expect(differences.slice(0, 2)).toEqual(['变更：每批行数', '每批行数：由 10 改为 7']);
    await change({ watermark: 'id' });
    expect(differences[0]).toBe('变更：水位列、每批行数');
    expect((await world.db.app.one<{ kept: boolean }>(watermarkKept(sourceId))).kept).toBe(false);
  });

  test('takes no name that another has', async () => {
    await expect(requestSource(platform, administrator, asked())).rejects.toThrow(/source-refused/);
  });
});

/** What the reviewer is shown of a request, in Chinese. */
async function detailsOf(approvalId: string): Promise<string[]> {
  const { items } = await listApprovals(platform, reviewer, { open: true, limit: 50 });
  const details = items.find((one) => one.approvalId === approvalId)?.details ?? [];
  return details.map(({ name, value }) => `${name.zh}：${value.zh}`);
}

function watermarkKept(sourceId: string) {
  return sql`select watermark is not null as kept from channels.pull_source where source_id = ${sourceId}`;
}
