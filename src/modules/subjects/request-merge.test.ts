/** Merging and splitting under four eyes: asked for by the centre, decided by somebody else, seen in the pages' own answers. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/testing.ts';
import { decideApproval, registerUnit } from '../identity/index.ts';
import { findSubject, mergeSubjects, registerUnknown, subjectIdFor } from './index.ts';
import { compareSubjects, requestMerge, requestSplit } from './request-merge.ts';
import { stageRows, testUscc } from './testing/staged.ts';

const world = await testDatabase();
afterAll(() => world.close());
const { platform } = world;
const { app, portal } = world.db;
const [a, b, c] = [testUscc(1), testUscc(2), testUscc(3)];
const reason = '登记机关来函：一照多码';
const problem = (type: string) => ({ definition: { type } });

const officer = (role: string, accountId: string, unit = 'centre') =>
  ({ kind: 'account', accountId, unit, roles: [role], name: '某' }) as const;
const asker = officer('case-officer', '7');
const second = officer('reviewer', '8');
const decide = (approvalId: string, who: typeof asker = second) =>
  decideApproval(platform, who, approvalId, { decision: 'approve', reason: '核对来函无误' });

beforeAll(async () => {
  for (const kind of ['centre', 'department'] as const) {
    const place = {
      sector: 'other',
      name: { zh: kind, en: kind },
      uscc: null,
      areaCode: '371899',
      until: null,
    };
    await registerUnit(platform, { ...place, code: kind, kind, since: '2020-01-01' as CivilDate });
  }
  const staged = await stageRows(app, 'registration', [
    { name: '清和市甲一包装有限公司', uscc: a },
    { name: '清和市乙二包装有限公司', uscc: b },
    { name: '清和市丙三包装有限公司', uscc: c },
  ]);
  await app.transaction((tx) =>
    registerUnknown(tx, staged, { evidence: 'registration', now: platform.clock.now() }),
  );
});

test.each([
  ['by a department', officer('case-officer', '7', 'department'), { code: a, into: b }, 'not-allowed'],
  ['by another role', officer('reviewer', '7'), { code: a, into: b }, 'not-allowed'],
  ['into itself', asker, { code: a, into: a }, 'merge-refused'],
  ['of a code that nobody bears', asker, { code: testUscc(99), into: b }, 'subject-not-found'],
])('a merge is refused %s', async (_name, who, pair, type) => {
  await expect(requestMerge(platform, who, { ...pair, reason })).rejects.toMatchObject(problem(type));
});

test('a merge changes nothing until somebody else has approved, then everything; a split the same way back', async () => {
  const { subject, into } = await compareSubjects(platform, asker, { code: a, into: b });
  expect([subject.name, into.name]).toEqual(['清和市甲一包装有限公司', '清和市乙二包装有限公司']);
  const asked = await requestMerge(platform, asker, { code: a, into: b, reason });
  expect((await findSubject(portal, a))?.uscc).toBe(a);
  await expect(decide(asked.approvalId, asker)).rejects.toMatchObject(problem('not-yours-to-decide'));
  await decide(asked.approvalId);
  expect((await findSubject(portal, a))?.subjectId).toBe(subjectIdFor('uscc', b));
  const [row] = await app.query(
    sql`select decided_by as by, reason from subjects.alias where ended_at is null`,
  );
  expect(row).toEqual({ by: 'account:8', reason });
  const entries = sql`select source, rows from transparency.entry where source like 'subjects.alias%' order by entry_id`;
  expect(await app.query(entries)).toEqual([{ source: 'subjects.alias', rows: 1 }]);

  // Merged already, and one that others are merged into: split first.
  for (const code of [a, b])
    await expect(requestMerge(platform, asker, { code, into: c, reason })).rejects.toMatchObject(
      problem('merge-refused'),
    );
  await expect(requestSplit(platform, asker, { code: b, reason })).rejects.toMatchObject(
    problem('not-merged'),
  );
  const back = await requestSplit(platform, asker, { code: a, reason: '误合并，予以拆分' });
  await decide(back.approvalId);
  expect((await findSubject(portal, a))?.uscc).toBe(a);
  expect(await app.query(entries)).toHaveLength(2);
});

test('a merge is not carried out into another subject than was approved', async () => {
  const { approvalId } = await requestMerge(platform, asker, { code: a, into: b, reason });
  const moved = { subjectId: subjectIdFor('uscc', b), standsFor: subjectIdFor('uscc', c), reason };
  await mergeSubjects(platform, asker, moved);
  await expect(decide(approvalId)).rejects.toMatchObject(problem('merge-refused'));
  expect((await findSubject(portal, a))?.uscc).toBe(a);
});

test('an old number that two subjects bear names neither', async () => {
  await world.db.migrator.query(sql`
    insert into subjects.subject_key (key_kind, key_value, subject_id, added_at)
    values ('registration-no', '371899000000001', ${subjectIdFor('uscc', a)}, now()),
      ('tax-no', '371899000000001', ${subjectIdFor('uscc', c)}, now())`);
  await expect(compareSubjects(platform, asker, { code: '371899000000001', into: c })).rejects.toMatchObject(
    problem('subject-not-found'),
  );
});
