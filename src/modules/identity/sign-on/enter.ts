/** Opens the session of somebody whom the city's sign-on has identified. */
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { openSession, type Whence } from '../open-session.ts';
import { findOpenAccount } from '../queries/accounts.ts';
import { selectFactors } from '../queries/second-factor.ts';
import { beginStep } from '../sign-in.ts';
import { openSubjectSession } from '../subject-session.ts';
import { hasSecondFactor, readClaims } from './claims.ts';
import { signOnEnrolFirst, signOnNoAccount, signOnNothingHeld } from './problems.ts';

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

/**
 * Judges the claims.
 * @throws Problem sign-on-claims-unclear, sign-on-no-account, sign-on-enrol-first, sign-on-nothing-held
 */
export async function enterByClaims(
  platform: Platform,
  resolver: SubjectResolver,
  claims: Readonly<Record<string, unknown>>,
  whence: Whence,
): Promise<CameIn> {
  const claimed = readClaims(claims);
  if (claimed.kind === 'officer') return enterOfficer(platform, claimed.loginName, claims, whence);
  const subjectId =
    claimed.kind === 'organisation'
      ? await resolver.findOrganisation(claimed.uscc)
      : await resolver.findPerson(claimed.identityNumber);
  if (subjectId === undefined) throw new Problem(signOnNothingHeld);
  const agentId = claimed.kind === 'organisation' ? claimed.agentId : undefined;
  if (agentId !== undefined && !(await resolver.isAgentInForce(subjectId, agentId)))
    throw new Problem(signOnNothingHeld);
  const { token } = await openSubjectSession(platform, {
    subjectId,
    as: claimed.kind,
    ...(agentId === undefined ? {} : { agentId }),
    readOnly: agentId !== undefined,
  });
  return { kind: 'session', token, page: '/console/me' };
}

async function enterOfficer(
  platform: Platform,
  loginName: string,
  claims: Readonly<Record<string, unknown>>,
  whence: Whence,
): Promise<CameIn> {
  const { app } = platform.db;
  const at = platform.clock.now();
  const account = await findOpenAccount(app, loginName, at);
  if (!account) throw new Problem(signOnNoAccount);
  if (hasSecondFactor(claims['amr'])) {
    // The factor is as fresh as the provider says, and no fresher.
    const shownAt = typeof claims['auth_time'] === 'number' ? claims['auth_time'] * 1_000 : 0;
    const factorAt = new Date(Math.min(at.getTime(), shownAt));
    const { token } = await app.transaction((tx) =>
      openSession(platform, tx, account, { ...whence, method: 'sign-on', factorAt }),
    );
    return { kind: 'session', token, page: '/console' };
  }
  const factors = await selectFactors(app, account.accountId);
  if (!factors.totpSealed || factors.passwordInitial) throw new Problem(signOnEnrolFirst);
  const { ticket } = await beginStep(platform, account, factors);
  return { kind: 'step', ticket };
}
