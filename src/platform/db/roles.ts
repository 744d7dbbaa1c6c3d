/** The login roles beside the migrator: made once, each with a password of its own that only this installation knows. */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { keepSecret } from '../secrets.ts';
import { type Endpoint, signInAs } from './endpoint.ts';
import type { Endpoints } from './index.ts';
import { openClient } from './pool.ts';

/** Every role that signs in, apart from the migrator. */
export const loginRoles = ['gx_app', 'gx_portal', 'gx_checks', 'gx_auditor'] as const;
export type LoginRole = (typeof loginRoles)[number];

const scramRounds = 4096;
const wrongPassword = '28P01';
const [duplicateObject, uniqueViolation] = ['42710', '23505'];

/** The SCRAM-SHA-256 verifier of a password (RFC 5803), so that the password itself never reaches the server or its log. */
export function scramVerifier(password: string, salt = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, scramRounds, 32, 'sha256');
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${scramRounds}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`;
}

async function createRole(migrator: pg.Client, role: LoginRole, password: string): Promise<void> {
  try {
    await migrator.query(`create role ${role} login password '${scramVerifier(password)}'`);
  } catch (error) {
    // Another installation on the same server made it meanwhile.
    if (![duplicateObject, uniqueViolation].includes((error as { code?: string }).code ?? '')) throw error;
  }
}

async function canSignIn(endpoint: Endpoint): Promise<boolean> {
  try {
    const client = await openClient(endpoint, 'gongxin sign-in check');
    await client.end();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === wrongPassword) return false;
    throw error;
  }
}

/** Nobody enters the database who was not named; CREATE DATABASE does not copy these grants from a template. */
export async function closeDatabaseToOthers(migrator: pg.Client, database: string): Promise<void> {
  const name = `"${database.replaceAll('"', '""')}"`;
  await migrator.query(`revoke all on database ${name} from public`);
  await migrator.query(`grant connect on database ${name} to ${loginRoles.join(', ')}`);
}

/**
 * Makes the login roles as the migrator (who needs CREATEROLE) and gives the sign-ins of all pools.
 * A password that the server does not accept any more (a data folder that was lost) is set anew.
 */
export async function prepareRoles(migrator: Endpoint, dataFolder: string): Promise<Endpoints> {
  const endpoints = Object.fromEntries(
    loginRoles.map((role) => [role, signInAs(migrator, role, keepSecret(dataFolder, role).value)]),
  ) as Record<LoginRole, Endpoint>;
  const client = await openClient(migrator, 'gongxin roles');
  try {
    const present = await client.query<{ rolname: string }>(
      'select rolname from pg_roles where rolname = any($1)',
      [loginRoles],
    );
    const known = new Set(present.rows.map((row) => row.rolname));
    for (const role of loginRoles) {
      if (!known.has(role)) await createRole(client, role, endpoints[role].password);
    }
    await closeDatabaseToOthers(client, migrator.database);
    for (const role of loginRoles) {
      if (!known.has(role) || (await canSignIn(endpoints[role]))) continue;
      await client.query(`alter role ${role} login password '${scramVerifier(endpoints[role].password)}'`);
    }
  } finally {
    await client.end();
  }
  return { app: endpoints.gx_app, portal: endpoints.gx_portal, migrator };
}
