// Whom one may be at the demo's sign-on, and that it stands where data are invented and nowhere else.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCity, firm, registerFirms } from '../../../modules/intake/testing/city.ts';
import { type TestWorld, testDatabase } from '../../../platform/testing.ts';
import { startDemoSignOn } from './index.ts';
import { listVisitors } from './visitors.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
});
afterAll(() => world.close());

test('before the city is loaded there is the natural person alone; then organisations, and one agent who stays the same', async () => {
  expect((await listVisitors(world.platform)).map(({ kind }) => kind)).toEqual(['person']);
  await registerFirms(world.platform, [{ ...firm(1), name: '清和市青禾食品有限公司' }]);
  const visitors = await listVisitors(world.platform);
  expect(visitors.map(({ kind }) => kind)).toEqual(['organisation', 'agent', 'person']);
  expect(visitors[0]?.claims).toEqual({ uscc: firm(1).uscc });
  expect(visitors[1]?.claims).toMatchObject({ uscc: firm(1).uscc, agent: expect.stringMatching(/^\d+$/) });
  expect(await listVisitors(world.platform)).toEqual(visitors);
  expect(visitors.every(({ label }) => !/\d{17}[\dX]/.test(label) || label.includes(firm(1).uscc))).toBe(
    true,
  );
});

test('it describes itself on loopback; without the demo, or with a sign-on of the city, there is none', async () => {
  const { config } = world.platform;
  expect(await startDemoSignOn({ ...world.platform, config: { ...config, demo: false } })).toBeUndefined();
  const demo = { ...world.platform, config: { ...config, demo: true } };
  const signOn = { issuer: 'https://id.example', clientId: 'x', clientSecret: 'y' };
  expect(await startDemoSignOn({ ...demo, config: { ...demo.config, signOn } })).toBeUndefined();
  const started = await startDemoSignOn(demo);
  const issuer = started?.signOn.issuer ?? '';
  expect(issuer).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const described = await fetch(`${issuer}/.well-known/openid-configuration`);
  expect(await described.json()).toMatchObject({
    issuer,
    response_types_supported: expect.arrayContaining(['code']),
  });
  const lost = await fetch(`${issuer}/choose/nothing`);
  expect(lost.status).toBe(400);
  await started?.stop();
  await expect(fetch(issuer)).rejects.toThrow();
});
