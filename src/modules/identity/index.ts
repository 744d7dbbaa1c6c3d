/** The door of identity: units, accounts, sessions and machine clients for the modules above. */
export { type Account, type Role, roles } from './account.ts';
export { authenticate } from './authenticate.ts';
export { authoritiesOf } from './authorities-of.ts';
export { createAccount } from './create-account.ts';
export { createClient } from './create-client.ts';
export { findUnit } from './find-unit.ts';
export { listUnits } from './list-units.ts';
export { registerAuthority } from './register-authority.ts';
export { registerUnit } from './register-unit.ts';
export type { Session } from './session.ts';
export { sessionToken, setSessionCookie } from './session-cookie.ts';
export { signIn } from './sign-in.ts';
export { endSessionsOfAgent, type NewSubjectSession, openSubjectSession } from './subject-session.ts';
export { newTotpSecret, totpCode } from './totp.ts';
export type { Authority, Unit, UnitKind } from './unit.ts';
