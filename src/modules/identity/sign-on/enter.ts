/** Opens the session of somebody whom the city's sign-on has identified. */
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { openSession, type Whence } from '../open-session.ts';
import { findOpenAccount } from '../queries/accounts.ts';
import { selectFactors } from '../queries/second-factor.ts';
import { type Bound, bindIdentity, type SignOnPurpose } from '../queries/sign-on.ts';
import { beginStep } from '../sign-in.ts';
import { tell } from '../sign-in-log.ts';
import { openSubjectSession } from '../subject-session.ts';
import {
  type Claims,
  hasSecondFactor,
  identityOf,
  isByELicence,
  type Reading,
  readClaims,
  signedInAt,
} from './claims.ts';
import {
  signOnClaimsUnclear,
  signOnClash,
  signOnEnrolFirst,
  signOnNoAccount,
  signOnNothingHeld,
} from './problems.ts';

/** From what the sign-on says to subjects; modules above answer. */
export type SubjectResolver = {
  /** The subject of a unified code. */
  findOrganisation(uscc: string): Promise<string | undefined>;
  /** Whether the agent acts for the subject today. */
  isAgentInForce(subjectId: string, agentId: string): Promise<boolean>;
  /** The subject of an identity number, which is neither kept nor logged. */
  findPerson(identityNumber: string): Promise<string | undefined>;
};

/** A session and the page it opens, or an officer who still owes the code. */
export type CameIn =
  | { readonly kind: 'session'; readonly token: string; readonly page: string }
  | { readonly kind: 'step'; readonly ticket: string };

/** The settings by which claims are read; there is a sign-on, or nobody would have come back from it. */
export const readingOf = ({ config }: Platform): Reading => config.signOn ?? {};

/**
 * Binds a name that may be given anew (an officer's, an agent's) to whoever comes under it first.
 * @throws Problem sign-on-clash for everybody else, which administrators see
 */
export async function bind(platform: Platform, bound: Bound, claims: Claims): Promise<void> {
  const at = platform.clock.now();
  if (await bindIdentity(platform.db.app, bound, identityOf(claims), at)) return;
  const account = bound.kind === 'officer' ? { accountId: bound.boundId } : {};
  tell(platform, { event: 'sign-on-clash', outcome: 'refused', method: 'sign-on', ...account });
  throw new Problem(signOnClash);
}

/**
 * Judges the claims of somebody who comes in.
 * @throws Problem sign-on-claims-unclear, sign-on-no-account, sign-on-enrol-first, sign-on-nothing-held, sign-on-clash
 */
export async function enterByClaims(
  platform: Platform,
  resolver: SubjectResolver,
  claims: Claims,
  by: Whence & { readonly purpose: SignOnPurpose },
): Promise<CameIn> {
  const reading = readingOf(platform);
  const claimed = readClaims(claims, reading);
  const isLicence = isByELicence(claims, reading);
  // An e-licence is an organisation's, and whoever went for one must have shown it.
  const isFitting = isLicence ? claimed.kind === 'organisation' : by.purpose !== 'e-licence';
  if (!isFitting) throw new Problem(signOnClaimsUnclear);
  if (claimed.kind === 'officer') return enterOfficer(platform, claimed.loginName, claims, by);
  const subjectId =
    claimed.kind === 'organisation'
      ? await resolver.findOrganisation(claimed.uscc)
      : await resolver.findPerson(claimed.identityNumber);
  if (subjectId === undefined) throw new Problem(signOnNothingHeld);
  const agentId = claimed.kind === 'organisation' ? claimed.agentId : undefined;
  if (agentId !== undefined) {
    if (!(await resolver.isAgentInForce(subjectId, agentId))) throw new Problem(signOnNothingHeld);
    await bind(platform, { kind: 'agent', boundId: agentId }, claims);
  }
  const method = isLicence ? 'e-licence' : 'sign-on';
  const { token } = await openSubjectSession(platform, {
    subjectId,
    as: claimed.kind,
    ...(agentId === undefined ? {} : { agentId }),
    readOnly: agentId !== undefined,
    method,
  });
  tell(platform, { event: 'sign-in', outcome: 'done', method });
  return { kind: 'session', token, page: '/console/me' };
}

async function enterOfficer(
  platform: Platform,
  loginName: string,
  claims: Claims,
  whence: Whence,
): Promise<CameIn> {
  const { app } = platform.db;
  const at = platform.clock.now();
  const account = await findOpenAccount(app, loginName, at);
  if (!account) throw new Problem(signOnNoAccount);
  const { accountId } = account;
  await bind(platform, { kind: 'officer', boundId: accountId }, claims);
  if (hasSecondFactor(claims, readingOf(platform))) {
    // The factor is as fresh as the provider says, and no fresher.
    const factorAt = new Date(Math.min(at.getTime(), signedInAt(claims).getTime()));
    const { token } = await app.transaction((tx) =>
      openSession(platform, tx, account, { ...whence, method: 'sign-on', factorAt }),
    );
    tell(platform, { event: 'sign-in', outcome: 'done', method: 'sign-on', accountId });
    return { kind: 'session', token, page: '/console' };
  }
  const factors = await selectFactors(app, accountId);
  if (!factors.totpSealed || factors.passwordInitial) throw new Problem(signOnEnrolFirst);
  tell(platform, { event: 'first-step', outcome: 'done', method: 'sign-on', accountId });
  const { ticket } = await beginStep(platform, account, factors);
  return { kind: 'step', ticket };
}
