/** Four eyes: who may decide what, that nobody decides their own, and that role changes go this way. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import type { Role } from './account.ts';
import { createAccount } from './create-account.ts';
import { registerUnit } from './register-unit.ts';
import { identityWorld, market, password, sessionOf, totpSecret } from './testing.ts';
import type { Unit } from './unit.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
const centre: Unit = { ...market, code: 'xxzx', kind: 'centre', sector: 'centre', uscc: null };
const lone: Unit = { ...market, code: 'xzj', uscc: null };

type Person = {
  readonly accountId: string;
  readonly loginName: string;
  readonly headers: Record<string, string>;
};
const people = new Map<string, Person>();

/** The person of that name, made at first use: unit, roles. */
async function person(unit: string, loginName: string, ...roles: Role[]): Promise<Person> {
  const known = people.get(loginName);
  if (known) return known;
  const account = { unit, roles, loginName, name: `人${loginName}`, password, totpSecret };
  const accountId = await createAccount(world.platform, account);
  const token = await sessionOf(world.platform, loginName);
  const headers = { cookie: `gx_session=${token}`, 'sec-fetch-site': 'same-origin', 'accept-language': 'en' };
  const made = { accountId, loginName, headers };
  people.set(loginName, made);
  return made;
}

const ask = (who: Person, method: 'GET' | 'POST', url: string, payload?: object) =>
  world.server.inject({ method, url, headers: who.headers, ...(payload ? { payload } : {}) });
const decide = (who: Person, approvalId: string, decision = 'approve') =>
  ask(who, 'POST', `/api/v1/approvals/${approvalId}/decision`, { decision, reason: '核对无误' });
const reason = '负责数据报送工作';

async function requested(who: Person, accountId: string, role: Role, more: object = {}): Promise<string> {
  const answer = await ask(who, 'POST', `/api/v1/accounts/${accountId}/grants`, { role, reason, ...more });
  expect(answer.statusCode, answer.body).toBe(202);
  return answer.json().approvalId;
}

const rolesOf = async (who: Person) => (await ask(who, 'GET', '/api/v1/session')).json().account.roles;

beforeAll(async () => {
  world = await identityWorld();
  await registerUnit(world.platform, centre);
  await registerUnit(world.platform, lone);
});
afterAll(() => world.close());

const admin = () => person('scjg', 'admin', 'administrator');
const reviewer = () => person('scjg', 'reviewer', 'reviewer');
const centreReviewer = () => person('xxzx', 'centre.reviewer', 'reviewer');

describe('a role', () => {
  test('is granted once somebody else has approved, and both hands stand in the books', async () => {
    const newcomer = await person('scjg', 'newcomer');
    const approvalId = await requested(await admin(), newcomer.accountId, 'data-officer');
    expect(await rolesOf(newcomer)).toEqual([]);
    const listed = await ask(await reviewer(), 'GET', '/api/v1/approvals');
    expect(listed.json().items).toEqual([
      expect.objectContaining({
        approvalId,
        name: 'Grant a role',
        summary: '人newcomer (newcomer): data officer from 2026-11-18, without an end.',
        requestedBy: '人admin',
        mayDecide: true,
        mayCancel: false,
      }),
    ]);
    const decided = await decide(await reviewer(), approvalId);
    expect(decided.statusCode, decided.body).toBe(200);
    expect(await rolesOf(newcomer)).toEqual(['data-officer']);
    const [row] = await world.platform.db.app.query(sql`
      select granted_by as by, approved_by as also from identity.role_grant where account_id = ${newcomer.accountId}`);
    const [by, also] = [(await admin()).accountId, (await reviewer()).accountId];
    expect(row).toEqual({ by: `account:${by}`, also: `account:${also}` });
    expect((await decide(await reviewer(), approvalId)).json().type).toBe('/problems/approval-over');
  });

  test('ends the same way', async () => {
    const leaver = await person('scjg', 'leaver', 'data-officer');
    const accounts = (await ask(await admin(), 'GET', '/api/v1/accounts')).json().items;
    const { grants } = accounts.find((each: { loginName: string }) => each.loginName === 'leaver');
    const answer = await ask(await admin(), 'POST', `/api/v1/grants/${grants[0].grantId}/end`, {
      reason: '调离岗位',
    });
    expect(answer.statusCode).toBe(202);
    expect(await rolesOf(leaver)).toEqual(['data-officer']);
    await decide(await reviewer(), answer.json().approvalId);
    expect(await rolesOf(leaver)).toEqual([]);
  });

  test('stays as it was when it is refused, and may be asked for again', async () => {
    const hopeful = await person('scjg', 'hopeful');
    const first = await requested(await admin(), hopeful.accountId, 'checker');
    const again = await ask(await admin(), 'POST', `/api/v1/accounts/${hopeful.accountId}/grants`, {
      role: 'checker',
      reason,
    });
    expect([again.statusCode, again.json().type]).toEqual([409, '/problems/already-requested']);
    expect((await decide(await reviewer(), first, 'refuse')).json()).toMatchObject({ decision: 'refused' });
    expect(await rolesOf(hopeful)).toEqual([]);
    await requested(await admin(), hopeful.accountId, 'checker');
  });

  test('that cannot be joined with another is not approved, and the request stays open', async () => {
    const auditor = await person('scjg', 'auditor', 'auditor');
    const approvalId = await requested(await admin(), auditor.accountId, 'publisher');
    expect((await decide(await reviewer(), approvalId)).json().type).toBe('/problems/roles-incompatible');
    expect((await decide(await reviewer(), approvalId, 'refuse')).statusCode).toBe(200);
  });

  test('is delegated with a second eye, too', async () => {
    const [chief, deputy] = [
      await person('scjg', 'chief', 'reviewer'),
      await person('scjg', 'deputy', 'data-officer'),
    ];
    const answer = await ask(chief, 'POST', '/api/v1/delegations', {
      loginName: 'deputy',
      role: 'reviewer',
      until: '2026-12-01',
      reason: '出差期间代理',
    });
    expect(answer.statusCode, answer.body).toBe(202);
    const { approvalId } = answer.json();
    expect((await decide(chief, approvalId)).json().type).toBe('/problems/not-yours-to-decide');
    expect((await decide(await reviewer(), approvalId)).statusCode).toBe(200);
    expect(await rolesOf(deputy)).toEqual(['data-officer', 'reviewer']);
  });
});

describe('nobody decides', () => {
  test('what they asked for, under whatever role', async () => {
    const both = await person('scjg', 'both', 'administrator', 'reviewer');
    const target = await person('scjg', 'target');
    const approvalId = await requested(both, target.accountId, 'checker');
    expect((await decide(both, approvalId)).json().type).toBe('/problems/not-yours-to-decide');
    const row = (await ask(both, 'GET', '/api/v1/approvals')).json().items[0];
    expect(row).toMatchObject({ approvalId, mayDecide: false, mayCancel: true });
    expect((await ask(both, 'POST', `/api/v1/approvals/${approvalId}/cancellation`)).statusCode).toBe(204);
    await expect(
      world.platform.db.app.query(sql`
        insert into identity.approval (approval_id, kind, target, payload, unit_code, requested_by, reason, requested_at,
          decision, decided_by, decided_at, entry_id)
        values (1, 'x.y', 'z', '{}', 'scjg', 'account:1', 'why', now(), 'approved', 'account:1', now(), 1)`),
    ).rejects.toMatchObject({ constraint: 'approval_second_eye_check' });
  });

  test('what concerns themselves', async () => {
    const approvalId = await requested(await admin(), (await reviewer()).accountId, 'data-officer');
    expect((await decide(await reviewer(), approvalId)).json().type).toBe('/problems/not-yours-to-decide');
    expect((await decide(await person('scjg', 'chief'), approvalId)).statusCode).toBe(200);
  });

  test('without a role for it', async () => {
    const target = await person('scjg', 'target');
    const approvalId = await requested(await admin(), target.accountId, 'case-officer');
    const clerk = await person('scjg', 'clerk', 'data-officer', 'case-officer', 'checker');
    expect((await decide(clerk, approvalId)).json().type).toBe('/problems/not-allowed');
  });

  test('for another unit, which sees nothing of it', async () => {
    const other = await person('xzj', 'other.reviewer', 'reviewer');
    const target = await person('scjg', 'target');
    const approvalId = await requested(await admin(), target.accountId, 'data-officer');
    expect((await decide(other, approvalId)).json().type).toBe('/problems/approval-not-found');
    expect((await ask(other, 'GET', '/api/v1/approvals')).json().items).toEqual([]);
    // The centre sees it and leaves it to the unit, which has a reviewer.
    expect((await decide(await centreReviewer(), approvalId)).json().type).toBe(
      '/problems/not-yours-to-decide',
    );
  });
});

test('where a unit has nobody else, the centre is the second eye', async () => {
  await registerUnit(world.platform, { ...lone, code: 'smallest' });
  const only = await person('smallest', 'only', 'administrator', 'reviewer');
  const target = await person('smallest', 'smallest.target');
  const approvalId = await requested(only, target.accountId, 'data-officer');
  expect((await decide(only, approvalId)).json().type).toBe('/problems/not-yours-to-decide');
  expect((await decide(await centreReviewer(), approvalId)).statusCode).toBe(200);
  expect(await rolesOf(target)).toEqual(['data-officer']);
});

test('two decisions at once: one counts', async () => {
  const target = await person('scjg', 'raced');
  const approvalId = await requested(await admin(), target.accountId, 'checker');
  const chief = await person('scjg', 'chief');
  const answers = await Promise.all([
    decide(await reviewer(), approvalId),
    decide(chief, approvalId, 'refuse'),
  ]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
});

describe('an administrator', () => {
  test('opens accounts of the own unit alone, with a password for one sign-in and no role', async () => {
    const boss = await admin();
    const opened = await ask(boss, 'POST', '/api/v1/accounts', { loginName: 'fresh.one', name: '李四' });
    expect(opened.statusCode).toBe(201);
    const first = await world.server.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { name: 'fresh.one', password: opened.json().password },
      remoteAddress: '203.0.113.77',
    });
    expect(first.json()).toMatchObject({ choosePassword: true, enrol: {} });
    const foreign = await ask(boss, 'POST', '/api/v1/accounts', {
      unit: 'xzj',
      loginName: 'fresh.two',
      name: '王',
    });
    expect(foreign.json().type).toBe('/problems/unit-unknown');
    expect((await ask(boss, 'GET', '/api/v1/accounts?unit=xzj')).json().type).toBe('/problems/unit-unknown');
    const centreAdmin = await person('xxzx', 'centre.admin', 'administrator');
    expect((await ask(centreAdmin, 'GET', '/api/v1/accounts?unit=xzj')).statusCode).toBe(200);
  });

  test('closes an account at once', async () => {
    const gone = await person('scjg', 'gone', 'checker');
    const url = `/api/v1/accounts/${gone.accountId}/closure`;
    const foreign = await person('xzj', 'foreign.admin', 'administrator');
    expect((await ask(foreign, 'POST', url, { reason: '离职离职' })).json().type).toBe(
      '/problems/account-unknown',
    );
    expect((await ask(await admin(), 'POST', url, { reason: '离职离职' })).statusCode).toBe(204);
    expect((await ask(gone, 'GET', '/api/v1/session')).statusCode).toBe(401);
  });

  test('recovers somebody who lost the telephone, with a second eye and a password shown once', async () => {
    const unlucky = await person('scjg', 'unlucky', 'checker');
    const url = `/api/v1/accounts/${unlucky.accountId}/reset`;
    const { approvalId } = (await ask(await admin(), 'POST', url, { reason: '手机遗失' })).json();
    const decided = (await decide(await reviewer(), approvalId)).json();
    expect(decided.once).toEqual({ loginName: 'unlucky', password: expect.stringMatching(/^(\w{5}-?){3}$/) });
    expect((await ask(unlucky, 'GET', '/api/v1/session')).statusCode).toBe(401);
    const { all } = await world.platform.db.app.one<{ all: string }>(
      sql`select string_agg(a::text, '') as all from identity.approval a`,
    );
    expect(all).not.toContain(decided.once.password);
    const payload = { name: 'unlucky', password: decided.once.password };
    const again = await world.server.inject({ method: 'POST', url: '/api/v1/session', payload });
    expect(again.json()).toMatchObject({ choosePassword: true, enrol: {} });
  });
});
