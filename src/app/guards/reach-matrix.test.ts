/** Role × route × owner: every guarded door asked for data of one unit and one subject, by all who stand differently to it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handInPackage } from '../../modules/channels/testing/exchange-file.ts';
import {
  createAccount,
  createClient,
  openSubjectSession,
  type Role,
  roles,
} from '../../modules/identity/index.ts';
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
import { findSubject } from '../../modules/subjects/index.ts';
import { type Actor, can, type Permission, type Relation, reaches } from '../../platform/actor.ts';
import { sql } from '../../platform/db/index.ts';
import type { Door } from '../../platform/http/server-type.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { buildApp } from '../server.ts';

type Unit = 'market' | 'emergency' | 'centre';
type Caller = { name: string; relation: Relation; actor: Actor; headers: Record<string, string> };
type GuardedDoor = Door & { readonly access: Permission };

const world: TestWorld = await testDatabase();
const { platform } = world;
await buildCity(platform);
const server = await buildApp(platform);
const signsOut = ({ method, url }: Door) => method === 'DELETE' && url === '/api/v1/session';
const doors = server.doors.filter((door): door is GuardedDoor => door.access !== 'public' && !signsOut(door));
const relationOf = { market: 'own unit', emergency: 'other unit', centre: 'centre' } as const;
const scopes = ['submit:administrative-penalty'];
const callers: Caller[] = [];
// An incident is nobody's of these units; there is none under this number.
const parameters: Record<string, string> = {
  item: 'administrative-penalty',
  incidentId: '4711',
  versionId: '4711',
  draftId: '4711',
  commentId: '4711',
  instrument: 'ndrc-36',
  paperId: '4711',
  unit: UNITS.market.code,
};
/** What nobody but its owner may be shown; the firm stands for what a subject's file holds. */
const secrets: { unit: string[]; subject: string[] } = { unit: [], subject: [] };

const cookie = (token: string) => ({ cookie: `gx_session=${token}`, 'sec-fetch-site': 'same-origin' });

async function addUnit(unit: Unit): Promise<void> {
  const { code } = UNITS[unit];
  const relation = relationOf[unit];
  for (const role of roles satisfies readonly Role[]) {
    const name = `${unit}.${role}`;
    const account = { unit: code, roles: [role], loginName: name, name: 'T' };
    const accountId = await createAccount(platform, { ...account, password: 'plum7 bridge over snow' });
    const actor = { kind: 'account', accountId, unit: code, roles: [role], name: 'T' } as const;
    callers.push({ name, relation, actor, headers: cookie(await sessionOf(platform, name)) });
  }
  const { clientId, clientSecret } = await createClient(platform, code, scopes);
  const answer = await server.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `grant_type=client_credentials&client_id=${clientId}&client_secret=${encodeURIComponent(clientSecret)}`,
  });
  const headers = { authorization: `Bearer ${answer.json().access_token}` };
  callers.push({
    name: `${unit}.client`,
    relation,
    actor: { kind: 'client', clientId, unit: code, scopes },
    headers,
  });
}

async function addSubject(
  name: string,
  relation: Relation,
  session: Parameters<typeof openSubjectSession>[1],
): Promise<Caller> {
  const { token } = await openSubjectSession(platform, session);
  const actor = { kind: 'subject', sessionId: '1', ...session } as const;
  const caller = { name, relation, actor, headers: cookie(token) };
  callers.push(caller);
  return caller;
}

const named = (name: string) => callers.find((one) => one.name === name) as Caller;

async function ask(caller: Caller, method: string, url: string, payload?: object) {
  const more = payload ? { payload } : {};
  const answer = await server.inject({ method: method as 'GET', url, headers: caller.headers, ...more });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json();
}

async function idOf(number: number): Promise<string> {
  const subject = await findSubject(world.db.app, firm(number).uscc);
  if (!subject) throw new Error(`firm ${number} is not registered`);
  return subject.subjectId;
}

/** A passkey that nobody can show; its number stands in addresses. */
async function addPasskey(accountId: string): Promise<string> {
  await world.db.migrator.query(sql`
    insert into identity.passkey (passkey_id, account_id, credential_id, public_key, counter, transports, name, backed_up, created_at)
    values (471147114711, ${accountId}, '\\x01', '\\x01', 0, '{}', 'T', false, now())`);
  return '471147114711';
}

/** What the market supervision handed in, employs and asks for, and what is held about firm 1. */
beforeAll(async () => {
  for (const unit of ['market', 'emergency', 'centre'] as const) await addUnit(unit);
  await registerFirms(platform, [firm(1), firm(2)]);
  const rows = [penalty(firm(1), 47114711), penalty({ uscc: firm(1).uscc, name: firm(2).name }, 47124712)];
  const given = await handIn(platform, officer('market'), 'administrative-penalty', csv(rows));
  const exchangeId = await handInPackage(platform, officer('market'), 'administrative-penalty', {
    content: csv([penalty(firm(1), 47134713)]),
    rows: 1,
  });
  const held = await world.db.app.one<{ id: string }>(sql`select held_row_id as id from intake.held_row`);
  const administrator = named('market.administrator');
  const { items: accounts } = await ask(administrator, 'GET', '/api/v1/accounts');
  const checker = accounts.find((each: { loginName: string }) => each.loginName === 'market.checker');
  const asked = { role: 'reviewer', reason: '调入复核岗位' };
  const grants = `/api/v1/accounts/${checker.accountId}/grants`;
  const { approvalId } = await ask(administrator, 'POST', grants, asked);
  const { items: sessions } = await ask(named('market.checker'), 'GET', '/api/v1/sessions');
  const [client] = (await ask(administrator, 'GET', '/api/v1/clients')).items;
  const self = await addSubject('organisation', 'subject itself', {
    subjectId: await idOf(1),
    as: 'organisation',
    readOnly: false,
  });
  const agent = { label: '代账会计', until: '2026-12-31', limits: ['read'] };
  const made = await server.inject({
    method: 'POST',
    url: '/api/v1/me/agents',
    headers: self.headers,
    payload: agent,
  });
  expect(made.statusCode, made.body).toBeLessThan(300);
  const { agentId } = made.json();
  await addSubject('read-only', 'its agent', {
    subjectId: await idOf(1),
    as: 'organisation',
    readOnly: true,
  });
  await addSubject('another', 'another subject', {
    subjectId: await idOf(2),
    as: 'organisation',
    readOnly: false,
  });
  await addSubject('person', 'another subject', {
    subjectId: '4611686018427387905',
    as: 'person',
    readOnly: false,
  });
  Object.assign(parameters, {
    submissionId: given.submissionId,
    exchangeId,
    heldRowId: held.id,
    approvalId,
    accountId: checker.accountId,
    grantId: checker.grants[0].grantId,
    sessionId: sessions[0].sessionId,
    passkeyId: await addPasskey(checker.accountId),
    clientId: client.clientId,
    credentialId: client.credentials[0].credentialId,
    agentId,
  });
  const { submissionId, accountId, grantId, sessionId, clientId, credentialId } = parameters;
  for (const id of [submissionId, accountId, grantId, sessionId, clientId, credentialId, approvalId])
    secrets.unit.push(id as string);
  secrets.unit.push('471147114711');
  secrets.unit.push('47114711', exchangeId);
  secrets.subject.push('47114711', firm(1).uscc);
}, 120_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

/** The example body of the description, which fits. */
function bodyOf(door: Door): Record<string, unknown> | undefined {
  const pathName = door.url.replace(/:(\w+)/g, '{$1}');
  const paths = server.apiDocument().paths as unknown as Record<
    string,
    Record<string, { requestBody?: { content: Record<string, { example?: unknown }> } }>
  >;
  const content = paths[pathName]?.[door.method.toLowerCase()]?.requestBody?.content;
  return content?.['application/json']?.example as Record<string, unknown> | undefined;
}

const nowhere = '999999999999999999';

async function knock(door: Door, { headers }: Caller, body?: object, values = parameters) {
  const url = door.url.replace(/:(\w+)(\([^)]*\))?/g, (_all, name: string) => values[name] ?? nowhere);
  const more = body ? { payload: body } : {};
  const answer = await server.inject({ method: door.method as 'GET', url, headers, ...more });
  const type = answer.statusCode < 400 ? '' : String(answer.json().type);
  return { status: answer.statusCode, type, body: answer.body };
}

const cells = { total: 0, refused: 0, hidden: 0, reached: 0 };

/** One cell of the table against what the door does; the difference in words, or nothing. */
async function differs(door: GuardedDoor, caller: Caller): Promise<string[]> {
  cells.total++;
  const isRead = door.method === 'GET' || door.method === 'HEAD';
  const say = (what: string, got: { status: number; type: string }) => [
    `${door.method} ${door.url}, ${caller.name} (${caller.relation}): ${what}, got ${got.status} ${got.type}`,
  ];
  if (!can(caller.actor, door.access)) {
    cells.refused++;
    const got = await knock(door, caller);
    return got.type === '/problems/not-allowed' && got.status === 403 ? [] : say('refused', got);
  }
  const isReached =
    door.access.reach === 'own-account'
      ? caller.name === 'market.checker'
      : reaches(door.access, caller.relation);
  if (isReached) {
    cells.reached++;
    // What changes something is asked about nothing: the guard lets it in, and nothing happens.
    const got = await knock(door, caller, undefined, isRead ? parameters : {});
    const isIn = isRead ? got.status < 400 || got.status === 400 : got.type !== '/problems/not-allowed';
    return isIn && got.status !== 500 ? [] : say('reached', got);
  }
  cells.hidden++;
  const got = await knock(door, caller, isRead ? undefined : bodyOf(door));
  const own = caller.actor.kind === 'subject' ? secrets.subject : secrets.unit;
  const shown = own.filter((secret) => got.body.includes(secret));
  const names = [...door.url.matchAll(/:(\w+)/g)].map(([, name]) => name).filter((name) => name !== 'item');
  const isOpen = names.length > 0 && got.status < 400;
  return shown.length > 0 || isOpen || got.status >= 500 ? say(`hidden, showed ${shown.join(' ')}`, got) : [];
}

test('every cell of role × route × owner is allowed, hidden or refused as the table says', async () => {
  const differences: string[] = [];
  for (const door of doors) for (const caller of callers) differences.push(...(await differs(door, caller)));
  const { total, refused, hidden, reached } = cells;
  process.stdout.write(
    `${doors.length} guarded routes × ${callers.length} callers = ${total} cells: ${refused} refused, ${hidden} hidden, ${reached} reached\n`,
  );
  expect(differences).toEqual([]);
  expect(cells.total).toBeGreaterThan(1_000);
  expect(Math.min(cells.refused, cells.hidden, cells.reached)).toBeGreaterThan(100);
}, 300_000);
