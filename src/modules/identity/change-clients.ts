/** Changes of machine clients under four eyes: opening one, another credential, other scopes and limits. */
import { randomId } from '../../platform/crypto.ts';
import type { Platform, Words } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { logState } from '../transparency/index.ts';
import { defineAct } from './act.ts';
import { addCredential, type ClientLimits, openClient, publicJwk } from './create-client.ts';
import { clientSource } from './log-sources.ts';
import { checkOwnUnit } from './managed-accounts.ts';
import { isOfCentre, type Officer } from './may-decide.ts';
import { manageAccounts } from './permissions.ts';
import { clientRefused, clientUnknown, unitUnknown } from './problems.ts';
import { areNetworks, selectClientUnit, updateClient } from './queries/clients.ts';
import { selectUnit } from './queries/units.ts';
import { requestApproval } from './request-approval.ts';
import { SCOPE_PATTERN } from './scopes.ts';

type Limits = Required<ClientLimits>;

/** A key to register, nothing for a secret; `until` as an instant in ISO 8601. */
type Credential = { readonly jwk?: Readonly<Record<string, unknown>>; readonly until?: string };

type Opening = Limits &
  Credential & { readonly clientId: string; readonly unit: string; readonly name?: string };

type Change = Limits & { readonly clientId: string };

const deciders = ['reviewer', 'administrator'] as const;
const target = ({ clientId }: { readonly clientId: string }) => clientId;

function describeLimits({ scopes, networks, quota }: Limits): Words {
  const list = scopes.join(' ');
  const from = networks.join(' ');
  return {
    zh: `授权：${list || '无'}；网络：${from || '不限'}；每天请求：${quota ?? '不限'}。`,
    en: `Scopes: ${list || 'none'}; networks: ${from || 'any'}; requests a day: ${quota ?? 'any number'}.`,
  };
}

function describeCredential({ jwk, until }: Credential): Words {
  return {
    zh: `${jwk === undefined ? '密钥（口令）' : '公钥'}${until === undefined ? '' : `，有效至 ${until}`}`,
    en: `${jwk === undefined ? 'a secret' : 'a public key'}${until === undefined ? '' : ` until ${until}`}`,
  };
}

/** What addCredential wants of a payload. */
function credentialOf({ jwk, until }: Credential, createdBy: string) {
  return {
    ...(jwk === undefined ? {} : { jwk }),
    ...(until === undefined ? {} : { until: new Date(until) }),
    createdBy,
  };
}

/** A secret is shown once, to whoever decides, who hands it over. */
function onceOf(clientId: string, clientSecret: string | undefined): Record<string, string> {
  return { clientId, ...(clientSecret === undefined ? {} : { clientSecret }) };
}

const opening = defineAct<Opening>({
  kind: 'identity.open-client',
  name: { zh: '开通机器客户端', en: 'Open a machine client' },
  requester: manageAccounts,
  deciders,
  target,
  async describe(platform, payload) {
    const unit = await selectUnit(platform.db.app, payload.unit);
    const [limits, first] = [describeLimits(payload), describeCredential(payload)];
    const name = payload.name ? { zh: `“${payload.name}”，`, en: `“${payload.name}”, ` } : { zh: '', en: '' };
    return {
      zh: `${unit?.name.zh ?? payload.unit}：${name.zh}${first.zh}。${limits.zh}`,
      en: `${unit?.name.en ?? payload.unit}: ${name.en}${first.en}. ${limits.en}`,
    };
  },
  async run(platform, tx, payload, { requestedBy }) {
    const { clientId, unit, name = '', scopes, networks, quota } = payload;
    const first = { clientId, name, scopes, networks, quota, ...credentialOf(payload, requestedBy) };
    const { credentialId, clientSecret } = await openClient(platform, tx, unit, first);
    return { outcome: { clientId, credentialId }, once: onceOf(clientId, clientSecret) };
  },
});

const adding = defineAct<Credential & { readonly clientId: string }>({
  kind: 'identity.add-credential',
  name: { zh: '为机器客户端增加密钥', en: 'Give a machine client another credential' },
  requester: manageAccounts,
  deciders,
  target,
  async describe(_platform, payload) {
    const { zh, en } = describeCredential(payload);
    return { zh: `${payload.clientId}：${zh}。`, en: `${payload.clientId}: ${en}.` };
  },
  async run(platform, tx, payload, { requestedBy }) {
    const { clientId } = payload;
    if (!(await selectClientUnit(tx, clientId))) throw new Problem(clientUnknown);
    const given = credentialOf(payload, requestedBy);
    const { credentialId, clientSecret } = await addCredential(platform, tx, clientId, given);
    return { outcome: { clientId, credentialId }, once: onceOf(clientId, clientSecret) };
  },
});

const changing = defineAct<Change>({
  kind: 'identity.change-client',
  name: { zh: '变更机器客户端的授权', en: 'Change what a machine client may do' },
  requester: manageAccounts,
  deciders,
  target,
  async describe(_platform, payload) {
    const { zh, en } = describeLimits(payload);
    return { zh: `${payload.clientId}：${zh}`, en: `${payload.clientId}: ${en}` };
  },
  async run(_platform, tx, payload) {
    if (!(await updateClient(tx, payload))) throw new Problem(clientUnknown);
    await logState(tx, clientSource);
    return { outcome: { clientId: payload.clientId } };
  },
});

/** Of another unit's client nobody but the centre learns anything. @throws Problem client-unknown */
export async function getOwnClient(
  platform: Platform,
  officer: Officer,
  clientId: string,
): Promise<{ readonly unit: string }> {
  const found = await selectClientUnit(platform.db.app, clientId);
  if (!found || (found.unit !== officer.unit && !(await isOfCentre(platform, officer))))
    throw new Problem(clientUnknown);
  return found;
}

async function checkLimits(platform: Platform, { scopes, networks }: Limits): Promise<void> {
  const pattern = new RegExp(SCOPE_PATTERN);
  if (!scopes.every((scope) => pattern.test(scope)) || !(await areNetworks(platform.db.app, networks)))
    throw new Problem(clientRefused);
}

/**
 * Asks for a client of one's own unit (at the centre: of any).
 * @throws Problem unit-unknown, client-refused
 */
export async function requestClient(
  platform: Platform,
  officer: Officer,
  asked: Limits & Credential & { readonly unit: string; readonly name?: string; readonly reason: string },
): Promise<{ readonly approvalId: string }> {
  const { reason, ...client } = asked;
  await checkOwnUnit(platform, officer, client.unit);
  if (!(await selectUnit(platform.db.app, client.unit))) throw new Problem(unitUnknown);
  await checkLimits(platform, client);
  if (client.jwk !== undefined) publicJwk(client.jwk);
  const payload = { ...client, clientId: randomId() };
  return requestApproval(platform, officer, opening, { payload, unit: client.unit, reason });
}

/** Asks for another key or secret. @throws Problem client-unknown, client-refused, already-requested */
export async function requestCredential(
  platform: Platform,
  officer: Officer,
  clientId: string,
  { reason, ...credential }: Credential & { readonly reason: string },
): Promise<{ readonly approvalId: string }> {
  const { unit } = await getOwnClient(platform, officer, clientId);
  if (credential.jwk !== undefined) publicJwk(credential.jwk);
  return requestApproval(platform, officer, adding, { payload: { ...credential, clientId }, unit, reason });
}

/** Asks for other scopes, networks or quota. @throws Problem client-unknown, client-refused, already-requested */
export async function requestClientChange(
  platform: Platform,
  officer: Officer,
  clientId: string,
  { reason, ...limits }: Limits & { readonly reason: string },
): Promise<{ readonly approvalId: string }> {
  const { unit } = await getOwnClient(platform, officer, clientId);
  await checkLimits(platform, limits);
  return requestApproval(platform, officer, changing, { payload: { ...limits, clientId }, unit, reason });
}
