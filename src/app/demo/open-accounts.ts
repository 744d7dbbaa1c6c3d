// Opens the accounts and machine clients of the demo, each once, whatever an earlier start got to.
import { createAccount, createClient, makePassword, newTotpSecret } from '../../modules/identity/index.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { demoAccounts } from './accounts.ts';
import type { DemoUnit } from './authorities.ts';
import { type DemoCredentials, readCredentials, saveCredentials } from './credentials.ts';
import { furtherSupply } from './further-rows.ts';
import { suppliedItems } from './supplied-items.ts';

/** Opens what the credentials file doesn't name yet. @returns all sign-ins */
export async function openDemoAccounts(
  platform: Platform,
  units: readonly DemoUnit[],
): Promise<DemoCredentials> {
  const { dataFolder } = platform.config;
  const credentials = await readCredentials(dataFolder);
  const planned = demoAccounts.filter(
    ({ loginName }) => !credentials.accounts.some(({ name }) => name === loginName),
  );
  for (const { unit, role, loginName } of planned) {
    credentials.accounts.push({
      unit,
      role,
      name: loginName,
      password: makePassword(),
      totp_secret: newTotpSecret(),
    });
  }
  // Written before the accounts exist: a crash in between leaves passwords that the next start still knows.
  await saveCredentials(dataFolder, credentials);
  for (const account of demoAccounts) await open(platform, account, credentials);
  const supplied = [...suppliedItems(), ...furtherSupply];
  for (const { code } of units) {
    if (credentials.clients.some(({ unit }) => unit === code)) continue;
    const scopes = supplied.flatMap(({ unit, item }) => (`qh-${unit}` === code ? [`submit:${item}`] : []));
    const { clientId, clientSecret } = await createClient(platform, code, scopes, '演示系统');
    credentials.clients.push({ unit: code, client_id: clientId, client_secret: clientSecret });
  }
  await saveCredentials(dataFolder, credentials);
  return credentials;
}

async function open(
  platform: Platform,
  account: (typeof demoAccounts)[number],
  { accounts }: DemoCredentials,
): Promise<void> {
  const made = accounts.find(({ name }) => name === account.loginName);
  if (made === undefined) throw new Error(`no password was made for ${account.loginName}`);
  try {
    const { role, ...person } = account;
    await createAccount(platform, {
      ...person,
      roles: [role],
      password: made.password,
      totpSecret: made.totp_secret,
    });
  } catch (error) {
    // Opened by an earlier start with the password that the file holds.
    if (error instanceof Problem && error.definition.type === 'login-name-refused') return;
    throw error;
  }
}
