/** The first administrator of an empty installation, and no second one by this way. */
import { afterAll, expect, test } from 'vitest';
import { listUnits, signIn } from '../../modules/identity/index.ts';
import { testDatabase } from '../../platform/testing.ts';
import { openFirstAdministrator } from './first-administrator.ts';
import { runProgram } from './testing/run-program.ts';

const world = await testDatabase();
afterAll(() => world.close());

const first = {
  unit: 'xyzx',
  unitName: '某市公共信用信息中心',
  areaCode: '370983',
  loginName: 'first.admin',
  name: '张一',
};

test('is opened with the centre and a password for one sign-in; afterwards people open accounts for one another', async () => {
  const { platform } = world;
  const open = (loginName: string) => openFirstAdministrator(platform, { ...first, loginName });
  const password = await open('first.admin');
  expect(await listUnits(platform)).toMatchObject([{ code: 'xyzx', kind: 'centre' }]);
  const begun = await signIn(platform, {
    name: 'first.admin',
    password: password ?? '',
    address: '192.0.2.1',
    device: 'test',
  });
  expect(begun).toMatchObject({ kind: 'step', choosePassword: true, enrol: {} });
  expect(await open('second.admin')).toBe(undefined);
});

test('the command asks for everything it needs', async () => {
  const ran = await runProgram(['account', '--unit', 'xyzx', '--lang', 'en']);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain('a sign-in name');
});
