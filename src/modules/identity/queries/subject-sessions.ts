/** SQL about sessions of subjects; a token is stored as its SHA-256 alone. */
import { type Sql, sql } from '../../../platform/db/index.ts';

export const insertSubjectSession = (session: {
  tokenHash: string;
  sessionId: string;
  subjectId: string;
  as: string;
  agentId?: string;
  readOnly: boolean;
  method: string;
  at: Date;
  expiresAt: Date;
}): Sql => sql`
  insert into identity.subject_session (token_hash, session_id, subject_id, as_kind, agent_id, read_only, method, created_at, seen_at, expires_at)
  values (decode(${session.tokenHash}, 'hex'), ${session.sessionId}, ${session.subjectId}, ${session.as},
    ${session.agentId ?? null}, ${session.readOnly}, ${session.method}, ${session.at}, ${session.at}, ${session.expiresAt})`;

export const selectSubjectSession = (tokenHash: string, at: Date, idleSince: Date): Sql => sql`
  select session_id, subject_id, as_kind, agent_id, read_only, seen_at from identity.subject_session
  where token_hash = decode(${tokenHash}, 'hex') and ended_at is null and expires_at > ${at} and seen_at > ${idleSince}`;

export const touchSubjectSession = (tokenHash: string, at: Date): Sql => sql`
  update identity.subject_session set seen_at = ${at}
  where token_hash = decode(${tokenHash}, 'hex') and seen_at < ${at}`;

export const endSubjectSession = (tokenHash: string, at: Date): Sql => sql`
  update identity.subject_session set ended_at = ${at}
  where token_hash = decode(${tokenHash}, 'hex') and ended_at is null`;

export const endAgentSessions = (agentId: string, at: Date): Sql => sql`
  update identity.subject_session set ended_at = ${at} where agent_id = ${agentId} and ended_at is null`;
