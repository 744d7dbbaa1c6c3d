/** Sessions of subjects at their own file; whoever knows how somebody proved who they are opens one. */
import type { SubjectActor } from '../../platform/actor.ts';
import { randomToken, sha256 } from '../../platform/crypto.ts';
import type { Queryable } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { unbindAgent } from './queries/sign-on.ts';
import {
  endAgentSessions,
  endSubjectSession,
  insertSubjectSession,
  selectSubjectSession,
  touchSubjectSession,
} from './queries/subject-sessions.ts';
import { settings } from './settings.ts';

/** Whose file is opened, how far, and how they proved who they are: by a one-time code unless it is said. */
export type NewSubjectSession = Pick<SubjectActor, 'subjectId' | 'as' | 'agentId' | 'readOnly'> & {
  readonly method?: 'code' | 'sign-on' | 'e-licence';
};

/**
 * Opens a session for a subject, or for an agent of it, whose identity the caller has established (the city's sign-on,
 * an e-licence, a one-time code). The database keeps the token's hash.
 */
export async function openSubjectSession(
  platform: Platform,
  session: NewSubjectSession,
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  const at = platform.clock.now();
  const token = randomToken(32);
  const expiresAt = new Date(at.getTime() + settings.sessionAbsolute);
  const row = {
    method: 'code' as const,
    ...session,
    tokenHash: sha256(token),
    sessionId: newId(),
    at,
    expiresAt,
  };
  await platform.db.app.query(insertSubjectSession(row));
  return { token, expiresAt };
}

/** The subject behind a token, if its session may still be used; asking counts as use. */
export async function findSubjectActor(platform: Platform, token: string): Promise<SubjectActor | undefined> {
  const at = platform.clock.now();
  const hash = sha256(token);
  const idleSince = new Date(at.getTime() - settings.sessionIdle);
  const found = await platform.db.app.maybe<{
    session_id: string;
    subject_id: string;
    as_kind: SubjectActor['as'];
    agent_id: string | null;
    read_only: boolean;
    seen_at: Date;
  }>(selectSubjectSession(hash, at, idleSince));
  if (!found) return undefined;
  if (at.getTime() - found.seen_at.getTime() >= settings.sessionTouch) {
    await platform.db.app.query(touchSubjectSession(hash, at));
  }
  return {
    kind: 'subject',
    sessionId: found.session_id,
    subjectId: found.subject_id,
    as: found.as_kind,
    ...(found.agent_id === null ? {} : { agentId: found.agent_id }),
    readOnly: found.read_only,
  };
}

/** Ends the session of a subject, if the token is of one. */
export async function endSubjectSessionOf(platform: Platform, token: string): Promise<void> {
  await platform.db.app.query(endSubjectSession(sha256(token), platform.clock.now()));
}

/** Ends all sessions of an agent whose powers ended, and the binding of its number at the city's sign-on. */
export async function endSessionsOfAgent(db: Queryable, agentId: string, at: Date): Promise<void> {
  await db.query(endAgentSessions(agentId, at));
  await db.query(unbindAgent(agentId));
}
