/** The register of incidents: duties with the law's times, subjects told, closing only when all is done; the drill. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestWorld } from '../../platform/testing.ts';
import { firm, lookedAtCity, officer } from '../disclosure/testing/looked-at-city.ts';
import { decideApproval, type Officer } from '../identity/index.ts';
import { listNotices } from '../notices/index.ts';
import {
  closeIncident,
  dutiesOf,
  finishIncidentStep,
  listIncidents,
  openIncident,
  runDrill,
} from './index.ts';

let world: TestWorld & { readonly subjectOf: (n: number) => Promise<string> };
beforeAll(async () => {
  world = await lookedAtCity();
});
afterAll(() => world.close());

const administrator = officer('centre', 'administrator');
const detectedAt = new Date('2026-11-17T16:00:00Z');
const noticed = () => ({
  drill: false,
  severity: 'considerable' as const,
  personalData: true,
  what: '接口密钥泄露，可能有人越权读取。',
  units: ['t-market'],
  usccs: [firm(1).uscc],
  detectedAt,
});

test.each([
  // 国家网络安全事件报告管理办法 art. 4: 4 hours to the province's cyberspace administration.
  ['considerable', false, ['contain', 'notify-authority', 'final-report'], 4],
  // 个人信息保护法 art. 57: subjects too where information about persons is concerned.
  ['considerable', true, ['contain', 'notify-authority', 'notify-subjects', 'final-report'], 4],
  ['general', false, ['contain', 'notify-authority'], 24],
  ['general', true, ['contain', 'notify-authority', 'notify-subjects'], 24],
] as const)('what follows from %s severity, personal data %s', (severity, personalData, steps, hours) => {
  const duties = dutiesOf({ severity, personalData });
  expect(duties.map(({ step }) => step)).toEqual(steps);
  const authority = duties.find(({ step }) => step === 'notify-authority');
  expect(authority?.hours ?? authority?.houseHours).toBe(hours);
});

test('an incident is opened with its times, each duty done once, subjects told in their file, and closed when nothing is left', async () => {
  const { platform } = world;
  const incident = await openIncident(platform, administrator, noticed());
  const { incidentId } = incident;
  const authority = incident.steps.find(({ step }) => step === 'notify-authority');
  expect(new Date(authority?.dueAt ?? 0).toISOString()).toBe('2026-11-17T20:00:00.000Z');
  expect(authority).toMatchObject({ byLaw: true, article: '第四条', doneAt: null });
  await expect(closeIncident(platform, administrator, { incidentId, lessons: '无遗留' })).rejects.toThrow(
    /incident-steps-left/,
  );
  const note =
    '信息种类：处罚记录的内部备注；原因：接口密钥泄露；已停用密钥；可登录查看谁看过；电话 0000-0000。';
  for (const { step } of incident.steps) {
    const answer = await finishIncidentStep(platform, administrator, { incidentId, step, note });
    if ('approvalId' in answer) {
      // What subjects were told can't be taken back: a second person reads it first, and nobody is told before.
      expect(step).toBe('notify-subjects');
      const { approvalId } = answer;
      expect(await listNotices(platform, [await world.subjectOf(1)], { limit: 10 })).toEqual([]);
      const decision = { decision: 'approve', reason: '内容齐全' } as const;
      const second = officer('centre', 'reviewer', '7') as Officer;
      await expect(decideApproval(platform, administrator as Officer, approvalId, decision)).rejects.toThrow(
        /not-yours-to-decide/,
      );
      const { outcome } = await decideApproval(platform, second, approvalId, decision);
      expect(outcome).toEqual({ incidentId, subjects: 1 });
    }
    await expect(finishIncidentStep(platform, administrator, { incidentId, step, note })).rejects.toThrow(
      /incident-step-not-open/,
    );
  }
  const told = await listNotices(platform, [await world.subjectOf(1)], { limit: 10 });
  expect(told.filter(({ kind }) => kind === 'incident')).toMatchObject([{ facts: { says: note } }]);
  expect(await listNotices(platform, [await world.subjectOf(2)], { limit: 10 })).toEqual([]);
  const closed = await closeIncident(platform, administrator, { incidentId, lessons: '密钥按季度更换。' });
  expect(closed.closedAt).not.toBeNull();
});

test('a drill goes the whole way, is marked, and tells nobody', async () => {
  const { platform } = world;
  const before = await listNotices(platform, [await world.subjectOf(1)], { limit: 50 });
  const drill = await runDrill(platform, administrator);
  expect(drill).toMatchObject({ drill: true, what: expect.stringContaining('演练') });
  expect(drill.steps.map(({ doneAt }) => doneAt)).not.toContain(null);
  expect(drill.closedAt).not.toBeNull();
  expect(await listNotices(platform, [await world.subjectOf(1)], { limit: 50 })).toEqual(before);
});

test('the register is the centre’s: to another unit’s administrator it is not there', async () => {
  const foreign = officer('market', 'administrator');
  await expect(listIncidents(world.platform, foreign, { limit: 10 })).rejects.toThrow(/incident-not-found/);
  await expect(openIncident(world.platform, foreign, noticed())).rejects.toThrow(/incident-not-found/);
  expect((await listIncidents(world.platform, officer('centre', 'auditor'), { limit: 10 })).length).toBe(2);
});
