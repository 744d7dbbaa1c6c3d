/** Merging and splitting on a real database: what it changes on every surface, who may, and that nothing is lost. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/testing.ts';
import {
  findSubject,
  findSubjectById,
  listMerges,
  mergeSubjects,
  registerUnknown,
  resolveStaged,
  searchNames,
  splitSubjects,
  subjectIdFor,
} from './index.ts';
import { stageRows, type TestRow, testUscc } from './testing/staged.ts';

const world = await testDatabase();
afterAll(() => world.close());
const { app, portal, migrator } = world.db;
const now = world.platform.clock.now();

const officer: Actor = { kind: 'account', accountId: '7', unit: 'xxzx', roles: ['case-officer'], name: '王' };
const codes = [1, 2, 3, 4].map((number) => testUscc(number));
const [a = '', b = '', c = '', trader = ''] = codes;
const id = (uscc: string) => subjectIdFor('uscc', uscc);
const reason = '登记机关来函：一照多码';

beforeAll(async () => {
  const staged = await stageRows(app, 'registration', [
    { name: '清和市甲一包装有限公司', uscc: a },
    { name: '清和市乙二包装有限公司', uscc: b },
    { name: '清和市丙三包装有限公司', uscc: c },
    { name: '清和市丁四包装店', uscc: trader, soleTrader: true },
  ]);
  await app.transaction((tx) => registerUnknown(tx, staged, { evidence: 'registration', now }));
});
beforeEach(() => migrator.query(sql`delete from subjects.alias`));

const merge = (subject: string, target: string, actor: Actor = officer, why = reason) =>
  mergeSubjects(world.platform, actor, { subjectId: id(subject), standsFor: id(target), reason: why });
const split = (subject: string, actor: Actor = officer, why = '误合并，予以拆分') =>
  splitSubjects(world.platform, actor, { subjectId: id(subject), reason: why });
const problem = (type: string) => expect.objectContaining({ definition: expect.objectContaining({ type }) });

async function verdictOf(row: TestRow) {
  const staged = await stageRows(app, 'one_row', [row]);
  return app.transaction(async (tx) => {
    await resolveStaged(tx, staged, 'intake_staging.one_answer');
    const answer = await tx.one(sql`select verdict, subject_id from intake_staging.one_answer`);
    await tx.query(sql`drop table intake_staging.one_answer`);
    return answer;
  });
}

describe('a merge', () => {
  test('is followed by code, id, search and resolution, and the names of both agree', async () => {
    await merge(a, b);
    const whole = { subjectId: id(b), uscc: b, ids: [id(b), id(a)] };
    expect(await findSubject(portal, a)).toMatchObject(whole);
    expect(await findSubject(portal, b)).toMatchObject(whole);
    expect(await findSubjectById(portal, id(a))).toMatchObject(whole);
    expect(await searchNames(portal, '甲一包装', { limit: 20, offset: 0 })).toMatchObject({
      total: 1,
      items: [{ subjectId: id(b), name: '清和市乙二包装有限公司', matchedName: '清和市甲一包装有限公司' }],
    });
    expect(await searchNames(portal, '包装有限公司', { limit: 20, offset: 0 })).toMatchObject({ total: 2 });
    for (const uscc of [a, b]) {
      for (const name of ['清和市甲一包装有限公司', '清和市乙二包装有限公司', '乙二包装有限公司']) {
        expect(await verdictOf({ uscc, name })).toEqual({ verdict: 'agrees', subject_id: id(b) });
      }
    }
    expect(await verdictOf({ uscc: a, name: '清和市丙三包装有限公司' })).toMatchObject({
      verdict: 'name-mismatch',
    });
  });

  test('taken back leaves both as they were, and both acts in the books', async () => {
    await merge(a, b);
    await split(a);
    expect(await findSubject(portal, a)).toMatchObject({ subjectId: id(a), ids: [id(a)] });
    expect(await verdictOf({ uscc: a, name: '清和市乙二包装有限公司' })).toMatchObject({
      verdict: 'name-mismatch',
    });
    await merge(a, b);
    const entries = await listMerges(app, id(b));
    expect(entries).toHaveLength(2);
    expect(entries.find((entry) => entry.ended)).toEqual({
      subjectId: id(a),
      standsFor: id(b),
      reason,
      decidedBy: 'account:7',
      decidedAt: now,
      ended: { by: 'account:7', reason: '误合并，予以拆分', at: now },
    });
  });

  test('C13: a firm merged into a sole trader is found by part no more', async () => {
    await merge(c, trader);
    expect(await searchNames(portal, '丙三', { limit: 20, offset: 0 })).toMatchObject({ total: 0 });
    expect(await searchNames(portal, '清和市丙三包装有限公司', { limit: 20, offset: 0 })).toMatchObject({
      items: [{ uscc: trader }],
    });
  });
});

describe('refused', () => {
  test('a subject into itself, directly or by a detour', async () => {
    await expect(merge(a, a)).rejects.toEqual(problem('merge-refused'));
    await merge(a, b);
    await expect(merge(b, a)).rejects.toEqual(problem('merge-refused'));
  });

  test('a chain: the target’s end is taken, a subject with followers stays', async () => {
    await merge(b, c);
    expect(await merge(a, b)).toEqual({ standsFor: id(c) });
    await expect(merge(c, trader)).rejects.toEqual(problem('merge-refused'));
    await expect(merge(a, trader)).rejects.toEqual(problem('merge-refused'));
  });

  test('two officers cannot make a chain between them', async () => {
    const both = await Promise.allSettled([merge(a, b), merge(b, c)]);
    const chains = await app.query(sql`
      select 1 from subjects.alias x join subjects.alias y on y.subject_id = x.stands_for
      where x.ended_at is null and y.ended_at is null`);
    expect(chains).toEqual([]);
    expect(both.some((one) => one.status === 'fulfilled')).toBe(true);
  });

  test.each<[string, Actor]>([
    ['nobody', { kind: 'anonymous' }],
    ['a data officer', { ...officer, roles: ['data-officer'] } as Actor],
    ['an administrator', { ...officer, roles: ['administrator'] } as Actor],
    ['a machine', { kind: 'client', clientId: 'x', unit: 'xxzx', scopes: [] }],
  ])('to %s', async (_, actor) => {
    await expect(merge(a, b, actor)).rejects.toEqual(problem('not-allowed'));
    await merge(a, b);
    await expect(split(a, actor)).rejects.toEqual(problem('not-allowed'));
  });

  test('without a reason, for a subject that is not there, and a split of what is not merged', async () => {
    await expect(merge(a, b, officer, ' 因 ')).rejects.toEqual(problem('reason-missing'));
    await expect(merge(testUscc(99), b)).rejects.toEqual(problem('subject-not-found'));
    await expect(merge(a, testUscc(99))).rejects.toEqual(problem('subject-not-found'));
    await expect(split(a)).rejects.toEqual(problem('not-merged'));
    await expect(split(testUscc(99))).rejects.toEqual(problem('subject-not-found'));
    await merge(a, b);
    await expect(split(a, officer, '')).rejects.toEqual(problem('reason-missing'));
  });
});
