/** What a session is: an account signed in until it is idle for too long, too old, or ended. */
import type { Account } from './account.ts';

/** How the second factor was shown: a code by time, a passkey, or the city's sign-on. */
export type SignInMethod = 'code' | 'passkey' | 'sign-on';

/** `expiresAt` is the absolute end; half an hour without a request ends the session earlier. */
export type Session = { readonly account: Account; readonly expiresAt: Date };
