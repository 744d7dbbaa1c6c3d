/** Turns passwords into argon2id hashes and compares them, at the same cost whether the name is known or not. */
import { hash, verify } from '@node-rs/argon2';
import { settings } from './settings.ts';

// The library's default algorithm is argon2id; a test reads it off the hash.
const options = settings.argon2;

let decoy: Promise<string> | undefined;

/** The argon2id hash of `password` with its salt and parameters (PHC string format). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/**
 * Whether `password` belongs to `passwordHash`. Without a hash (nobody has that name) a decoy is compared instead,
 * so that the time of the answer does not tell which names exist.
 */
export async function matchesPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  if (passwordHash !== undefined) return verify(passwordHash, password);
  decoy ??= hash(crypto.randomUUID(), options);
  await verify(await decoy, password);
  return false;
}
