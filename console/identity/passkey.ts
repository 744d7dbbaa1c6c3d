/** Passkeys in the browser: made, and shown for signing in or for proving oneself again. */
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import type { Client } from '../api/client.ts';
import { ProblemError } from '../api/problem-error.ts';

/** Browsers give passkeys to names alone, not to bare addresses. */
const isNamed = !/^\[|^\d+(\.\d+){3}$/.test(location.hostname);

/** Whether passkeys work here at all. */
export const canUsePasskeys = isNamed && browserSupportsWebAuthn();

/** On this machine the same page has a name: where passkeys would work. */
export const namedAddress =
  location.hostname === '127.0.0.1' ? location.href.replace('//127.0.0.1', '//localhost') : undefined;

/** Nobody showed the device what it asked for, or its time ran out: no fault of anybody's. */
export class PasskeyAbandoned extends Error {
  override readonly name = 'PasskeyAbandoned';
}

/** What the device says no to is abandoned; what the server says stays a problem. */
async function onDevice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new PasskeyAbandoned('the device gave no passkey', { cause: error });
  }
}

/** Shows a passkey: what is asked comes from `<path>/challenge`, the answer goes to `answerTo`. */
export async function showPasskey<T>(client: Client, askAt: string, answerTo: string): Promise<T> {
  const { options } = await client.send<{ options: PublicKeyCredentialRequestOptionsJSON }>('POST', askAt);
  const credential = await onDevice(() => startAuthentication({ optionsJSON: options }));
  return client.send<T>('POST', answerTo, { credential });
}

/** Has this device make a passkey and adds it under `name`. */
export async function addPasskey(client: Client, name: string): Promise<void> {
  const { options } = await client.send<{ options: PublicKeyCredentialCreationOptionsJSON }>(
    'POST',
    '/api/v1/passkeys/challenge',
  );
  const credential = await onDevice(() => startRegistration({ optionsJSON: options }));
  await client.send('POST', '/api/v1/passkeys', { name, credential });
}
