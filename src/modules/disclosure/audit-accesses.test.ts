/** What auditors read of looks: counts by day and unit, and single looks, whose reading is itself a look that the subject is told of. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UNITS } from '../intake/testing/city.ts';
import { listNotices } from '../notices/index.ts';
import { auditAccesses, countAccesses } from './audit-accesses.ts';
import { disclose, listAccesses } from './index.ts';
import { firm, lookedAtCity, officer } from './testing/looked-at-city.ts';

let world: Awaited<ReturnType<typeof lookedAtCity>>;
const caseNo = '清市监立〔2026〕31号';
const period = { from: '2026-11-18', until: '2026-11-19' } as Parameters<typeof countAccesses>[2];
const auditor = officer('centre', 'auditor');
const group = {
  unit: UNITS.market.code,
  day: period.from,
  kind: 'look',
  purpose: 'case-handling',
  caseNo: '审〔2026〕3号',
} as const;

beforeAll(async () => {
  world = await lookedAtCity();
  for (const n of [1, 1, 2]) {
    const request = { actor: officer('market', 'case-officer'), purpose: 'case-handling', caseNo };
    await disclose(world.platform, { ...request, uscc: firm(n).uscc });
  }
});
afterAll(() => world.close());

const counted = { day: '2026-11-18', unit: UNITS.market.code, kind: 'look', purpose: 'case-handling' };

test('counts are of the own unit, at the centre of every unit, and are no look', async () => {
  const { platform } = world;
  const before = await listAccesses(platform, [await world.subjectOf(1)], { limit: 50, others: true });
  const all = await countAccesses(platform, auditor, period);
  expect(all).toContainEqual({ ...counted, looks: 3, subjects: 3, officers: 1, machines: 0 });
  expect(await countAccesses(platform, officer('market', 'auditor'), period)).toEqual(all);
  const foreign = officer('emergency', 'auditor');
  expect(await countAccesses(platform, foreign, period)).toEqual([]);
  expect(await countAccesses(platform, foreign, { ...period, unit: UNITS.market.code })).toEqual([]);
  expect(await countAccesses(platform, auditor, { ...period, purpose: 'licensing' })).toEqual([]);
  const day = { from: '2026-11-17', until: '2026-11-18' } as typeof period;
  expect(await countAccesses(platform, auditor, day)).toEqual([]);
  expect(await listAccesses(platform, [await world.subjectOf(1)], { limit: 50, others: true })).toEqual(
    before,
  );
});

test('single looks show whose file it was and how much, never what; the subject sees that an auditor read it', async () => {
  const { platform } = world;
  const { accessId, looks } = await auditAccesses(platform, auditor, group);
  expect(looks.map(({ subject }) => subject?.uscc).sort()).toEqual(
    [firm(1).uscc, firm(1).uscc, firm(2).uscc].sort(),
  );
  const penalties = looks.find(({ subject }) => subject?.uscc === firm(1).uscc);
  expect(penalties).toMatchObject({ caseNo, duty: 'case-officer' });
  expect(penalties?.shown).toContainEqual({
    item: 'administrative-penalty',
    records: 2,
    fields: expect.any(Number),
  });
  expect(JSON.stringify(looks)).not.toContain('仅供内部');
  for (const n of [1, 2]) {
    const subjectId = await world.subjectOf(n);
    const [newest] = await listAccesses(platform, [subjectId], { limit: 1, others: true });
    expect(newest).toMatchObject({
      accessId,
      purpose: 'audit',
      caseNo: group.caseNo,
      duty: 'auditor',
      shown: {},
    });
    const told = await listNotices(platform, [subjectId], { limit: 50 });
    expect(
      told.filter(({ kind, facts }) => kind === 'looked-at' && facts['purpose'] === 'audit'),
    ).toHaveLength(1);
  }
  // What the auditor read is there for the next auditor.
  const own = { ...counted, unit: UNITS.centre.code, purpose: 'audit' };
  expect(await countAccesses(platform, auditor, { ...period, purpose: 'audit' })).toEqual([
    { ...own, looks: 1, subjects: 2, officers: 1, machines: 0 },
  ]);
});

test('pages go on after the last row seen', async () => {
  const { platform } = world;
  const { looks } = await auditAccesses(platform, auditor, group);
  const [first] = looks;
  const rest = await auditAccesses(platform, auditor, { ...group, before: first });
  expect(rest.looks).toEqual(looks.slice(1));
});

test.each<[string, Parameters<typeof auditAccesses>[1], Partial<typeof group>, RegExp]>([
  ['an auditor of another unit', officer('emergency', 'auditor'), {}, /nothing-to-disclose/],
  ['somebody who is no auditor', officer('centre', 'case-officer'), {}, /nothing-to-disclose/],
  ['an auditor without a matter', auditor, { caseNo: ' ' as typeof group.caseNo }, /case-number-needed/],
])('%s reads none', async (_name, actor, change, problem) => {
  await expect(auditAccesses(world.platform, actor, { ...group, ...change })).rejects.toThrow(problem);
});
