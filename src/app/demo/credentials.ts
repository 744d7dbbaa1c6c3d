// The sign-ins of the demo, kept in <data>/demo-credentials.json for whoever may read the data folder.
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The file's contract: tests and scripts of others read it. */
export interface DemoCredentials {
  clients: { unit: string; client_id: string; client_secret: string }[];
  /** `name` is the sign-in name, `totp_secret` (base32) what an authenticator makes codes from. */
  accounts: { unit: string; role: string; name: string; password: string; totp_secret: string }[];
}

/** Where the file lies. */
export function credentialsFile(dataFolder: string): string {
  return path.join(dataFolder, 'demo-credentials.json');
}

/** What was written before, or empty lists. */
export async function readCredentials(dataFolder: string): Promise<DemoCredentials> {
  try {
    return JSON.parse(await readFile(credentialsFile(dataFolder), 'utf8')) as DemoCredentials;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { clients: [], accounts: [] };
    throw error;
  }
}

/** Replaces the file as a whole; only its owner may read it. */
export async function saveCredentials(dataFolder: string, credentials: DemoCredentials): Promise<void> {
  const file = credentialsFile(dataFolder);
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(credentials, undefined, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, file);
}
