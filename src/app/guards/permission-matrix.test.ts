/** Every route of the server with every kind of caller: let in or turned away as its `config.access` says, and no further. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount, createClient, type Role, roles } from '../../modules/identity/index.ts';
import { sessionOf } from '../../modules/identity/testing.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  officer,
  penalty,
  registerFirms,
  UNITS,
} from '../../modules/intake/testing/city.ts';
import { type Actor, anonymous, can, listPermissions } from '../../platform/actor.ts';
import { sql } from '../../platform/db/index.ts';
import type { Server } from '../../platform/http/index.ts';
import type { Door } from '../../platform/http/server-type.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { buildApp } from '../server.ts';

type Unit = keyof typeof UNITS;
/** Somebody who asks, with what proves it. */
type Caller = { readonly name: string; readonly actor: Actor; headers: Record<string, string> };

const world: TestWorld = await testDatabase();
await buildCity(world.platform);
const server: Server = await buildApp(world.platform);
// Whoever signs out has no session left for the doors that would come after.
const signsOut = ({ method, url }: Door) => method === 'DELETE' && url === '/api/v1/session';
const doors = server.doors.toSorted((a, b) => Number(signsOut(a)) - Number(signsOut(b)));
const password = 'plum7 bridge over snow';
const callers: Caller[] = [{ name: 'anonymous', actor: anonymous, headers: {} }];

async function openSession(name: string): Promise<Record<string, string>> {
  const token = await sessionOf(world.platform, name);
  return { cookie: `gx_session=${token}`, 'sec-fetch-site': 'same-origin' };
}

async function addOfficer(unit: Unit, role: Role): Promise<void> {
  const { code } = UNITS[unit];
  const name = `${unit}.${role}`;
  const account = { unit: code, roles: [role], loginName: name, name: 'T', password };
  const accountId = await createAccount(world.platform, account);
  const actor = { kind: 'account', accountId, unit: code, roles: [role], name: 'T' } as const;
  callers.push({ name, actor, headers: await openSession(name) });
}

const scopes = ['submit:administrative-penalty', 'disclose:case-handling'];

async function addClient(unit: Unit): Promise<void> {
  const { code } = UNITS[unit];
  const { clientId, clientSecret } = await createClient(world.platform, code, scopes);
  const payload = `grant_type=client_credentials&client_id=${clientId}&client_secret=${encodeURIComponent(clientSecret)}`;
  const answer = await server.inject({
    method: 'POST',
    url: '/oauth/token',
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const headers = { authorization: `Bearer ${answer.json().access_token}` };
  callers.push({ name: `${unit}.client`, actor: { kind: 'client', clientId, unit: code, scopes }, headers });
}

beforeAll(async () => {
  for (const unit of ['market', 'emergency', 'centre'] as const) {
    for (const role of roles) await addOfficer(unit, role);
    await addClient(unit);
  }
}, 120_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

const turnedAway = [
  '/problems/sign-in-required',
  '/problems/not-allowed',
  '/problems/token-refused',
  '/problems/cross-site',
];

/** Asks at a door; a body that fits nothing shows whether the guard or what comes after it speaks. */
async function knock(door: Door, caller: Caller, parameters: Readonly<Record<string, string>> = {}) {
  const url = door.url
    .replace(/:(\w+)(\([^)]*\))?/g, (_all, name: string) => parameters[name] ?? '1')
    .replace('*', 'nothing');
  const answer = await server.inject({ method: door.method as 'GET', url, headers: caller.headers });
  const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
  return { status: answer.statusCode, type: isProblem ? String(answer.json().type) : '', body: answer.body };
}

function expected(door: Door, actor: Actor): string {
  if (door.access === 'public' || can(actor, door.access)) return 'let in';
  return actor.kind === 'anonymous' ? '/problems/sign-in-required' : '/problems/not-allowed';
}

describe('each caller at each door', () => {
  test('there are doors of every kind', () => {
    expect(doors.length).toBeGreaterThan(60);
    const guarded = doors.filter(({ access }) => access !== 'public');
    expect(guarded.length).toBeGreaterThan(10);
  });

  test.each(doors.map((door) => [`${door.method} ${door.url}`, door] as const))('%s', async (_name, door) => {
    for (const caller of callers) {
      const { status, type, body } = await knock(door, caller);
      const got = turnedAway.includes(type) ? type : 'let in';
      expect(got, `${caller.name}: ${status} ${body.slice(0, 200)}`).toBe(expected(door, caller.actor));
      if (got === '/problems/sign-in-required') expect(status).toBe(401);
      if (got === '/problems/not-allowed') expect(status).toBe(403);
      // A guess never makes the server fail (503 says honestly that something is not ready).
      expect(status, `${caller.name}: ${body.slice(0, 200)}`).not.toBe(500);
    }
  });

  test('every permission guards a door, and none is known to the doors alone', () => {
    const used = new Set(doors.flatMap(({ access }) => (access === 'public' ? [] : [access.id])));
    const unused = listPermissions()
      .map(({ id }) => id)
      .filter((id) => !used.has(id));
    // Verbs that have no door yet; each goes from this list with its door.
    expect(unused).toEqual([]);
  });
});

describe('what another unit handed in', () => {
  // An agent and a request for erasure belong to a subject and a passkey to its account, none to a unit: for others there is none under any number.
  const parameters: Record<string, string> = {
    item: 'administrative-penalty',
    agentId: '4711',
    versionId: '4711',
    draftId: '4711',
    commentId: '4711',
    instrument: 'ndrc-36',
    paperId: '4711',
    passkeyId: '4711',
    wishId: '4711',
    sourceId: '4711',
    exchangeId: '4711',
    assignmentId: '4711',
    findingId: '4711',
    unit: UNITS.market.code,
  };
  const hidden: string[] = [];
  const foreign = () => callers.filter(({ actor }) => 'unit' in actor && actor.unit === UNITS.emergency.code);
  const guarded = doors.filter(({ access }) => access !== 'public');

  beforeAll(async () => {
    // All have signed out by now.
    for (const caller of callers)
      if (caller.actor.kind === 'account') caller.headers = await openSession(caller.name);
    await registerFirms(world.platform, [firm(1), firm(2)]);
    // A valid code of the wrong firm is held for the centre; a bad date is a finding.
    const rows = [
      penalty({ uscc: firm(1).uscc, name: firm(2).name }, 47114711),
      penalty(firm(1), 47124712, { CF_JDRQ: '2026/2/30' }),
    ];
    const { submissionId } = await handIn(
      world.platform,
      officer('market'),
      'administrative-penalty',
      csv(rows),
    );
    const held = await world.db.app.one<{ held_row_id: string }>(
      sql`select held_row_id from intake.held_row`,
    );
    const ask = async (name: string, method: 'GET' | 'POST', url: string, payload?: object) => {
      const { headers } = callers.find((one) => one.name === name) as Caller;
      const answer = await server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
      expect(answer.statusCode, answer.body).toBeLessThan(300);
      return answer.json();
    };
    const { items: accounts } = await ask('market.administrator', 'GET', '/api/v1/accounts');
    const { accountId, grants } = accounts.find(
      (each: { loginName: string }) => each.loginName === 'market.checker',
    );
    const { items: sessions } = await ask('market.checker', 'GET', '/api/v1/sessions');
    const { approvalId } = await ask('market.administrator', 'POST', `/api/v1/accounts/${accountId}/grants`, {
      role: 'reviewer',
      reason: '调入复核岗位',
    });
    Object.assign(parameters, { submissionId, heldRowId: held.held_row_id, approvalId, accountId });
    const { items: clients } = await ask('market.administrator', 'GET', '/api/v1/clients');
    const [{ clientId, credentials }] = clients;
    Object.assign(parameters, { clientId, credentialId: credentials[0].credentialId });
    hidden.push(clientId, credentials[0].credentialId);
    Object.assign(parameters, { grantId: grants[0].grantId, sessionId: sessions[0].sessionId });
    hidden.push(approvalId, accountId, grants[0].grantId, sessions[0].sessionId);
    const { incidentId } = await ask('centre.administrator', 'POST', '/api/v1/incidents/drill');
    Object.assign(parameters, { incidentId });
    hidden.push(incidentId);
    const bulk = {
      purpose: 'case-handling',
      caseNo: '清市监立〔2026〕47号',
      items: ['organisation-registration'],
    };
    const asked = await ask('market.case-officer', 'POST', '/api/v1/exports', {
      ...bulk,
      reason: '核对登记信息',
    });
    const decided = await ask('market.reviewer', 'POST', `/api/v1/approvals/${asked.approvalId}/decision`, {
      decision: 'approve',
      reason: '核对无误',
    });
    Object.assign(parameters, { exportId: decided.outcome.exportId });
    hidden.push(asked.approvalId, decided.outcome.exportId);
    hidden.push(submissionId, held.held_row_id, '47114711', '47124712');
  });

  test('every parameter of a guarded address is tried with somebody else’s value', () => {
    const names = new Set(
      guarded.flatMap(({ url }) => [...url.matchAll(/:(\w+)/g)].map(([, name]) => name as string)),
    );
    expect([...names].filter((name) => !(name in parameters))).toEqual([]);
  });

  test.each(guarded.map((door) => [`${door.method} ${door.url}`, door] as const))(
    '%s tells nobody of another unit anything of it',
    async (_name, door) => {
      for (const caller of foreign()) {
        const { status, body } = await knock(door, caller, parameters);
        for (const secret of hidden) expect(body, `${caller.name}: ${status} ${body}`).not.toContain(secret);
        if (door.url.includes(':submissionId') && status < 400)
          expect.fail(`${caller.name} was answered ${body}`);
      }
    },
  );

  const reason = { reason: '核对后认为应当如此' };
  test.each<[string, string, object]>([
    ['withdrawing', '/api/v1/submissions/:submissionId/withdrawal', reason],
    ['deciding', '/api/v1/held-rows/:heldRowId/decision', { ...reason, decision: 'accept' }],
  ])('%s it is answered like something that never was', async (_name, pattern, payload) => {
    const url = pattern.replace(/:(\w+)/g, (_all, name: string) => parameters[name] ?? '');
    const nothing = pattern.replace(/:\w+/, '999999999999999999');
    for (const caller of foreign()) {
      const [real, invented] = await Promise.all(
        [url, nothing].map((address) =>
          server.inject({ method: 'POST', url: address, payload, headers: caller.headers }),
        ),
      );
      expect([403, 404], caller.name).toContain(real?.statusCode);
      const without = (answer: typeof real) => ({ ...answer?.json(), traceId: '' });
      expect(without(real), caller.name).toEqual(without(invented));
    }
    const untouched =
      await world.db.app.one(sql`select state, (select count(*) from intake.held_row where decision is null) as waiting
      from intake.submission where submission_id = ${parameters['submissionId']}`);
    expect(untouched).toEqual({ state: 'settled', waiting: '1' });
  });

  test('its own unit and the centre see it', async () => {
    const ask = async (name: string, url: string) => {
      const caller = callers.find((one) => one.name === name) as Caller;
      return (await server.inject({ url, headers: caller.headers })).body;
    };
    expect(await ask('market.data-officer', '/api/v1/submissions')).toContain(parameters['submissionId']);
    expect(await ask('market.client', '/api/v1/held-rows')).toContain(parameters['heldRowId']);
    expect(await ask('centre.case-officer', '/api/v1/held-rows')).toContain(parameters['heldRowId']);
    expect(await ask('centre.case-officer', '/api/v1/submissions')).not.toContain(parameters['submissionId']);
  });
});
